import { countryOfEnglishName, foldName, type JsonObject, type RegulatoryDocument } from '#domain';
import { isJsonObject } from '../json-object.ts';

/** As many announced facts as one change carries; the rest stay in the stored document. */
const MAX_FACTS = 400;
const MAX_NAMES = 300;

const LIST_CODES: Readonly<Record<string, string>> = { 'US-EL': 'EL', 'US-UVL': 'UVL', 'US-MEU': 'MEU' };

/** What the amendatory instructions of a document order, for matching and for joining with the list that shows it later. */
export interface Announced {
  /** `{ type, list, name, country, item, cfr }`, each in the terms of the later change of the list or text. */
  readonly facts: readonly JsonObject[];
  /** Parties by all their names. */
  readonly names: readonly string[];
  /** ISO 3166-1 alpha-2 of the entries' destinations. */
  readonly countries: readonly string[];
}

const textsIn = (facts: readonly JsonObject[], key: string): readonly string[] => [
  ...new Set(
    facts.flatMap((fact) => {
      const value = fact[key];
      return typeof value === 'string'
        ? [value]
        : Array.isArray(value)
          ? value.filter((one) => typeof one === 'string')
          : [];
    }),
  ),
];

/** @returns the announced facts of a document that was read whole; empty lists for one known by its summary alone. */
export function announcedOf({ details }: RegulatoryDocument): Announced {
  const facts = Array.isArray(details.announced) ? details.announced.filter(isJsonObject) : [];
  return {
    facts: facts.slice(0, MAX_FACTS),
    names: [...textsIn(facts, 'name'), ...textsIn(facts, 'aliases')].slice(0, MAX_NAMES),
    countries: textsIn(facts, 'country'),
  };
}

/** True when the facts name parties of a list, which a summary never does. */
export function announcesParties({ facts }: Announced): boolean {
  return facts.some(({ type }) => String(type).startsWith('entity.') || String(type).startsWith('authorisation.'));
}

const COUNTED = /(\p{Lu}[\p{L}'\u2019. -]{2,60}?)\s*\((\d{1,3})\)/gu;

/** `Canada (1), China (29)` of the preamble, by country. */
function statedByCountry(document: RegulatoryDocument): ReadonlyMap<string, number> {
  const { destinations } = document.details;
  const printed = typeof destinations === 'string' ? [...destinations.matchAll(COUNTED)] : [];
  const found = printed.flatMap(([, name = '', count]) => {
    const country =
      countryOfEnglishName(name.replace(/^.*\b(?:of|and)\s+(?=\p{Lu})/u, '')) ?? countryOfEnglishName(name);
    return country === undefined ? [] : [[country, Number(count)] as const];
  });
  return new Map(found);
}

function countOf(counts: JsonObject, name: string): number | undefined {
  const count = counts[name];
  return typeof count === 'number' ? count : undefined;
}

/**
 * Where the counts that a document states about its own list disagree with what its instructions order, in words. Entities and
 * entries are counted apart: one entity may stand under several countries.
 */
export function countMismatches(
  document: RegulatoryDocument,
  instrumentId: string,
  counts: JsonObject,
): readonly string[] {
  const list = LIST_CODES[instrumentId];
  const facts = announcedOf(document).facts.filter((fact) => fact.list === list);
  if (list === undefined || facts.length === 0) return [];
  const ofType = (type: string) => facts.filter((fact) => fact.type === type);
  const [added, revised, removed] = [ofType('entity.added'), ofType('entity.modified'), ofType('entity.removed')];
  const distinct = (some: readonly JsonObject[]) => new Set(some.map(({ name }) => foldName(String(name)))).size;
  const notes: string[] = [];
  const compare = (what: string, stated: number | undefined, parsed: readonly number[]) => {
    if (stated !== undefined && !parsed.includes(stated)) {
      notes.push(`the document states ${stated} ${what}, its instructions order ${parsed[0]}`);
    }
  };
  compare('entries added', countOf(counts, 'entriesAdded'), [added.length]);
  const entities = countOf(counts, 'entitiesAdded') ?? countOf(counts, 'personsAdded');
  compare('entities added', entities, [distinct(added), added.length]);
  compare('entries revised', countOf(counts, 'entriesRevised'), [revised.length, revised.length + removed.length]);
  const gone = countOf(counts, 'entitiesRemoved') ?? countOf(counts, 'personsRemoved');
  compare('entities removed', gone, [distinct(removed), removed.length]);
  for (const [country, stated] of statedByCountry(document)) {
    const parsed = added.filter((fact) => fact.country === country).length;
    compare(`entries added under ${country}`, stated, [parsed]);
  }
  return notes;
}
