import type { Provision, TextReading } from '#domain';
import { type Bigrams, bigramsOf } from './similarity.ts';
import { isVacant, substanceOfProvision } from './substance.ts';

/** A provision with what the differ compares it by. */
export interface Unit {
  readonly provision: Provision;
  readonly substance: string;
  readonly bigrams: Bigrams;
  /** For a unit that holds others: its words and theirs, since `次に掲げる貨物` alone is no identity. */
  readonly whole: Bigrams | undefined;
  /** Whether others stand in it. */
  readonly isHolding: boolean;
  /** Substance of a unit with all it holds; equal in two readings only where nothing in it changed. */
  readonly wholeSubstance: string;
  /** Label of the outermost unit it stands in: the row, the numbered item, or itself. */
  readonly root: string;
}

/** Whether two units can be one at all: of one kind, and under one label of one instrument, since numbers are given anew. */
export function isSameSort({ provision: before }: Unit, { provision: after }: Unit): boolean {
  if (before.kind !== after.kind) return false;
  return before.label !== after.label || before.instrumentId === after.instrumentId;
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
      const substance = substanceOfProvision(provision, reading.lang);
      const root = ancestorsOf(provision, byLabel).at(-1) ?? provision.label;
      const held = wholes.get(provision.label);
      const wholeSubstance = held ? [substance, ...held].join('\u001f') : substance;
      return lazyUnit({ provision, substance, wholeSubstance, isHolding: held !== undefined, root });
    });
}

/** Runs are counted when they are first asked for: most units of a large part are never compared. */
function lazyUnit(facts: Omit<Unit, 'bigrams' | 'whole'>): Unit {
  let bigrams: Bigrams | undefined;
  let whole: Bigrams | undefined;
  return {
    ...facts,
    get bigrams() {
      bigrams ??= bigramsOf(facts.substance);
      return bigrams;
    },
    get whole() {
      if (facts.isHolding) whole ??= bigramsOf(facts.wholeSubstance);
      return whole;
    },
  };
}

/** For each label that others stand under: their words in order. */
function wholeTexts(
  reading: TextReading,
  byLabel: ReadonlyMap<string, Provision>,
): ReadonlyMap<string, readonly string[]> {
  const texts = new Map<string, string[]>();
  for (const provision of reading.provisions) {
    for (const label of ancestorsOf(provision, byLabel)) {
      const held = texts.get(label) ?? [];
      if (held.push(substanceOfProvision(provision, reading.lang)) === 1) texts.set(label, held);
    }
  }
  return texts;
}
