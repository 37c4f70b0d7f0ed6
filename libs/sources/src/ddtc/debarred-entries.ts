import { foldName, type ListEntry } from '#domain';
import { parseEnglishDate } from '#time';
import { splitCitations } from '../ear-terms/register-citations.ts';
import type { DebarredList } from './debarred-list.ts';
import type { DebarredRow } from './debarred-row.ts';

const LISTS: Readonly<Record<DebarredList, string>> = {
  statutory: 'AECA debarred, statutory',
  administrative: 'AECA debarred, administrative',
};

const AKA = '(?:a\\.?/?k\\.?/?a\\b\\.?|f\\.?/?k\\.?/?a\\b\\.?|also known as|formerly known as)';
const ALIASES = new RegExp(`\\s*\\(\\s*${AKA}`, 'i');
const LEADING_AKA = new RegExp(`^(?:and\\s+)?${AKA}\\s*`, 'i');

/** `Zhuang, Jinghua (a.k.a. Jackey Zhuang; Jacky Zhuang)`: the name and its aliases. */
export function splitParty(party: string): { readonly name: string; readonly aliases: readonly string[] } {
  const at = party.search(ALIASES);
  if (at <= 0) return { name: party, aliases: [] };
  const inside = party
    .slice(at)
    .replace(/^\s*\(\s*/, '')
    .replace(/\)[\s.]*$/, '');
  const aliases = inside
    .split(';')
    .map((alias) => alias.trim().replace(LEADING_AKA, '').trim())
    .filter((alias) => alias !== '');
  return { name: party.slice(0, at).trim(), aliases };
}

/** Month, day and year without leading zeros, as the CSV prints most of them: a padded date, or a workbook's, is no other date. */
function dateAsPrinted(printed: string): string {
  const [year, month, day] = parseEnglishDate(printed)?.split('-').map(Number) ?? [];
  return year === undefined ? printed : `${month}/${day}/${year}`;
}

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].filter((value) => value !== '');
const joined = (values: readonly string[]): string => distinct(values).toSorted().join('; ');

/** The notice and the notice that corrected it. A correction adds a citation; it debars nobody anew. */
function citationsOf({ notice, correctedNotice }: DebarredRow): readonly string[] {
  return [notice, correctedNotice]
    .flatMap(splitCitations)
    .map((citation) => citation.replace(/[\s,;]*(?:as\s+)?corrected\s+(?:by|at)$/i, ''));
}

function entryOf(rows: readonly DebarredRow[], name: string, list: DebarredList): ListEntry {
  const details = {
    'date of birth': joined(rows.map(({ dateOfBirth }) => dateOfBirth)),
    'notice date': joined(rows.map(({ noticeDate }) => dateAsPrinted(noticeDate))),
  };
  return {
    kind: 'entity',
    list: LISTS[list],
    name,
    aliases: distinct(rows.flatMap(({ party }) => splitParty(party).aliases)),
    addresses: [],
    footnotes: [],
    citations: distinct(rows.flatMap(citationsOf)),
    details: Object.fromEntries(Object.entries(details).filter(([, value]) => value !== '')),
    locator: rows.map(({ locator }) => locator).join(', '),
    quote: rows.map(({ quote }) => quote).join('\n'),
  };
}

/**
 * One entry for each party: rows of one name are one party debarred more than once, unless they give different dates of
 * birth. Then they are different persons, and one of them may leave the list without the other.
 */
export function debarredEntries(rows: readonly DebarredRow[], list: DebarredList): readonly ListEntry[] {
  const parties = new Map<string, DebarredRow[]>();
  for (const row of rows) {
    const name = splitParty(row.party).name;
    const key = `${foldName(name) || name}\u001f${foldName(row.dateOfBirth)}`;
    const party = parties.get(key);
    if (party) party.push(row);
    else parties.set(key, [row]);
  }
  return [...parties.values()].map((own) => entryOf(own, splitParty(own[0]?.party ?? '').name, list));
}
