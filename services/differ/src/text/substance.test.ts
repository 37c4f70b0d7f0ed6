import { describe, expect, it } from 'vitest';
import { isVacant, substanceOf } from './substance.ts';

describe('substanceOf', () => {
  it.each([
    ['full and half width', '（１０）　ＩＩＩ', '(10) III'],
    ['one character for a roman numeral', '附属書Ⅲ', '附属書ＩＩＩ'],
    ['old and new forms', '充塡料の國際', '充填料の国際'],
    ['full-size small kana', '貨物であつて', '貨物であって'],
    ['forms of a counter', '三ヶ月又は五ケ所', '三箇月又は五か所'],
    ['a reading in brackets', '遮蔽（へい）する', '遮蔽する'],
    ['one date in two eras', '平成三十一年五月一日まで', '令和元年五月一日まで'],
    ['a law number at another citation', '電子記録債権法（平成十九年法律第百二号）の規定', '電子記録債権法の規定'],
    [
      'a law number before a definition',
      '法律（平成四年法律第百八号。以下「法」という。）',
      '法律（以下「法」という。）',
    ],
  ])('makes %s equal', (_name, one, other) => {
    expect(substanceOf(one, 'ja')).toBe(substanceOf(other, 'ja'));
  });

  it.each([
    ['令和七年四月十三日まで', '令和九年四月十三日まで'],
    ['重水', '水'],
    ['装置（部分品を含む。）', '装置'],
    ['百分の十以上', '百分の一以上'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(substanceOf(one, 'ja')).not.toBe(substanceOf(other, 'ja'));
  });

  it('keeps the words of English apart from each other', () => {
    expect(substanceOf('items  “specially designed”', 'en')).toBe(substanceOf('items "specially designed"', 'en'));
    expect(substanceOf('a part', 'en')).not.toBe(substanceOf('apart', 'en'));
  });
});

describe('isVacant', () => {
  it('knows a place kept free, in both languages', () => {
    for (const text of ['削除', '　削除　', '（削除）', '[Reserved]', '[Removed and Reserved]', ''])
      expect(isVacant(text)).toBe(true);
    for (const text of ['削除する装置', 'Reserved seats are items.', '弁']) expect(isVacant(text)).toBe(false);
  });
});
