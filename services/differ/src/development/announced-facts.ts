import type { Change, JsonObject } from '#domain';
import { factsOf, textFact } from './fact-texts.ts';

/** Codes by which documents name the lists of the EAR. */
const LIST_CODES: Readonly<Record<string, string>> = { 'US-EL': 'EL', 'US-UVL': 'UVL', 'US-MEU': 'MEU' };

/** A party that the instructions of a document put on a list or take off it. */
export interface AnnouncedParty {
  readonly name: string;
  readonly country: string;
}

/** The parties of a document that was read whole, by what is done to them on the list of an instrument. */
export function announcedParties(change: Change, type: string, instrumentId: string): readonly AnnouncedParty[] {
  const { announced } = factsOf(change);
  const code = LIST_CODES[instrumentId];
  if (!Array.isArray(announced) || code === undefined) return [];
  return announced.flatMap((fact) => {
    if (!isFact(fact) || fact.type !== type || fact.list !== code) return [];
    const name = textFact(fact, 'name');
    return name === undefined ? [] : [{ name, country: textFact(fact, 'country') ?? '' }];
  });
}

function isFact(value: JsonObject[string] | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
