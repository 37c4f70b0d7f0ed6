import { BANDS, END_USES, type Profile, ROLES } from '#domain';
import { aProfile } from '../contract/samples.ts';
import { type Draw, seeded } from '../seeded.ts';
import { inventedName, knownParties } from './invented-names.ts';

/** Destinations from the most declared to the least. */
export const DESTINATIONS =
  'CN US KR TW DE JP VN IN MY SG TH GB NL FR AE MX IL TR BR ID HK CA IT SE AU PL SA ES CH RU PH BE FI CZ IE AT ZA QA KZ UA'.split(
    ' ',
  );
/** As many headings as the Commerce Control List has: five groups in each of ten categories, about a dozen in each. */
const HEADINGS = [3, 5, 4, 1, 2, 6, 7, 9, 0, 8].flatMap((category) =>
  ['A', 'B', 'E', 'D', 'C'].flatMap((group) =>
    '001 090 002 991 003 005 101 350 611 992 201 994'.split(' ').map((number) => `${category}${group}${number}`),
  ),
);
export const INSTRUMENTS =
  'US-EL US-CCL US-FDPR JP-EXPORT-T1 JP-EUL US-SDN US-MEU US-UVL JP-COUNTRY US-889 US-CMMC JP-FDI'.split(' ');
export const WORDS = Array.from({ length: 2_000 }, (_, at) => `substance${at.toString(36)}`);
export const TECHNOLOGIES =
  'ai semiconductor quantum drone encryption satellite biotech robotics geospatial hypersonic'.split(' ');

/** An ECCN; a tenth are of the headings that many declare, as with computers and encryption. */
export function inventedEccn(draw: Draw): string {
  const heading = draw.chance(0.1) ? draw.popular(HEADINGS) : draw.one(HEADINGS);
  return draw.chance(0.5) ? heading : `${heading}.${draw.one(['a', 'b', 'c', 'd'])}.${draw.between(1, 6)}`;
}

function many<Value>(draw: Draw, least: number, most: number, make: () => Value): Value[] {
  return Array.from({ length: draw.between(least, most) }, make);
}

/** Shares of subscribers that follow what is wide: a whole destination, a whole instrument, everything. */
export interface Habits {
  readonly destinations: number;
  readonly instruments: number;
  readonly everything: number;
}

/**
 * Who follows everything that is said of China is told of every second entry: one in ten does so for a destination, one in
 * twenty for a whole instrument, one in a thousand for all there is. The others are told of their items and parties.
 */
export const SELECTIVE: Habits = { destinations: 0.1, instruments: 0.05, everything: 0.001 };

/** Four in five follow destinations and one in four a whole instrument: about a tenth of all hear of each change. */
export const CURIOUS: Habits = { destinations: 0.8, instruments: 0.25, everything: 0.01 };

function destination(draw: Draw): string {
  return draw.chance(0.4) ? draw.popular(DESTINATIONS) : draw.one(DESTINATIONS);
}

/**
 * Subscribers as we take them to be: four in five declare one to four items, nine in ten one to six counterparties (three in
 * ten of these from 4,000 parties that others declare too; half with another name), one in ten keywords, one in twenty a
 * technology or an end use. Nobody's real profiles were at hand: the shares are assumptions, told with the figures.
 */
export function* inventedProfiles(count: number, habits: Habits = SELECTIVE): Generator<Profile> {
  const draw = seeded(1);
  const known = knownParties(seeded(2));
  const wellKnown = () => (draw.chance(0.2) ? draw.popular(known) : draw.one(known));
  const party = () => {
    const name = draw.chance(0.3) ? wellKnown() : inventedName(draw);
    return { name, aliases: draw.chance(0.5) ? [inventedName(draw)] : [], country: destination(draw) };
  };
  const instruments = () => (draw.chance(habits.instruments) ? [draw.one(INSTRUMENTS)] : []);
  for (let at = 0; at < count; at += 1) {
    yield aProfile({
      org: `Org ${at}`,
      roles: many(draw, 1, 2, () => draw.popular(ROLES)),
      instruments: draw.chance(habits.everything) ? ['*'] : instruments(),
      items: draw.chance(0.8) ? many(draw, 1, 4, () => ({ scheme: 'ECCN', pattern: inventedEccn(draw) })) : [],
      destinations: draw.chance(habits.destinations) ? many(draw, 1, 3, () => destination(draw)) : [],
      counterparties: draw.chance(0.9) ? many(draw, 1, 6, party) : [],
      keywords: draw.chance(0.1) ? many(draw, 1, 3, () => draw.one(WORDS)) : [],
      technologies: draw.chance(0.05) ? [draw.one(TECHNOLOGIES)] : [],
      endUses: draw.chance(0.05) ? [draw.one(END_USES)] : [],
      minBand: draw.one(BANDS),
    });
  }
}
