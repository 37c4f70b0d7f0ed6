import { type ChangeType, countryOfEnglishName, type Direction } from '#domain';
import type { DocumentText } from './document-text.ts';

/** What a document does to the place of countries in a rule. Countries as ISO 3166-1 alpha-2. */
export interface CountryAct {
  readonly type: Extract<ChangeType, `country.${string}`>;
  readonly countries: readonly string[];
  /** The list in the document's words, `list of excluded countries`. */
  readonly list?: string;
  readonly direction: Direction;
  /** A name in the phrase that is no known country: a person should look. */
  readonly unread: readonly string[];
}

const TO_LIST =
  /\b(?:add|adds|adding|include|includes|including)\s+(.{2,200}?)\s+(?:in|to|on)\s+(?:the )?(list of [^.,;]{0,80}?countries)\b([^.]{0,160})/i;
const FROM_LIST =
  /\b(?:remove|removes|removing)\s+(.{2,200}?)\s+from\s+(?:the )?(list of [^.,;]{0,80}?countries)\b([^.]{0,160})/i;
const SAME_CONTROLS = /\badding the same controls\b.{0,120}?\bto ([A-Z][\w' ]{2,40}?)(?=[.,;]|$)/i;
const GROUPS = /\bcountry groups?\b/i;

function namesIn(phrase: string): { readonly countries: readonly string[]; readonly unread: readonly string[] } {
  const names = phrase
    .replace(/\([^)]{0,80}\)/g, '')
    .split(/,\s*(?:and\s+)?|\s+and\s+/)
    .map((name) => name.trim().replace(/^the /i, ''))
    .filter((name) => name !== '');
  const found = names.map((name) => ({ name, code: countryOfEnglishName(name) }));
  return {
    countries: [...new Set(found.flatMap(({ code }) => code ?? []))],
    unread: found.flatMap(({ name, code }) => (code === undefined ? [name] : [])),
  };
}

/** A list of countries to which licenses are denied burdens its members; a list of countries excluded from a control relieves them. */
function effectOfMembership(list: string, context: string): Direction {
  if (/\bexclu|\bexempt|\bexcept/i.test(list)) return 'loosen';
  return /\bden(?:y|ied|ial)\b|proscribed|subject to|embargo/i.test(context) ? 'tighten' : 'unknown';
}

const OPPOSITE: Partial<Record<Direction, Direction>> = { loosen: 'tighten', tighten: 'loosen' };

function listAct(
  text: DocumentText,
  pattern: RegExp,
  type: 'country.added' | 'country.removed',
): CountryAct | undefined {
  const [, phrase = '', list = '', rest = ''] = pattern.exec(text.own) ?? [];
  const names = namesIn(phrase);
  if (names.countries.length === 0) return undefined;
  const effect = effectOfMembership(list, `${list} ${rest} ${text.title}`);
  const direction = type === 'country.added' ? effect : (OPPOSITE[effect] ?? effect);
  return { type, ...names, list, direction };
}

/** Countries named in the part of a title that says where a rule applies: `for Russia and Yemen Under ...`. */
function countriesOfTitle(title: string): readonly string[] {
  const [, phrase = ''] =
    /\b(?:for|of|add|to)\s+((?:[A-Z][\w']+[ ,]*(?:and )?){1,12}?)(?=\s*$|[Uu]nder\b)/.exec(title) ?? [];
  return namesIn(phrase.trim()).countries;
}

/** @returns what the document does to countries, or `undefined` when that is not its main act. */
export function countryActOf(text: DocumentText): CountryAct | undefined {
  const listed = listAct(text, TO_LIST, 'country.added') ?? listAct(text, FROM_LIST, 'country.removed');
  if (listed) return listed;
  const [, name = ''] = SAME_CONTROLS.exec(text.own) ?? [];
  const extended = namesIn(name);
  if (extended.countries.length > 0) return { type: 'country.scope_extended', ...extended, direction: 'tighten' };
  if (GROUPS.test(text.title)) {
    return { type: 'country.group_changed', countries: countriesOfTitle(text.title), direction: 'unknown', unread: [] };
  }
  const [, added = ''] = /\bTraffic in Arms Regulations: Addition of ([A-Z][\w' ,]{2,80})$/i.exec(text.title) ?? [];
  const proscribed = namesIn(added.replace(/\s+and (?:amendment|revision|update|change)s?\b.*$/i, ''));
  return proscribed.countries.length > 0 ? { type: 'country.added', ...proscribed, direction: 'tighten' } : undefined;
}
