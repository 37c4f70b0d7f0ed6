import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isRespelling, jaroWinkler, wordOverlap, wordsOf } from './name-similarity.ts';

describe('jaroWinkler', () => {
  it.each([
    ['martha', 'marhta', 0.961],
    ['dwayne', 'duane', 0.84],
    ['dixon', 'dicksonx', 0.813],
    ['zte', 'abb', 0],
  ])('gives the published value for %s and %s', (left, right, value) => {
    expect(jaroWinkler(left, right)).toBeCloseTo(value, 2);
  });

  it('lies between 0 and 1, is 1 for equal names and the same from either side', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        const value = jaroWinkler(left, right);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 + Number.EPSILON);
        expect(jaroWinkler(right, left)).toBeCloseTo(value, 10);
        if (left !== '') expect(jaroWinkler(left, left)).toBe(1);
      }),
    );
  });
});

describe('isRespelling', () => {
  it.each([
    ['Tian Jin Phytium', 'Tianjin Phytium', true],
    ['Kuybyshev Refinery OJSC', 'Kuibyshev Refinery', true],
    ['Elem Group, LLC', 'Elem Group', true],
    ['CETC 54th Research Institute', 'CETC 55th Research Institute', false],
    ['Joint Stock Company Kontakt', 'Joint Stock Company Radiosviaz', false],
  ])('%s and %s: %s', (left, right, answer) => {
    expect(isRespelling(left, right)).toBe(answer);
  });
});

describe('wordOverlap', () => {
  it('is the share of common words', () => {
    expect(wordOverlap(wordsOf('5 Main Road'), wordsOf('Main Road, 5, Hub'))).toBe(0.75);
    expect(wordOverlap(wordsOf(''), wordsOf(''))).toBe(0);
  });
});
