import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOf } from './number-words.ts';

describe('countOf', () => {
  it.each([
    ['twenty-eight', 28],
    ['seventy six', 76],
    ['one hundred and fourteen', 114],
    ['three hundred', 300],
    ['eleven', 11],
    ['an', 1],
    ['93', 93],
    ['1,245', 1245],
  ])('reads %s', (printed, count) => {
    expect(countOf(printed)).toBe(count);
  });

  it.each(['several', 'twenty-', 'hundred', '', 'twelfth', '1.5'])('gives nothing for "%s"', (printed) => {
    expect(countOf(printed)).toBeUndefined();
  });

  it('reads figures as themselves', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999 }), (count) => countOf(String(count)) === count));
  });
});
