import type { Change, Evidence, Json, JsonObject } from '#domain';
import { fieldInWords } from './vocabulary.ts';

/** One row of a redline: the same thing before and after. An absent side did not exist. */
export interface ComparedField {
  readonly name: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const MOST_CHARS = 20_000;
const MOST_FIELDS = 60;
const DEPTH = 3;

/**
 * What to show side by side. The structured facts where both readers gave them; else the quotes of the two sides.
 * Facts that did not change are left out when anything else did.
 */
export function comparedFields(change: Change): readonly ComparedField[] {
  const fields = fieldsOf(change.before, change.after);
  const changed = fields.filter((field) => field.before !== field.after);
  if (changed.length > 0) return changed;
  return quotesOf(change.evidence);
}

function fieldsOf(before: JsonObject | undefined, after: JsonObject | undefined): readonly ComparedField[] {
  const keys = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].slice(0, MOST_FIELDS);
  return keys
    .map((key) => ({ name: fieldInWords(key), before: textOf(before?.[key]), after: textOf(after?.[key]) }))
    .filter((field) => field.before !== undefined || field.after !== undefined);
}

function quotesOf(evidence: readonly Evidence[]): readonly ComparedField[] {
  const before = joined(evidence, 'before');
  const after = joined(evidence, 'after');
  return before === undefined && after === undefined ? [] : [{ name: 'Text', before, after }];
}

function joined(evidence: readonly Evidence[], side: Evidence['side']): string | undefined {
  const quotes = evidence.filter((one) => one.side === side).map((one) => one.quote);
  return quotes.length === 0 ? undefined : cut(quotes.join('\n'));
}

/** @returns undefined for what is absent or empty. */
function textOf(value: Json | undefined): string | undefined {
  const text = value === undefined ? '' : cut(printed(value, DEPTH));
  return text === '' ? undefined : text;
}

function printed(value: Json, depth: number): string {
  if (value === null) return '';
  if (typeof value !== 'object') return String(value);
  if (depth === 0) return '…';
  if (Array.isArray(value)) return value.map((one: Json) => printed(one, depth - 1)).join('; ');
  return Object.entries(value)
    .map(([key, one]) => `${fieldInWords(key)}: ${printed(one, depth - 1)}`)
    .join('; ');
}

function cut(text: string): string {
  return text.length > MOST_CHARS ? `${text.slice(0, MOST_CHARS)}…` : text;
}
