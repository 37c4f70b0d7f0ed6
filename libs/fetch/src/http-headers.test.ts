import { describe, expect, it } from 'vitest';
import type { FetchRequest } from './fetch-outcome.ts';
import { headersSubset, requestHeaders, validatorsOf } from './http-headers.ts';

const request: FetchRequest = {
  url: 'https://data.trade.gov/consolidated_screening_list/v1/sources',
  headers: { 'Subscription-Key': 'k', 'Accept-Language': 'ja', Host: 'evil.example', 'User-Agent': 'other' },
  validators: { etag: 'W/"1"', lastModified: 'Thu, 25 Jun 2026 01:02:03 GMT' },
  accept: ['application/json', 'text/json'],
  timeoutMs: 1,
  maxBodyBytes: 1,
  requestsPerSecond: 1,
};

describe('requestHeaders', () => {
  it('asks for the accepted types, gzip, and whether the version changed', () => {
    expect(requestHeaders(request, 'Redline', true)).toEqual({
      accept: 'application/json, text/json, */*;q=0.1',
      'accept-encoding': 'gzip',
      'accept-language': 'ja',
      'if-modified-since': 'Thu, 25 Jun 2026 01:02:03 GMT',
      'if-none-match': 'W/"1"',
      'subscription-key': 'k',
      'user-agent': 'Redline',
    });
  });

  it("keeps the caller's headers, which may hold a key, from another origin", () => {
    expect(requestHeaders(request, 'Redline', false)).not.toHaveProperty('subscription-key');
  });

  it('does not send a validator that is no header value', () => {
    const injected = { ...request, validators: { etag: '"1"\r\nx-evil: 1', lastModified: '\u0001' } };
    const headers = requestHeaders(injected, 'Redline', true);
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['if-none-match']));
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining(['if-modified-since']));
  });
});

describe('validatorsOf', () => {
  it('keeps both as received', () => {
    expect(validatorsOf({ etag: 'W/"x"', 'last-modified': 'yesterday' })).toEqual({
      etag: 'W/"x"',
      lastModified: 'yesterday',
    });
  });

  it('leaves out what is absent, repeated or too long', () => {
    expect(validatorsOf({ etag: 'x'.repeat(600), 'last-modified': ['a', 'b'] })).toEqual({});
  });
});

describe('headersSubset', () => {
  it('keeps dates and caching, leaves out cookies, cuts long values', () => {
    const kept = headersSubset({ date: 'd', 'set-cookie': ['secret'], server: 's'.repeat(2_000) });
    expect(kept).toEqual({ date: 'd', server: 's'.repeat(512) });
  });
});
