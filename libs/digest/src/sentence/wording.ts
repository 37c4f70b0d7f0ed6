import { type Change, type JsonObject, textsAt } from '#domain';
import { instrumentName } from '../instrument-name.ts';

/** Says in one sentence what one change changed. */
export type Sentence = (change: Change) => string;

const MAX_CHARS = 140;

/** Words of a publisher on one line, cut with `…` where they are long. */
export function clipped(text: string, maxChars = MAX_CHARS): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const letters = [...line];
  return letters.length <= maxChars
    ? line
    : `${letters
        .slice(0, maxChars - 1)
        .join('')
        .trimEnd()}…`;
}

/** The subject as the publisher prints it, in quotation marks. */
export function subject(change: Change): string {
  return `“${clipped(change.subject.label)}”`;
}

/** The list a fact stands in, else the instrument. */
export function listOf(change: Change): string {
  const list = textsAt(change.after, 'list', 'table')[0] ?? textsAt(change.before, 'list', 'table')[0];
  return list === undefined || /^[A-Z]{2,5}$/.test(list) ? instrumentName(change.instrumentId) : clipped(list);
}

function asText(facts: JsonObject | undefined, key: string): string | undefined {
  const value = facts?.[key];
  if (typeof value === 'number') return String(value);
  const text = textsAt(facts, key).join(', ').trim();
  return text === '' ? undefined : clipped(text);
}

function first(facts: JsonObject | undefined, keys: readonly string[]): string | undefined {
  return keys.map((key) => asText(facts, key)).find((text) => text !== undefined);
}

/** Old and new value of a fact: under these keys on either side, or as `old` and `new` of the after side. */
export function valuesOf(change: Change, ...keys: readonly string[]): { readonly from?: string; readonly to?: string } {
  const from = first(change.before, keys) ?? first(change.after, ['old', 'oldValue']);
  const to = first(change.after, ['new', 'newValue', ...keys]);
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** ` from “X” to “Y”`, as much of it as is known; empty when neither is. */
export function fromTo(change: Change, ...keys: readonly string[]): string {
  const { from, to } = valuesOf(change, ...keys);
  if (from === to) return '';
  return `${from === undefined ? '' : ` from “${from}”`}${to === undefined ? '' : ` to “${to}”`}`;
}

/** First text under these keys on the after side, else the before side, with words around it; empty when there is none. */
export function withFact(change: Change, lead: string, ...keys: readonly string[]): string {
  const text = first(change.after, keys) ?? first(change.before, keys);
  return text === undefined ? '' : `${lead}${text}`;
}

/** Country of a listed party, in brackets. */
export function place(change: Change): string {
  const country = withFact(change, '', 'country');
  return country === '' ? '' : ` (${country})`;
}

/** A date with the words that introduce it; empty when the date is not known. */
export function on(lead: string, date: string | undefined): string {
  return date === undefined ? '' : `${lead}${date}`;
}
