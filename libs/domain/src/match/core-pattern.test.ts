import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jaroWinkler, unitsOf } from '../impact/jaro-winkler.ts';
import { CORE_LIKENESS } from '../impact/name-match.ts';
import { CorePattern } from './core-pattern.ts';
import { addLikely, signatureOf } from './name-signature.ts';

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
const pairs = fc.oneof(nearPairs, fc.tuple(cores, cores));

describe('CorePattern', () => {
  const lettersOf = (core: string) => [...core].toSorted().join('');
  const sumOf = (core: string) => unitsOf(core).reduce((sum, unit) => sum + unit, 0);

  it('finds alike what Jaro-Winkler finds alike or has the same letters, and little else', () => {
    fc.assert(
      fc.property(pairs, ([core, other]) => {
        const sameLetters = lettersOf(core) === lettersOf(other);
        const isLike = new CorePattern(core).isLike(unitsOf(other));
        if (sameLetters || jaroWinkler(other, core) >= CORE_LIKENESS) expect(isLike).toBe(true);
        else if (isLike) expect(sumOf(core)).toBe(sumOf(other));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('addLikely', () => {
  const nameOf = (core: string) => ({ raw: core, tokens: [core], compact: core, sorted: core, core, numbers: '' });

  it('leaves out none that Jaro-Winkler finds alike', () => {
    fc.assert(
      fc.property(pairs, ([core, other]) => {
        const { letters, twice, shape } = signatureOf(nameOf(other));
        const found: number[] = [];
        addLikely(signatureOf(nameOf(core)), Uint32Array.of(7, letters, twice, shape), found);
        if (jaroWinkler(other, core) >= CORE_LIKENESS) expect(found).toEqual([7]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('leaves out what lacks too many letters, and numbers that differ', () => {
    const { letters, twice, shape } = signatureOf(nameOf('hikvision'));
    const entry = Uint32Array.of(7, letters, twice, shape);
    const found: number[] = [];
    addLikely(signatureOf(nameOf('hikmetbulut')), entry, found);
    addLikely(signatureOf({ ...nameOf('hikvision'), numbers: '13' }), entry, found);
    expect(found).toEqual([]);
    addLikely(signatureOf(nameOf('hikvisoin')), entry, found);
    expect(found).toEqual([7]);
  });
});
