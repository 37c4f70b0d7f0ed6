import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mappedSearchForm, searchForm } from './search-form.ts';

describe('the form in which texts are searched', () => {
  it.each([
    ['七の項（十の二）', '7 の項 10 の 2'],
    ['7の項(10の2)', '7 の項 10 の 2'],
    ['別表第一の一六の項の中欄', '別表第 1 の 16 の項の中欄'],
    ['第百二十三条の二第一項', '第 123 条の 2 第 1 項'],
    ['二〇二六年', '二〇二六年'],
    ['統一の基準、三菱、唯一の', '統一の基準 三菱 唯一の'],
    ['ＥＣＣＮ　３Ａ０９０．ａ, and', 'eccn 3a090.a and'],
    ['2023–26935', '2023 26935'],
    ['§ 744.11(a).', '744.11 a'],
    ['U.S. persons', 'us persons'],
    ['4,800 TOPS', '4800 tops'],
    ['ﾌｧｰｳｪｲ・テクノロジー', 'ファーウェイテクノロジー'],
    ['半導体\n製造 装置のＡＩ技術', '半導体製造装置の ai 技術'],
    ['Société Générale', 'societe generale'],
    ['', ''],
    ['*"-\u0000', ''],
  ])('of %j is %j', (raw, form) => {
    expect(searchForm(raw)).toBe(form);
  });

  it('holds nothing but letters, numbers, marks, single spaces and full stops, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (raw) => {
        expect(searchForm(raw)).toMatch(/^[\p{L}\p{N}\p{M}.]*(?: [\p{L}\p{N}\p{M}.]+)*$/u);
      }),
    );
  });

  it('is the same with the places of its characters, which rise', () => {
    const letters = [...'第十条の二7（三）.,a.b éÀ ﾊﾟ半導体 \n「」・Ｕ．Ｓ．1,000'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...letters), { maxLength: 60 }), (parts) => {
        const raw = parts.join('');
        const { text, starts, ends } = mappedSearchForm(raw);
        expect(text.trim()).toBe(searchForm(raw));
        expect([starts.length, ends.length]).toEqual([text.length, text.length]);
        expect(starts).toEqual(starts.toSorted((one, other) => one - other));
        expect(starts.every((start, index) => start <= (ends[index] ?? -1))).toBe(true);
      }),
    );
  });
});
