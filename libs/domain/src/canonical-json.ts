import type { Json } from './json.ts';

/**
 * The one text of a value, so that hashes and signatures over it can be made again by anybody: members in the order of their
 * names' UTF-16 code units, no white space, numbers and strings as ECMAScript writes them. Source: RFC 8785.
 * @throws RangeError for a number that is not finite or a text with half a surrogate pair: I-JSON (RFC 7493) has neither.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new RangeError('a number in JSON must be finite');
  if (typeof value === 'string') return canonicalText(value);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${canonicalText(name)}:${canonicalJson(member)}`).join(',')}}`;
}

function canonicalText(text: string): string {
  if (!text.isWellFormed()) throw new RangeError('a text in JSON must hold whole characters');
  return JSON.stringify(text);
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}
