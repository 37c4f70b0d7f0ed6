import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_RETRY_AFTER_MS, parseRetryAfter } from './retry-after.ts';

const NOW = Date.UTC(1994, 10, 6, 8, 49, 0);

describe('parseRetryAfter', () => {
  it.each([
    ['seconds', '120', 120_000],
    ['seconds with spaces around', ' 5 ', 5_000],
    ['no wait at all', '0', 0],
    ['an IMF date', 'Sun, 06 Nov 1994 08:49:37 GMT', 37_000],
    ['an RFC 850 date', 'Sunday, 06-Nov-94 08:49:37 GMT', 37_000],
    ['an asctime date', 'Sun Nov  6 08:49:37 1994', 37_000],
    ['a date in the past', 'Sun, 06 Nov 1994 08:48:00 GMT', 0],
    ['a wait beyond the cap', '999999999999', MAX_RETRY_AFTER_MS],
    ['a date beyond the cap', 'Sun, 06 Nov 2044 08:49:37 GMT', MAX_RETRY_AFTER_MS],
  ])('reads %s', (_, value, expected) => {
    expect(parseRetryAfter(value, NOW)).toBe(expected);
  });

  it.each(['', 'soon', '1.5', '-3', '5 seconds', 'Sun, 99 Nov 1994 08:49:37 GMT', '0x10'])(
    'takes %j for no statement',
    (value) => {
      expect(parseRetryAfter(value, NOW)).toBeUndefined();
    },
  );

  it('takes an absent header for no statement', () => {
    expect(parseRetryAfter(undefined, NOW)).toBeUndefined();
  });

  it('reads back any whole number of seconds up to the cap', () => {
    fc.assert(
      fc.property(fc.nat(86_400), (seconds) => {
        expect(parseRetryAfter(String(seconds), NOW)).toBe(seconds * 1000);
      }),
    );
  });

  it('reads back any HTTP date within a day', () => {
    fc.assert(
      fc.property(fc.nat(86_400), (seconds) => {
        const date = new Date(NOW + seconds * 1000).toUTCString();
        expect(parseRetryAfter(date, NOW)).toBe(seconds * 1000);
      }),
    );
  });

  it('stays within its bounds for any text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const wait = parseRetryAfter(text, NOW) ?? 0;
        expect(wait >= 0 && wait <= MAX_RETRY_AFTER_MS).toBe(true);
      }),
    );
  });
});
