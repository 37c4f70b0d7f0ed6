import type { JsonObject, RegulatoryDocument } from '#domain';
import { isJsonObject } from '../json-object.ts';

/** As many instructions as a reader of an alert takes in; the rest stay in the document. */
const MAX_INSTRUCTIONS = 30;
const MAX_CHARS = 400;
/** Instructions that change nothing: the authority citation is printed with every amendment. */
const NOISE = /authority citation (?:for|of)\b.{0,200}\bcontinues? to read/i;

/** Amendatory instructions of a document that was read whole, each with its CFR part: `{ part: '15 CFR 744', text }`. */
export function instructionsOf({ details }: RegulatoryDocument): readonly JsonObject[] {
  const { instructions } = details;
  if (!Array.isArray(instructions)) return [];
  return instructions
    .filter(isJsonObject)
    .filter(({ text }) => typeof text === 'string' && !NOISE.test(text))
    .slice(0, MAX_INSTRUCTIONS)
    .map(({ title, part, text }) => ({ part: `${title} CFR ${part}`, text: String(text).slice(0, MAX_CHARS) }));
}
