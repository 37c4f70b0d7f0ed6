import { describe, expect, it } from 'vitest';
import { movedLimits } from './limit-changes.ts';
import { substanceOf } from './substance.ts';

const moved = (before: string, after: string) => movedLimits(substanceOf(before, 'ja'), substanceOf(after, 'ja'));

describe('movedLimits', () => {
  it.each([
    ['波長が三七〇ナノメートル以上のもの', '波長が三五〇ナノメートル以上のもの', '波長', 370, 350, 'tighten'],
    ['波長が三七〇ナノメートル以上のもの', '波長が四〇〇ナノメートル以上のもの', '波長', 370, 400, 'loosen'],
    ['線幅が四五ナノメートル以下のもの', '線幅が六五ナノメートル以下のもの', '線幅', 45, 65, 'tighten'],
    ['線幅が四五ナノメートル未満のもの', '線幅が一〇ナノメートル未満のもの', '線幅', 45, 10, 'loosen'],
    ['周波数が三一・八ギガヘルツを超えるもの', '周波数が四・一ギガヘルツを超えるもの', '周波数', 31.8, 4.1, 'tighten'],
    [
      '厚さが〇・〇五ミリメートルよりも薄い、又は幅が三ミリメートルより小さいもの',
      '厚さが〇・〇五ミリメートルよりも薄い、又は幅が五ミリメートルより小さいもの',
      '幅',
      3,
      5,
      'tighten',
    ],
    [
      '温度がマイナス五五度より低い温度で使用できるもの',
      '温度がマイナス四〇度より低い温度で使用できるもの',
      '温度',
      -55,
      -40,
      'tighten',
    ],
    [
      '濃度が百万分の一未満であつて、純度が九九・九九パーセント以上',
      '濃度が百万分の一未満であつて、純度が九九・九パーセント以上',
      '純度',
      99.99,
      99.9,
      'tighten',
    ],
    ['比抵抗が５，０００オーム以上', '比抵抗が１００００オーム以上', '比抵抗', 5000, 10000, 'loosen'],
    ['誤差が五を超えないもの', '誤差が八を超えないもの', '誤差', 5, 8, 'tighten'],
    ['濃度が一〇の一七乗以上のもの', '濃度が一〇の一六乗以上のもの', '濃度', 1e17, 1e16, 'tighten'],
  ])('%s, then %s', (before, after, parameter, oldValue, newValue, direction) => {
    expect(moved(before, after)).toMatchObject([
      { from: { parameter, value: oldValue }, to: { value: newValue }, direction },
    ]);
  });

  it.each([
    ['増幅器（出力が五ワット以下のものを除く。）', '増幅器（出力が三ワット以下のものを除く。）', 'tighten'],
    ['増幅器（出力が五ワット以上のものに限る。）', '増幅器（出力が三ワット以上のものに限る。）', 'tighten'],
    [
      '増幅器（出力が五ワット以上のもの（質量が二キログラム以下のものを除く。）を除く。）',
      '増幅器（出力が五ワット以上のもの（質量が三キログラム以下のものを除く。）を除く。）',
      'tighten',
    ],
    ['出力が五ワット以下のもの以外のもの', '出力が七ワット以下のもの以外のもの', 'loosen'],
  ])('turns the direction with each exclusion around the limit: %s, then %s', (before, after, direction) => {
    expect(moved(before, after)).toMatchObject([{ direction }]);
  });

  it('says that a limit now takes in its own value', () => {
    expect(moved('出力が五ワットを超えるもの', '出力が五ワット以上のもの')).toMatchObject([
      { from: { operator: '>' }, to: { operator: '>=' }, direction: 'tighten' },
    ]);
    expect(moved('線幅が五ナノメートル以下', '線幅が五ナノメートル未満')).toMatchObject([{ direction: 'loosen' }]);
  });

  it('compares across the prefixes of a unit, and guesses at nothing else', () => {
    expect(moved('波長が一マイクロメートル以上', '波長が一〇〇〇ナノメートル以上')).toEqual([]);
    expect(moved('波長が一マイクロメートル以上', '波長が九〇〇ナノメートル以上')).toMatchObject([
      { direction: 'tighten' },
    ]);
    expect(moved('出力が五ワット以上', '出力が五ボルト以上')).toMatchObject([{ direction: 'unknown' }]);
    expect(moved('出力が五ワット以上', '出力が五ワット以下')).toMatchObject([{ direction: 'unknown' }]);
    expect(moved('出力が五ワット以上でないもの', '出力が六ワット以上でないもの')).toMatchObject([
      { direction: 'unknown' },
    ]);
  });

  it('claims nothing when words changed as well', () => {
    expect(moved('出力が五ワット以上の増幅器', '出力が六ワット以上の増幅装置')).toBeUndefined();
  });

  it('takes two spellings of one number for one', () => {
    expect(moved('質量が五〇〇キログラム以上', '質量が五百キログラム以上')).toEqual([]);
  });
});
