import type { Provision, TextReading } from '#domain';
import { type Bigrams, bigramsOf } from './similarity.ts';
import { isVacant, substanceOf } from './substance.ts';

/** A provision with what the differ compares it by. */
export interface Unit {
  readonly provision: Provision;
  readonly substance: string;
  readonly bigrams: Bigrams;
  /** For a unit that holds others: its words and theirs, since `次に掲げる貨物` alone is no identity. */
  readonly whole?: Bigrams;
  /** Substance of a unit with all it holds; equal in two readings only where nothing in it changed. */
  readonly wholeSubstance: string;
  /** Label of the outermost unit it stands in: the row, the numbered item, or itself. */
  readonly root: string;
}

/** Longest chain of parents that is followed; a longer one is a loop. */
const MAX_ANCESTORS = 12;

/** Labels of the units that hold this one, innermost first. */
export function ancestorsOf(provision: Provision, byLabel: ReadonlyMap<string, Provision>): readonly string[] {
  const ancestors: string[] = [];
  let parent = provision.parent;
  while (parent !== undefined && ancestors.length < MAX_ANCESTORS) {
    ancestors.push(parent);
    parent = byLabel.get(parent)?.parent;
  }
  return ancestors;
}

/**
 * Units of a reading that say something, countries left aside. What stands empty (削除, [Reserved]) is no unit, unless
 * others stand in it.
 */
export function unitsOf(reading: TextReading): readonly Unit[] {
  const byLabel = new Map(reading.provisions.map((provision) => [provision.label, provision]));
  const wholes = wholeTexts(reading, byLabel);
  return reading.provisions
    .filter(({ kind, label, text }) => kind !== 'country' && (wholes.has(label) || !isVacant(text)))
    .map((provision) => {
      const substance = substanceOf(provision.text, reading.lang);
      const root = ancestorsOf(provision, byLabel).at(-1) ?? provision.label;
      const whole = wholes.get(provision.label);
      const wholeSubstance = whole ? `${substance}${substanceOf(whole.join(''), reading.lang)}` : substance;
      const ofWhole = whole && { whole: bigramsOf(wholeSubstance) };
      return { provision, substance, wholeSubstance, bigrams: bigramsOf(substance), root, ...ofWhole };
    });
}

/** For each label that others stand under: their texts in order. */
function wholeTexts(
  reading: TextReading,
  byLabel: ReadonlyMap<string, Provision>,
): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  for (const provision of reading.provisions) {
    for (const label of ancestorsOf(provision, byLabel)) {
      const held = texts.get(label) ?? [];
      if (held.push(provision.text) === 1) texts.set(label, held);
    }
  }
  return texts;
}
