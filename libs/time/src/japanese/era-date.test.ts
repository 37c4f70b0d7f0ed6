import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eraDatesIn, readEraDate, withCommonYears, yearOfEra } from './era-date.ts';

describe('readEraDate', () => {
  it.each([
    ['令和七年十一月十四日', '2025-11-14'],
    ['令和元年五月一日', '2019-05-01'],
    ['平成３１年４月３０日', '2019-04-30'],
    ['昭和二四年一二月一日', '1949-12-01'],
    ['大正元年７月３０日', '1912-07-30'],
    ['明治 45 年 7 月 29 日', '1912-07-29'],
    ['R7.11.14', '2025-11-14'],
    ['㋿8年2月14日', '2026-02-14'],
  ])('reads %s as %s', (printed, date) => {
    expect(readEraDate(printed)).toBe(date);
  });

  it('answers nothing for a day that does not exist or text around the date', () => {
    expect(readEraDate('令和七年二月三十日')).toBeUndefined();
    expect(readEraDate('令和零年一月一日')).toBeUndefined();
    expect(readEraDate('令和七年四月一日から施行する')).toBeUndefined();
    expect(readEraDate('2025年4月1日')).toBeUndefined();
  });

  it('reads back every day of 令和 in ASCII digits', () => {
    const days = fc.date({ min: new Date('2019-05-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const printed = `令和${day.getUTCFullYear() - 2018}年${day.getUTCMonth() + 1}月${day.getUTCDate()}日`;
        return readEraDate(printed) === day.toISOString().slice(0, 10);
      }),
    );
  });
});

describe('eraDatesIn', () => {
  it('finds each date in running text, past the announced end of an era too', () => {
    expect(eraDatesIn('令和九年四月十三日までの間は、平成三十二年四月一日以後に')).toEqual([
      '2027-04-13',
      '2020-04-01',
    ]);
  });
});

describe('withCommonYears', () => {
  it('makes one day written in two eras equal', () => {
    expect(withCommonYears('平成三十一年五月一日から')).toBe(withCommonYears('令和元年五月一日から'));
    expect(withCommonYears('平成三十二年度')).toBe('2020年度');
  });

  it('leaves letters inside words alone', () => {
    expect(withCommonYears('GPS7年')).toBe('GPS7年');
  });
});

describe('yearOfEra', () => {
  it('answers nothing for an unknown era', () => {
    expect(yearOfEra('慶応', '1')).toBeUndefined();
  });
});
