import type { ChangeDraft, Direction, Provision } from '#domain';
import { effectAt } from './exclusion.ts';
import { type NamedCountry, namedCountries, withoutCountries } from './named-countries.ts';

/** Words by which being named is a relief, or a restriction. */
const RELIEF =
  /\b(?:except(?:ed|ion)?|exempt|eligible|exclud|approved (?:countr|communit)|may be (?:used|exported|reexported)|authorizes?)/iu;
const RESTRICTION =
  /\b(?:licen[sc]es? (?:is|are|requirements?)|policy of denial|den(?:y|ied|ial)|prohibit|proscribed|embargo|restrict|sanction|unless .{0,40}authorized|subject to the EAR|countr(?:y|ies) of concern|arms embargo)/iu;

/** What being named in a text does. */
type Meaning = 'relief' | 'restriction' | 'unclear';

function meaningOf(text: string, at: number, outer: readonly string[], captions: string): Meaning {
  const effect = effectAt(text, at, outer);
  if (effect === 'unclear') return 'unclear';
  const around = [text, ...outer, captions].join('\n');
  const [isRelief, isRestriction] = [RELIEF.test(around), RESTRICTION.test(around)];
  if (effect === 'excluded') return isRestriction || isRelief ? 'relief' : 'unclear';
  if (isRelief === isRestriction) return 'unclear';
  return isRelief ? 'relief' : 'restriction';
}

const TYPES = {
  relief: { came: 'country.exemption_added', went: 'country.exemption_removed' },
  restriction: { came: 'country.scope_extended', went: 'country.removed' },
  unclear: { came: 'country.added', went: 'country.removed' },
} as const;

function directionOf(meaning: Meaning, came: boolean): Direction {
  if (meaning === 'unclear') return 'unknown';
  return (meaning === 'restriction') === came ? 'tighten' : 'loosen';
}

/** One side of a text that names countries. */
export interface NamingText {
  readonly provision: Provision;
  readonly substance: string;
  readonly outer: readonly string[];
  /** Heading of the section it stands in. */
  readonly caption: string;
}

/** Countries that a text names anew or no longer, and whether it says the same in all else. */
export interface CountriesCompared {
  readonly drafts: readonly ChangeDraft[];
  readonly isAll: boolean;
}

/**
 * Compares the countries that two versions of a text name. A country among those excepted is an exemption, one under a
 * restriction a wider scope; where the text does not say which, the direction is unknown and a person is asked. The scope comes from the
 * regulatory text alone.
 * @param terms what every change of the unit carries
 */
export function compareCountries(
  before: NamingText,
  after: NamingText,
  terms: Partial<ChangeDraft>,
): CountriesCompared {
  const [old, now] = [namedCountries(before.substance), namedCountries(after.substance)];
  const isAll = withoutCountries(before.substance, old) === withoutCountries(after.substance, now);
  const has = (countries: readonly NamedCountry[], code: string) => countries.some(({ country }) => country === code);
  const unique = (countries: readonly NamedCountry[], other: readonly NamedCountry[]) =>
    [...new Map(countries.map((country) => [country.country, country])).values()].filter(
      ({ country }) => !has(other, country),
    );
  return {
    drafts: [
      ...unique(now, old).map((country) => countryDraft(after, country, true, terms)),
      ...unique(old, now).map((country) => countryDraft(before, country, false, terms)),
    ],
    isAll,
  };
}

/** A country that came to a text or left it. */
export function countryDraft(
  { provision, substance, outer, caption }: NamingText,
  { name, country, at }: NamedCountry,
  came: boolean,
  terms: Partial<ChangeDraft>,
): ChangeDraft {
  const meaning = meaningOf(substance, at, outer, caption);
  const list = provision.parent !== undefined && / row /u.test(provision.label) ? provision.parent : provision.label;
  const facts = { label: name, country, list, text: provision.text.slice(0, 3_000) };
  return {
    ...terms,
    type: TYPES[meaning][came ? 'came' : 'went'],
    subject: { kind: 'country', key: `${list}|${country}`, label: name },
    direction: directionOf(meaning, came),
    quotes: [{ side: came ? 'after' : 'before', locator: provision.locator, quote: provision.text.slice(0, 4_000) }],
    ...(came ? { after: facts } : { before: facts }),
    ...(meaning === 'unclear' && {
      needsReview: true,
      notes: [...(terms.notes ?? []), 'the text does not settle what being named means'],
    }),
  };
}
