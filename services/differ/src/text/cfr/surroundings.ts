import type { Provision, TextReading } from '#domain';
import { ancestorsOf } from '../unit.ts';

/** What stands around the units of one reading. */
export interface Surroundings {
  readonly byLabel: ReadonlyMap<string, Provision>;
  /** Texts of the units that hold this one, innermost first. */
  outerTexts(provision: Provision): readonly string[];
  /** Label of the outermost unit: the section, the appendix, the ECCN. */
  rootOf(provision: Provision): string;
}

/** Looks up what holds each unit of a reading. */
export function surroundingsOf(reading: TextReading): Surroundings {
  const byLabel = new Map(reading.provisions.map((provision) => [provision.label, provision]));
  return {
    byLabel,
    outerTexts: (provision) => ancestorsOf(provision, byLabel).map((label) => byLabel.get(label)?.text ?? ''),
    rootOf: (provision) => ancestorsOf(provision, byLabel).at(-1) ?? provision.label,
  };
}
