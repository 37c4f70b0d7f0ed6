import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findEnglishDates, parseEnglishDate } from './english-date.ts';

describe('parseEnglishDate', () => {
  it.each([
    ['January 6, 2020', '2020-01-06'],
    ['Oct. 7, 2022', '2022-10-07'],
    ['Sept. 29, 2025', '2025-09-29'],
    ['11/6/23', '2023-11-06'],
    ['7/21/98', '1998-07-21'],
    ['6 January 2020', '2020-01-06'],
    ['2020-01-06', '2020-01-06'],
    ['November  10,  2025', '2025-11-10'],
  ])('reads %s', (printed, on) => {
    expect(parseEnglishDate(printed)).toBe(on);
  });

  it.each(['February 30, 2024', '13/40/2020', 'Smarch 1, 2020', 'January 2020', '', 'on January 6, 2020'])(
    'refuses %s',
    (printed) => {
      expect(parseEnglishDate(printed)).toBeUndefined();
    },
  );

  it('reads back every day it is given, in the long form', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1936-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (day) => {
        const long = day.toLocaleDateString('en-US', {
          timeZone: 'UTC',
          year: 'numeric',
          month: 'long',
          day: 'numeric',
        });
        expect(parseEnglishDate(long)).toBe(day.toISOString().slice(0, 10));
      }),
    );
  });
});

describe('findEnglishDates', () => {
  it('finds dates in order, with the words as printed', () => {
    const dates = findEnglishDates(
      'remove the expiration date of February 16, 2020, and substitute the date of April 1, 2020.',
    );
    expect(dates.map(({ on, text }) => [on, text])).toEqual([
      ['2020-02-16', 'February 16, 2020'],
      ['2020-04-01', 'April 1, 2020'],
    ]);
  });

  it('does not throw on any text', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400 }), (text) => Array.isArray(findEnglishDates(text))));
  });
});
