import type { Change, Direction } from '../change.ts';
import type { ChangeFacts } from './change-facts.ts';
import type { PreparedProfile } from './prepared-profile.ts';
import type { Factor } from './stage-factor.ts';

const BY_DIRECTION: Readonly<Record<Direction, Factor>> = {
  tighten: { hundredths: 100, because: 'tightens' },
  mixed: { hundredths: 100, because: 'tightens in part' },
  unknown: { hundredths: 100, because: 'direction not settled by the text' },
  loosen: { hundredths: 75, because: 'loosens' },
  neutral: { hundredths: 60, because: 'neutral' },
};

/** D for a subscriber whose every destination the change excepts. */
export const NEUTRAL_FOR_YOU = BY_DIRECTION.neutral.hundredths;

/** D of the impact model as the change stands, before it is asked for whom. */
export function ownDirection(change: Change): Factor {
  return BY_DIRECTION[change.direction];
}

/** D of the impact model. Neutral for a subscriber all of whose declared destinations the change excepts. */
export function directionFactor(facts: ChangeFacts, { destinations }: PreparedProfile): Factor {
  const countries = destinations.flatMap((destination) => destination.countries);
  if (countries.length > 0 && countries.every((country) => facts.exceptCountries.has(country))) {
    return {
      hundredths: NEUTRAL_FOR_YOU,
      because: `neutral for you: ${countries.join(', ')} is excepted`,
    };
  }
  return ownDirection(facts.change);
}
