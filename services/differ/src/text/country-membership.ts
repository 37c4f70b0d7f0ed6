import { type ChangeDraft, foldName, type Provision, type TextReading } from '#domain';
import { factsOf, revisionTerms } from './draft.ts';

/** A country is the same under any of its names; an unknown name is only itself. */
function identityOf(country: Provision): string {
  return `${country.list ?? ''}|${country.country ?? foldName(country.text)}`;
}

function byIdentity(reading: TextReading): ReadonlyMap<string, Provision> {
  const countries = reading.provisions.filter((provision) => provision.kind === 'country');
  return new Map(countries.map((country) => [identityOf(country), country]));
}

function draftOf(key: string, country: Provision, came: boolean, reading: TextReading): ChangeDraft {
  const { additionEffect } = country;
  const opposite = additionEffect === 'tighten' ? 'loosen' : 'tighten';
  const facts = factsOf(country);
  return {
    ...revisionTerms(reading.revision),
    type: came ? 'country.added' : 'country.removed',
    subject: { kind: 'country', key, label: country.text },
    direction: additionEffect === undefined ? 'unknown' : came ? additionEffect : opposite,
    quotes: [{ side: came ? 'after' : 'before', locator: country.locator, quote: country.text }],
    ...(came ? { after: facts } : { before: facts }),
    ...(country.instrumentId && { instrumentId: country.instrumentId }),
    ...(country.doubt && { needsReview: true, notes: [country.doubt] }),
  };
}

/** Countries that joined or left a country list, one change each; their order in the list says nothing. */
export function diffCountries(before: TextReading, after: TextReading): readonly ChangeDraft[] {
  const [old, now] = [byIdentity(before), byIdentity(after)];
  const came = [...now].filter(([key]) => !old.has(key)).map(([key, country]) => draftOf(key, country, true, after));
  const went = [...old].filter(([key]) => !now.has(key)).map(([key, country]) => draftOf(key, country, false, after));
  return [...came, ...went];
}
