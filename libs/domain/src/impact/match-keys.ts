import { isAboutAuthorisation } from './authorisation-facet.ts';
import type { ChangeFacts } from './change-facts.ts';
import { numberAt } from './change-fields.ts';
import { ANY_TOKEN, type ControlPath } from './control-path.ts';
import { destinationsOf } from './country-group.ts';
import { isInvestmentInstrument } from './investment-facet.ts';
import { type ComparableName, comparableNames } from './name-match.ts';
import type { PreparedProfile } from './prepared-profile.ts';
import { SCOPED_INSTRUMENTS, scopingAttribute } from './role-obligation.ts';
import type { SearchTerm } from './search-terms.ts';

const CJK_PAIR = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}]/u;

function declaredNameKeys(name: ComparableName): string[] {
  return [
    `name:${name.compact}`,
    ...name.blocks.map((block) => `block:${block}`),
    ...name.tokens.map((token) => `token:${token}`),
  ];
}

function changedNameKeys(name: ComparableName): string[] {
  return [
    `name:${name.compact}`,
    ...name.blocks.map((block) => `block:${block}`),
    `token:${name.compact}`,
    ...name.tokens.map((token) => `name:${token}`),
  ];
}

function itemKey({ scheme }: ControlPath, tokens: readonly string[]): string {
  return `item:${scheme}:${tokens.join('/')}`;
}

/** A declared item is filed under its heading, or under as much of it as is declared. */
function declaredItemKey(path: ControlPath): string {
  const heading = path.tokens.slice(0, path.headingLength);
  const open = heading.indexOf(ANY_TOKEN);
  return itemKey(path, open === -1 ? heading : heading.slice(0, open));
}

function changedItemKeys(path: ControlPath): string[] {
  return path.tokens.slice(0, path.headingLength).map((_, at) => itemKey(path, path.tokens.slice(0, at + 1)));
}

function wordKey(form: string): string {
  const word = form.trim().split(' ')[0] ?? '';
  return CJK_PAIR.test(word) ? `pair:${word.slice(0, 2)}` : `word:${word}`;
}

function termKeys(terms: readonly SearchTerm[]): string[] {
  return terms.flatMap((term) => term.forms.map(wordKey));
}

function textKeys(searchable: string): string[] {
  const pairs: string[] = [];
  for (let at = 0; at < searchable.length - 1; at += 1) {
    if (CJK_PAIR.test(searchable.charAt(at))) pairs.push(`pair:${searchable.slice(at, at + 2)}`);
  }
  const words = searchable.split(' ').filter((word) => word !== '');
  return [...words.map((word) => `word:${word}`), ...pairs];
}

function instrumentKey(pattern: string): string {
  return pattern.endsWith('*') ? `instruments:${pattern.slice(0, -1)}` : `instrument:${pattern}`;
}

function instrumentKeys(instrumentId: string): string[] {
  const prefixes = Array.from({ length: instrumentId.length + 1 }, (_, end) => instrumentId.slice(0, end));
  return [`instrument:${instrumentId}`, ...prefixes.map((prefix) => `instruments:${prefix}`)];
}

/**
 * Keys under which a profile is filed in an inverted index. Whatever {@link assessImpact} would match shares at least one
 * key with {@link changeKeys} of the change; sharing one is no match yet. Contains folded counterparty names: keep it as
 * secret as the profile.
 */
export function profileKeys(prepared: PreparedProfile): ReadonlySet<string> {
  const { profile } = prepared;
  const names = profile.counterparties.flatMap(({ name, aliases }) => [name, ...aliases].flatMap(comparableNames));
  const owners = profile.counterparties.flatMap(({ ownership }) => (ownership ?? []).map(({ owner }) => owner));
  return new Set([
    ...names.flatMap(declaredNameKeys),
    ...owners.flatMap(comparableNames).map(({ compact }) => `owner:${compact}`),
    ...(owners.length > 0 ? ['owners'] : []),
    ...(profile.authorisationsInUse.length > 0 ? ['authorisations'] : []),
    ...(profile.investment.length > 0 ? ['investment'] : []),
    ...prepared.items.map(declaredItemKey),
    ...profile.destinations.flatMap((declared) => [
      `group:${declared.toUpperCase()}`,
      ...destinationsOf(declared).map((country) => `country:${country}`),
    ]),
    ...SCOPED_INSTRUMENTS.filter((id) => scopingAttribute(profile, id) !== undefined).map((id) => `scope:${id}`),
    ...termKeys([...prepared.technologies, ...prepared.keywords]),
    ...profile.endUses.map((use) => `use:${use}`),
    ...profile.hsCodes.map((code) => `hs:${code.replace(/\D/g, '').slice(0, 4)}`),
    ...profile.instruments.map(instrumentKey),
  ]);
}

/** Keys a change is looked up by; see {@link profileKeys}. */
export function changeKeys(facts: ChangeFacts): ReadonlySet<string> {
  const { change } = facts;
  const isOwnershipRule =
    change.type === 'list.ownership_scope_changed' ||
    numberAt(change.after, 'ownershipPct') !== undefined ||
    numberAt(change.before, 'ownershipPct') !== undefined;
  return new Set([
    ...facts.parties.flatMap(changedNameKeys),
    ...facts.parties.map(({ compact }) => `owner:${compact}`),
    ...(isOwnershipRule ? ['owners'] : []),
    ...(isAboutAuthorisation(facts) ? ['authorisations'] : []),
    ...(isInvestmentInstrument(change.instrumentId) ? ['investment'] : []),
    ...[...facts.items, ...facts.namedItems].flatMap(changedItemKeys),
    ...[...facts.groups].map((group) => `group:${group}`),
    ...[...facts.countries].map((country) => `country:${country}`),
    `scope:${change.instrumentId}`,
    ...textKeys(facts.regulatoryText),
    ...textKeys(facts.preambleText),
    ...[...facts.endUses].map((use) => `use:${use}`),
    ...facts.hsCodes.map((code) => `hs:${code.slice(0, 4)}`),
    ...instrumentKeys(change.instrumentId),
  ]);
}
