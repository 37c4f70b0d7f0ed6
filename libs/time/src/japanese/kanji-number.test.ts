import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kanjiNumber } from './kanji-number.ts';

const SIGNS = '〇一二三四五六七八九';

function placeValue(value: number): string {
  if (value >= 10_000)
    return `${placeValue(Math.floor(value / 10_000))}万${value % 10_000 ? placeValue(value % 10_000) : ''}`;
  const places: readonly [number, string][] = [
    [1000, '千'],
    [100, '百'],
    [10, '十'],
    [1, ''],
  ];
  return places
    .map(([size, sign]) => {
      const digit = Math.floor(value / size) % 10;
      if (digit === 0) return '';
      return size > 1 && digit === 1 ? sign : `${SIGNS[digit]}${sign}`;
    })
    .join('');
}

describe('kanjiNumber', () => {
  it('reads every place-value numeral', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => kanjiNumber(placeValue(n)) === n));
  });

  it('reads every numeral written digit by digit, in kanji and in full-width digits', () => {
    fc.assert(
      fc.property(fc.nat(99_999_999), (n) => {
        const kanji = [...String(n)].map((d) => SIGNS[Number(d)]).join('');
        const wide = [...String(n)].map((d) => String.fromCodePoint(0xff10 + Number(d))).join('');
        return kanjiNumber(kanji) === n && kanjiNumber(wide) === n;
      }),
    );
  });

  it('reads the mixed amounts of tables', () => {
    expect(kanjiNumber('二〇〇万')).toBe(2_000_000);
    expect(kanjiNumber('百万')).toBe(1_000_000);
    expect(kanjiNumber('三十五億')).toBe(3_500_000_000);
  });

  it('refuses what is not wholly one numeral', () => {
    for (const text of ['', '万', '十百', '一の二', 'イ', '十十', '九'.repeat(25), '1.5']) {
      expect(kanjiNumber(text)).toBeUndefined();
    }
  });

  it('answers a safe whole number or nothing, whatever the text', () => {
    const signs = fc.string({ unit: fc.constantFrom(...'〇一九十百千万億兆0９x') });
    fc.assert(
      fc.property(fc.oneof(signs, fc.string()), (text) => {
        const value = kanjiNumber(text);
        return value === undefined || Number.isSafeInteger(value);
      }),
    );
  });
});
