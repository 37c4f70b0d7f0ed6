import type { Change, JsonObject } from '#domain';

/** Facts of a change, the later side over the earlier. */
export function factsOf(change: Change): JsonObject {
  return { ...change.before, ...change.after };
}

/** A fact that is a text, if it is one and not empty. */
export function textFact(facts: JsonObject, name: string): string | undefined {
  const value = facts[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A fact that is a number, if it is one. */
export function numberFact(facts: JsonObject, name: string): number | undefined {
  const value = facts[name];
  return typeof value === 'number' ? value : undefined;
}

/** The texts of a fact that is a list of them, or is one. */
export function textsFact(facts: JsonObject, name: string): readonly string[] {
  const value = facts[name];
  const values = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === 'string' && one !== '');
}

/** An object among the facts. */
export function objectFact(facts: JsonObject, name: string): JsonObject {
  const value = facts[name];
  return isObject(value) ? value : {};
}

function isObject(value: JsonObject[string] | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
