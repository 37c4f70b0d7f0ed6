import { BANDS, END_USES, type Profile, ROLES } from '#domain';
import { aProfile } from '../contract/samples.ts';
import { inventedName, knownParties } from './invented-names.ts';
import { type Draw, seeded } from './seeded.ts';

/** Destinations from the most declared to the least. */
export const DESTINATIONS =
  'CN US KR TW DE JP VN IN MY SG TH GB NL FR AE MX IL TR BR ID HK CA IT SE AU PL SA ES CH RU PH BE FI CZ IE AT ZA QA KZ UA'.split(
    ' ',
  );
const CATEGORIES = [3, 5, 4, 1, 2, 6, 7, 9, 0, 8];
export const INSTRUMENTS =
  'US-EL US-CCL US-FDPR JP-EXPORT-T1 JP-EUL US-SDN US-MEU US-UVL JP-COUNTRY US-889 US-CMMC JP-FDI'.split(' ');
export const WORDS = Array.from({ length: 2_000 }, (_, at) => `substance${at.toString(36)}`);
export const TECHNOLOGIES =
  'ai semiconductor quantum drone encryption satellite biotech robotics geospatial hypersonic'.split(' ');

/** An ECCN; those of a few headings are declared by many. */
export function inventedEccn(draw: Draw): string {
  const heading = `${draw.popular(CATEGORIES)}${draw.popular(['A', 'B', 'E', 'D', 'C'])}${draw.popular(['001', '090', '002', '991', '003', '005', '101', '350', '611'])}`;
  return draw.chance(0.5) ? heading : `${heading}.${draw.one(['a', 'b', 'c', 'd'])}.${draw.between(1, 6)}`;
}

function many<Value>(draw: Draw, least: number, most: number, make: () => Value): Value[] {
  return Array.from({ length: draw.between(least, most) }, make);
}

/**
 * Subscribers as we take them to be: four in five declare one to five items, nine in ten one to six counterparties (three in
 * ten of these from 4,000 well known parties, by rank; half with another name), four in five one to four destinations by
 * rank, one in four keywords or technologies, one in four an instrument; one in a hundred follows everything.
 */
export function* inventedProfiles(count: number): Generator<Profile> {
  const draw = seeded(1);
  const known = knownParties(seeded(2));
  const party = () => {
    const name = draw.chance(0.3) ? draw.popular(known) : inventedName(draw);
    return { name, aliases: draw.chance(0.5) ? [inventedName(draw)] : [], country: draw.popular(DESTINATIONS) };
  };
  for (let at = 0; at < count; at += 1) {
    yield aProfile({
      org: `Org ${at}`,
      roles: many(draw, 1, 2, () => draw.popular(ROLES)),
      instruments: draw.chance(0.01) ? ['*'] : draw.chance(0.25) ? [draw.popular(INSTRUMENTS)] : [],
      items: draw.chance(0.8) ? many(draw, 1, 5, () => ({ scheme: 'ECCN', pattern: inventedEccn(draw) })) : [],
      destinations: draw.chance(0.8) ? many(draw, 1, 4, () => draw.popular(DESTINATIONS)) : [],
      counterparties: draw.chance(0.9) ? many(draw, 1, 6, party) : [],
      keywords: draw.chance(0.25) ? many(draw, 1, 3, () => draw.popular(WORDS)) : [],
      technologies: draw.chance(0.25) ? [draw.popular(TECHNOLOGIES)] : [],
      endUses: draw.chance(0.1) ? [draw.one(END_USES)] : [],
      minBand: draw.one(BANDS),
    });
  }
}
