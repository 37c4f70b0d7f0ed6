import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaroWinkler, unitsOf } from '../impact/jaro-winkler.ts';
import { CORE_LIKENESS, type ComparableName, WEAK_FROM } from '../impact/name-match.ts';
import { LetterPattern } from './letter-pattern.ts';
import { addLikely } from './likely-entries.ts';
import { signatureOf } from './name-signature.ts';

/** Names of few letters, so that many pairs are nearly alike, and of all lengths around the bounds of bit masks. */
const letters = fc.constantFrom(...'abcdehin', 'z', '半', '導');
const cores = fc.oneof(
  fc.string({ unit: letters, minLength: 1, maxLength: 14 }),
  fc.string({ unit: letters, minLength: 28, maxLength: 36 }),
  fc.string({ unit: letters, minLength: 60, maxLength: 70 }),
);
/** A core and one that a few letters were put into, taken from or exchanged in. */
const nearPairs = fc
  .tuple(cores, fc.array(fc.tuple(fc.nat(70), fc.string({ unit: letters, maxLength: 2 }), fc.nat(2)), { maxLength: 3 }))
  .map(([core, edits]) => {
    const letters = [...core];
    for (const [at, put, taken] of edits) letters.splice(at % letters.length, taken, ...put);
    return [core, letters.join('') || 'a'] as const;
  });
/** Pairs of cores, half of them nearly alike. */
const pairsOfCores = fc.oneof(nearPairs, fc.tuple(cores, cores));

describe('LetterPattern', () => {
  const lettersOf = (core: string) => [...core].toSorted().join('');
  const sumOf = (core: string) => unitsOf(core).reduce((sum, unit) => sum + unit, 0);

  it('finds alike what Jaro-Winkler finds alike, whatever likeness is asked', () => {
    fc.assert(
      fc.property(pairsOfCores, fc.constantFrom(WEAK_FROM, CORE_LIKENESS), ([core, other], least) => {
        const isLike = new LetterPattern(core, least).isLike(unitsOf(other));
        expect(isLike).toBe(jaroWinkler(other, core) >= least);
      }),
      { numRuns: 2_000 },
    );
  });

  it('holds every order of the same letters to be one, and little else', () => {
    fc.assert(
      fc.property(pairsOfCores, ([core, other]) => {
        const mayBe = new LetterPattern(core, CORE_LIKENESS).mayBeReordered(unitsOf(other));
        if (lettersOf(core) === lettersOf(other)) expect(mayBe).toBe(true);
        else if (mayBe) expect(sumOf(core)).toBe(sumOf(other));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('addLikely', () => {
  const nameOf = (core: string) => ({ raw: core, tokens: [core], compact: core, sorted: core, core, numbers: '' });
  /** Found among other entries, of which none may be looked at. */
  const likelyOf = (name: ComparableName, held: ComparableName) => {
    const { letters, twice, shape, length } = signatureOf(held);
    const entry = [letters, twice, shape];
    const found: number[] = [];
    addLikely(signatureOf(name), length, Uint32Array.of(6, ...entry, 7, ...entry, 8, ...entry), 4, 8, found);
    return found;
  };

  it('leaves out none that Jaro-Winkler finds alike', () => {
    fc.assert(
      fc.property(pairsOfCores, ([core, other]) => {
        const found = likelyOf(nameOf(core), nameOf(other));
        if (jaroWinkler(other, core) >= CORE_LIKENESS) expect(found).toEqual([7]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves out what lacks too many letters, and numbers that differ', () => {
    const held = nameOf('hikvision');
    expect(likelyOf(nameOf('hikmetbulut'), held)).toEqual([]);
    expect(likelyOf({ ...held, numbers: '13' }, held)).toEqual([]);
    expect(likelyOf(nameOf('hikvisoin'), held)).toEqual([7]);
  });
});
