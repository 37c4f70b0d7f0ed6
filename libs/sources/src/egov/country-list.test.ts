import { describe, expect, it } from 'vitest';
import { countriesOf } from './country-list.ts';

describe('countriesOf', () => {
  it('splits a sentence of countries', () => {
    expect(countriesOf('イラン、イラク、北朝鮮')).toEqual(['イラン', 'イラク', '北朝鮮']);
    expect(countriesOf('イラン、イラク及び北朝鮮。')).toEqual(['イラン', 'イラク', '北朝鮮']);
  });

  it('keeps a bracket with its country', () => {
    expect(countriesOf('イラン、中国（香港、マカオを除く）、イラク')).toEqual([
      'イラン',
      '中国（香港、マカオを除く）',
      'イラク',
    ]);
  });

  it('does not take a list of goods for one of countries', () => {
    expect(countriesOf('別表第一の五の項（十四）、七の項（二）、八の項の中欄に掲げる貨物')).toBeUndefined();
    expect(countriesOf('')).toBeUndefined();
    expect(countriesOf('削除')).toBeUndefined();
  });

  it('answers in time for a sentence of any length', () => {
    expect(countriesOf('（、'.repeat(1_000_000))).toBeUndefined();
    expect(countriesOf('（、'.repeat(1_999))).toBeUndefined();
  });
});
