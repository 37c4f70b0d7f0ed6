import type { Direction } from '../change.ts';
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

/** D of the impact model. Neutral for a subscriber all of whose declared destinations the change excepts. */
export function directionFactor(facts: ChangeFacts, { destinations }: PreparedProfile): Factor {
  const countries = destinations.flatMap((destination) => destination.countries);
  if (countries.length > 0 && countries.every((country) => facts.exceptCountries.has(country))) {
    return {
      hundredths: BY_DIRECTION.neutral.hundredths,
      because: `neutral for you: ${countries.join(', ')} is excepted`,
    };
  }
  return BY_DIRECTION[facts.change.direction];
}
