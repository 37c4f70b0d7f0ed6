import type { Json, JsonObject } from '#domain';

/** True for a JSON object, false for a list, a scalar or nothing. */
export function isJsonObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
