import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kanjiNumber, placeValueKanji } from './kanji-number.ts';

const SIGNS = '〇一二三四五六七八九';

function inMyriads(value: number): string {
  const many = Math.floor(value / 10_000);
  return `${many > 0 ? `${placeValueKanji(many)}万` : ''}${placeValueKanji(value % 10_000)}`;
}

describe('kanjiNumber', () => {
  it('reads every place-value numeral', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99_999_999 }), (n) => kanjiNumber(inMyriads(n)) === n));
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
