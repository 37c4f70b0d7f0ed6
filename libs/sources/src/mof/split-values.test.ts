import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitValues } from './split-values.ts';

describe('splitValues', () => {
  it.each([
    ['エフ・ティー・ビー；ムヨクバンク\nFTB; Mooyokbank', ['エフ・ティー・ビー', 'ムヨクバンク', 'FTB', 'Mooyokbank']],
    ['(a)アル・シャバブ、(b)シャバーブ、(c)ザ・ユース', ['アル・シャバブ', 'シャバーブ', 'ザ・ユース']],
    ['（a）1964年1月1日、\n（b）1959年', ['1964年1月1日', '1959年']],
    [
      'サイフ・アル・アドル（生年月日1963/4/11； 国籍エジプト）； ムハマド・マッカウィ',
      ['サイフ・アル・アドル（生年月日1963/4/11； 国籍エジプト）', 'ムハマド・マッカウィ'],
    ],
    ['A・カビール\n (a.k.a.: A. Kabir)', ['A・カビール', 'A. Kabir']],
    ['不明', []],
    ['-', []],
    ['', []],
  ])('parts %j', (cell, values) => {
    expect(splitValues(cell)).toEqual(values);
  });

  it('invents no letter and takes any text, brackets out of balance among them', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('(', '）', '；', 'a', 'ア', '\n', '(a)', ' ')), (parts) => {
        const cell = parts.join('');
        for (const value of splitValues(cell)) {
          for (const letter of value) expect(`${cell} `).toContain(letter);
        }
      }),
    );
  });
});
