import { describe, expect, it } from 'vitest';
import { guardText } from './guard-text.ts';
import { countries, law, type UnitInWords, units } from './law-in-words.fixture.ts';

const GUARD = { minEntries: 3, maxLossShare: 0.3 };
const articles = (count: number): UnitInWords[] =>
  Array.from({ length: count }, (_, at) => [`第${at}条`, `規定その${at}とする。`]);
const whole = law(units('rule', ...articles(10)), countries('別表第四', ['イラン'], ['イラク'], ['北朝鮮']));

describe('guardText', () => {
  it('holds a first reading that is too small', () => {
    expect(guardText(undefined, law(units('rule', ...articles(2))), GUARD).kind).toBe('implausible');
    expect(guardText(undefined, whole, GUARD).kind).toBe('plausible');
  });

  it('holds a reading that lost more than its share, and lets renumbering pass', () => {
    const half = law(units('rule', ...articles(5)), countries('別表第四', ['イラン'], ['イラク'], ['北朝鮮']));
    expect(guardText(whole, half, GUARD)).toMatchObject({ kind: 'implausible', because: expect.stringContaining('%') });
    const renumbered = law(
      units('rule', ...articles(10).map(([, text], at): UnitInWords => [`第${at + 50}条`, text])),
      countries('別表第四', ['イラン'], ['イラク'], ['北朝鮮']),
    );
    expect(guardText(whole, renumbered, GUARD)).toEqual({ kind: 'plausible' });
  });

  it('holds a reading in which a country list is empty', () => {
    expect(guardText(whole, law(units('rule', ...articles(10))), GUARD)).toMatchObject({
      kind: 'implausible',
      because: expect.stringContaining('別表第四'),
    });
  });

  it('lets a law grow', () => {
    expect(guardText(law(units('rule', ...articles(3))), whole, GUARD)).toEqual({ kind: 'plausible' });
  });
});
