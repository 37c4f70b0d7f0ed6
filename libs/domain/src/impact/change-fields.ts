import type { Change } from '../change.ts';
import type { Json, JsonObject } from '../json.ts';

const MAX_VALUES = 500;

/** A fact given as its kind and its words: `{ kind: 'presumption_of_denial', text: 'Presumption of denial' }`. */
function isWorded(value: Json | undefined): value is JsonObject & { readonly text: string } {
  return typeof value === 'object' && value !== null && 'text' in value && typeof value.text === 'string';
}

function textsOf(value: Json | undefined): string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (isWorded(value)) return textsOf(value.text);
  if (!Array.isArray(value)) return [];
  return value.slice(0, MAX_VALUES).filter((one): one is string => typeof one === 'string' && one !== '');
}

/** Words under any of these keys: a string, a list of strings, or an object with `text`; other shapes count as absent. */
export function textsAt(facts: JsonObject | undefined, ...keys: readonly string[]): readonly string[] {
  return facts === undefined ? [] : keys.flatMap((key) => textsOf(facts[key]));
}

/** Words under any of these keys on either side of a change, after first. */
export function textsOfChange(change: Change, ...keys: readonly string[]): readonly string[] {
  return [...new Set([...textsAt(change.after, ...keys), ...textsAt(change.before, ...keys)])];
}

/** First finite number under these keys; digits in a string count (`"10"`, `"1,000"`). */
export function numberAt(facts: JsonObject | undefined, ...keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const value = facts?.[key];
    const number = typeof value === 'string' && value.trim() !== '' ? Number(value.replaceAll(',', '')) : value;
    if (typeof number === 'number' && Number.isFinite(number)) return number;
  }
  return undefined;
}

/** The numbers a threshold moved between, where both can be read. */
export function thresholdOf(change: Change): { readonly from: number; readonly to: number } | undefined {
  const from = numberAt(change.before, 'value', 'oldValue') ?? numberAt(change.after, 'oldValue', 'old');
  const to = numberAt(change.after, 'newValue', 'value', 'new');
  return from === undefined || to === undefined ? undefined : { from, to };
}
