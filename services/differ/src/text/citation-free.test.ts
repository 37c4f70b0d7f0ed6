import { describe, expect, it } from 'vitest';
import { withoutCitations } from './citation-free.ts';
import { substanceOf } from './substance.ts';

const points = (text: string) => withoutCitations(substanceOf(text, 'ja'), 'ja');

describe('withoutCitations', () => {
  it.each([
    ['法第六十九条の六第二項', '法第六十九条の七第二項'],
    ['麻薬取締法第二条第七号に規定する', '麻薬取締法第二条第一項第七号に規定する'],
    ['同法第二十九条の四の二第十項', '同法第二十九条の四の二第九項'],
    ['（前号に掲げる貨物を除く。）', '（前二号に掲げる貨物を除く。）'],
    ['第四条第三項第二号ハ中', '第四条第二項第二号ハ中'],
    ['同条第四項の規定', '同条第三項の規定'],
    ['別表第二の三第二号（３２）', '別表第二の三第二号（３３）'],
  ])('makes %s and %s equal', (one, other) => {
    expect(points(one)).toBe(points(other));
  });

  it.each([
    ['第一項又は第三項', '第一項から第三項まで'],
    ['第一項の規定', '第一項及び第二項の規定'],
    ['第二号ホに掲げる', '第二号ホ及びへに掲げる'],
    ['第三条の一般原則', '第三条の特別原則'],
    ['別表第一の一五の項', '別表第一の一六の項'],
    ['法第四条', '令第四条'],
    ['第二号に掲げる装置', '第二号に掲げる機器'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(points(one)).not.toBe(points(other));
  });

  it('takes a bare sibling number for a citation only where siblings were renumbered', () => {
    const [one, other] = ['(十六)に掲げる貨物', '(十七)に掲げる貨物'];
    expect(withoutCitations(one, 'ja')).not.toBe(withoutCitations(other, 'ja'));
    expect(withoutCitations(one, 'ja', true)).toBe(withoutCitations(other, 'ja', true));
  });

  it('reads English citations', () => {
    const english = (text: string) => withoutCitations(text, 'en');
    expect(english('see § 744.11(a)(2) of the EAR')).toBe(english('see § 744.23(b) of the EAR'));
    expect(english('under paragraph (b)(1) of this section')).toBe(english('under paragraph (c)(1) of this section'));
    expect(english('16 or more')).not.toBe(english('12 or more'));
  });
});
