import { comparableText, foldName, type ListEntry } from '#domain';

/** Name for comparison, without page marks of a printed edition; the name itself where it has neither letters nor digits. */
export function foldedName(name: string): string {
  return foldName(name.includes('[[') ? comparableText(name) : name) || name;
}

/** What tells an entry within its list, without its country. */
export function identityOf(entry: ListEntry): string {
  return entry.identity ?? foldedName(entry.wording ?? entry.name);
}

/** Entries of one list that belong to each other, whatever their names. */
export function listOf(entry: ListEntry): string {
  return `${entry.kind}\u001f${entry.list}`;
}

/** The same name under two countries is two entries; what the publisher tells by a number of its own is one. */
const countryOf = ({ identity, country = '' }: ListEntry): string => (identity === undefined ? country : '');

/**
 * Key of an entry: list, identity and, where the name is the identity, the country. Another name is another key; that it may be
 * the same party is decided by pairing, not here.
 */
export function entryKey(entry: ListEntry): string {
  return `${listOf(entry)}\u001f${identityOf(entry)}\u001f${countryOf(entry)}`;
}

/** Whether two entries of equal {@link identityOf} have one {@link entryKey}, without writing it down. */
export function isOfOneKey(one: ListEntry, other: ListEntry): boolean {
  return one.kind === other.kind && one.list === other.list && countryOf(one) === countryOf(other);
}
