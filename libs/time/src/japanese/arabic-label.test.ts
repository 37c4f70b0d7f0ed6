import { describe, expect, it } from 'vitest';
import { arabicLabel } from './arabic-label.ts';

describe('arabicLabel', () => {
  it.each([
    ['（十の二）', '(10の2)'],
    ['一六の項', '16の項'],
    ['三の二の項', '3の2の項'],
    ['三の二の項（二）１０', '3の2の項(2)10'],
    ['５の２', '5の2'],
    ['（ｉｖ）', '(iv)'],
    ['一〇', '10'],
  ])('prints %s as %s', (printed, canonical) => {
    expect(arabicLabel(printed)).toBe(canonical);
  });

  it('leaves signs that are no numeral', () => {
    expect(arabicLabel('ヘ')).toBe('ヘ');
    expect(arabicLabel('十百')).toBe('十百');
  });
});
