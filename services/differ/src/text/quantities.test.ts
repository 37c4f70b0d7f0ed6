import { describe, expect, it } from 'vitest';
import { diffTexts } from './diff-texts.ts';
import { law, units } from './law-in-words.fixture.ts';
import { movedQuantities } from './quantities.ts';

describe('movedQuantities', () => {
  it.each([
    ['百分の十以上', '百分の一以上', 10, 1, '%'],
    ['千分の五', '千分の十', 0.5, 1, '%'],
    ['総価額二〇〇万円以下', '総価額三百万円以下', 2_000_000, 3_000_000, '円'],
    ['25パーセント以下', '10パーセント以下', 25, 10, '%'],
    ['五年以下の拘禁刑', '十年以下の拘禁刑', 5, 10, '年'],
  ])('reads %s becoming %s', (before, after, from, to, unit) => {
    expect(movedQuantities(before, after)).toEqual([{ from: { value: from, unit }, to: { value: to, unit } }]);
  });

  it('reads a term of imprisonment that moved as its name became 拘禁刑, with the fine beside it', () => {
    expect(
      movedQuantities('五年以下の懲役若しくは二百万円以下の罰金', '七年以下の拘禁刑若しくは二千万円以下の罰金'),
    ).toEqual([
      { from: { value: 5, unit: '年' }, to: { value: 7, unit: '年' } },
      { from: { value: 2_000_000, unit: '円' }, to: { value: 20_000_000, unit: '円' } },
    ]);
    expect(movedQuantities('当該価格の三倍以下とする', '当該価格の五倍以下とする')).toEqual([
      { from: { value: 3, unit: '倍' }, to: { value: 5, unit: '倍' } },
    ]);
  });

  it('claims no number when anything else changed, or only its spelling', () => {
    expect(movedQuantities('百分の十以上', '百分の一を超える')).toBeUndefined();
    expect(movedQuantities('五年以下の懲役', '五年以下の拘禁刑')).toBeUndefined();
    expect(movedQuantities('二百万円', '二〇〇万円')).toBeUndefined();
    expect(movedQuantities('五万円', '五パーセント')).toBeUndefined();
  });
});

describe('a number that moved in a law', () => {
  const one = (text: string) => law(units('rule', ['第二条', text]));

  it('is told as a threshold with both values, its direction left open', () => {
    const [change] = diffTexts(one('議決権の数が百分の十以上となる取得'), one('議決権の数が百分の一以上となる取得'));
    expect(change).toMatchObject({
      type: 'threshold.changed',
      subject: { kind: 'threshold', label: '第二条' },
      direction: 'unknown',
      after: { oldValue: 10, newValue: 1, unit: '%' },
    });
  });

  it('is told as a penalty where a fine rose', () => {
    const [change] = diffTexts(one('百万円以下の罰金に処する。'), one('三百万円以下の罰金に処する。'));
    expect(change).toMatchObject({ type: 'penalty.changed', direction: 'tighten', after: { newValue: 3_000_000 } });
  });
});
