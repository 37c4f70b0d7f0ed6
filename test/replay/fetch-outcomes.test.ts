import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFetcher, type Fetcher, type FetchRequest, nextRetry } from '#fetch';
import { type PublisherServer, startPublisherServer } from './publisher-server.ts';
import { captureOf } from './publisher-server-captures.ts';
import type { PublisherFault } from './publisher-server-faults.ts';

const COVERED_LIST = 'https://www.fcc.gov/supplychain/coveredlist';
const FEED = 'https://www.meti.go.jp/ml_index_release_atom.xml';
const page = (date: string) =>
  `<!DOCTYPE html><html><head><title>List of Equipment and Services</title></head><body>(Updated ${date})${'.'.repeat(400)}</body></html>`;
/** Written by us in the publishers' formats. */
const captures = [
  captureOf({
    url: COVERED_LIST,
    retrievedAt: '2026-06-25T12:31:00Z',
    mediaType: 'text/html; charset=utf-8',
    body: page('May 1, 2026'),
  }),
  captureOf({
    url: COVERED_LIST,
    retrievedAt: '2026-06-26T12:24:00Z',
    mediaType: 'text/html; charset=utf-8',
    body: page('June 26, 2026'),
  }),
  captureOf({
    url: FEED,
    retrievedAt: '2025-11-11T06:00:00Z',
    mediaType: 'application/atom+xml; charset=utf-8',
    body: '<feed/>',
  }),
];

let server: PublisherServer;
let fetcher: Fetcher;

beforeAll(async () => {
  server = await startPublisherServer({ captures, now: '2026-06-26T00:00:00Z' });
});
afterAll(() => server.close());
beforeEach(async () => {
  server.setNow('2026-06-26T00:00:00Z');
  server.setFault(COVERED_LIST, undefined);
  fetcher = createFetcher({
    userAgent: 'Redline/test (+mailto:ops@example.com)',
    allow: ['127.0.0.0/8'],
    rewriteUrl: server.rewrite,
  });
  return () => fetcher.close();
});

const request = (further: Partial<FetchRequest> = {}): FetchRequest => ({
  url: COVERED_LIST,
  accept: ['text/html'],
  timeoutMs: 5_000,
  maxBodyBytes: 1_000_000,
  requestsPerSecond: 1_000,
  ...further,
});

async function getWith(fault: PublisherFault, further: Partial<FetchRequest> = {}) {
  server.setFault(COVERED_LIST, fault);
  return fetcher.get(request(further));
}

describe('fetching a publication', () => {
  it('gives the decoded bytes, what was declared, and the address of the publisher', async () => {
    const outcome = await fetcher.get(request());
    expect(outcome).toMatchObject({
      kind: 'fetched',
      status: 200,
      mediaType: 'text/html; charset=utf-8',
      url: COVERED_LIST,
      validators: { etag: expect.stringMatching(/^"[0-9a-f]{32}"$/), lastModified: 'Thu, 25 Jun 2026 12:31:00 GMT' },
      headersSubset: { 'content-encoding': 'gzip' },
    });
    expect(outcome.kind === 'fetched' && new TextDecoder().decode(outcome.bytes)).toBe(page('May 1, 2026'));
  });

  it('says who asks and takes gzip', async () => {
    await fetcher.get(request({ headers: { 'accept-language': 'ja' } }));
    expect(server.requests.at(-1)).toMatchObject({
      url: COVERED_LIST,
      headers: {
        'user-agent': 'Redline/test (+mailto:ops@example.com)',
        'accept-encoding': 'gzip',
        'accept-language': 'ja',
      },
    });
  });

  it('hears that nothing changed, and gets the new version once there is one', async () => {
    const first = await fetcher.get(request());
    if (first.kind !== 'fetched') throw new Error('the first answer is needed');
    const again = { validators: first.validators };
    expect(await fetcher.get(request(again))).toEqual({ kind: 'not_modified', validators: first.validators });
    server.setNow('2026-06-27T00:00:00Z');
    const later = await fetcher.get(request(again));
    expect(later.kind === 'fetched' && new TextDecoder().decode(later.bytes)).toContain('June 26, 2026');
  });

  it('asks by date where the publisher gave no ETag', async () => {
    const validators = { lastModified: 'Thu, 25 Jun 2026 12:31:00 GMT' };
    expect(await fetcher.get(request({ validators }))).toMatchObject({ kind: 'not_modified' });
  });

  it('keeps the declared type when its charset is wrong: the reader decides', async () => {
    expect(await getWith({ kind: 'charset', charset: 'shift_jis' })).toMatchObject({
      kind: 'fetched',
      mediaType: 'text/html; charset=shift_jis',
    });
  });

  it('follows a redirect and reports where it ended', async () => {
    expect(await getWith({ kind: 'redirect', to: FEED }, { accept: ['application/atom+xml'] })).toMatchObject({
      kind: 'fetched',
      url: FEED,
    });
  });
});

describe('refusing what is not the publication', () => {
  it.each<[string, PublisherFault, string]>([
    ['a page that asks for access, with status 200', { kind: 'block_page' }, 'blocked_page'],
    ['the way to the bot wall', { kind: 'redirect', to: 'https://unblock.federalregister.gov' }, 'blocked_page'],
    ['an empty body', { kind: 'empty' }, 'empty'],
    ['a body shorter than its Content-Length', { kind: 'truncated' }, 'truncated'],
    ['a gzip that unfolds without end', { kind: 'gzip_bomb', megabytes: 300 }, 'too_large'],
    ['a body of 100 MB', { kind: 'huge', megabytes: 100 }, 'too_large'],
    ['another type', { kind: 'replaced', body: '{}', mediaType: 'application/json' }, 'wrong_type'],
    ['a circle of redirects', { kind: 'redirect', to: COVERED_LIST }, 'too_many_redirects'],
    ['a redirect without a usable target', { kind: 'redirect', to: 'javascript:alert(1)' }, 'bad_redirect'],
    ['a redirect down to http', { kind: 'redirect', to: 'http://www.fcc.gov/' }, 'bad_redirect'],
  ])('refuses %s', async (_, fault, because) => {
    expect(await getWith(fault)).toMatchObject({ kind: 'refused', because });
  });

  it('refuses a page of HTML where JSON was asked', async () => {
    expect(await fetcher.get(request({ accept: ['application/json'] }))).toMatchObject({ because: 'wrong_type' });
  });

  it('refuses a declared length beyond the limit without reading', async () => {
    const big = captureOf({
      url: COVERED_LIST,
      retrievedAt: '2026-06-25T13:00:00Z',
      mediaType: 'text/plain',
      body: 'ab'.repeat(5),
    });
    const other = await startPublisherServer({ captures: [big], now: '2026-07-01T00:00:00Z' });
    const reader = createFetcher({ userAgent: 'x', allow: ['127.0.0.0/8'], rewriteUrl: other.rewrite });
    expect(await reader.get(request({ maxBodyBytes: 9 }))).toMatchObject({ kind: 'refused', because: 'too_large' });
    await reader.close();
    await other.close();
  });

  it('refuses a redirect to an address that is not public', async () => {
    server.setFault(COVERED_LIST, { kind: 'redirect', to: 'https://169.254.169.254/latest/meta-data/' });
    const rewriteUrl = (url: string) => (url.startsWith('https://169') ? url : server.rewrite(url));
    const guarded = createFetcher({ userAgent: 'x', allow: ['127.0.0.0/8'], rewriteUrl });
    expect(await guarded.get(request())).toMatchObject({ kind: 'refused', because: 'blocked_address' });
    await guarded.close();
  });

  it('refuses loopback unless it is allowed, in any spelling', async () => {
    const strict = createFetcher({ userAgent: 'x' });
    const { port } = new URL(server.origin);
    for (const host of ['127.0.0.1', 'localhost', '0x7f.1', '2130706433', '[::ffff:127.0.0.1]']) {
      const url = `http://${host}:${port}/www.fcc.gov/supplychain/coveredlist`;
      expect(await strict.get(request({ url }))).toMatchObject({ kind: 'refused', because: 'blocked_address' });
    }
    expect(await strict.get(request({ url: 'file:///etc/passwd' }))).toMatchObject({ because: 'bad_url' });
    await strict.close();
  });

  it('sends a header that may hold a key to no other origin', async () => {
    await getWith(
      { kind: 'redirect', to: FEED },
      { headers: { 'subscription-key': 'k' }, accept: ['application/atom+xml'] },
    );
    const [before, after] = server.requests.slice(-2).map(({ headers }) => headers['subscription-key']);
    expect([before, after]).toEqual(['k', undefined]);
  });
});

describe('reporting a publisher that does not answer', () => {
  it.each<[string, PublisherFault, Record<string, unknown>]>([
    ['an error of the server', { kind: 'status', status: 500 }, { because: 'status', status: 500 }],
    ['a page that is gone', { kind: 'status', status: 404 }, { because: 'status', status: 404 }],
    ['a slow 504', { kind: 'slow', afterMs: 50 }, { because: 'status', status: 504 }],
    ['silence until the deadline', { kind: 'slow', afterMs: 60_000 }, { because: 'timeout' }],
    ['a body that drips beyond the deadline', { kind: 'drip', everyMs: 50 }, { because: 'timeout' }],
    ['a connection that is reset', { kind: 'reset' }, { because: 'reset' }],
    [
      '429 with a wait',
      { kind: 'status', status: 429, retryAfter: '30' },
      { because: 'status', status: 429, retryAfterMs: 30_000 },
    ],
  ])('reports %s', async (_, fault, expected) => {
    expect(await getWith(fault, { timeoutMs: 400 })).toMatchObject({ kind: 'unavailable', ...expected });
  });

  it('reports a 429 without Retry-After as such, and the retry waits on its own account', async () => {
    const outcome = await getWith({ kind: 'status', status: 429 });
    expect(outcome).not.toHaveProperty('retryAfterMs');
    expect(nextRetry(1, outcome, () => 0)).toEqual({ retry: true, delayMs: 30_000 });
  });

  it('asks a resting host nothing, for any of its sources', async () => {
    await getWith({ kind: 'status', status: 503, retryAfter: '60' });
    const before = server.requests.length;
    const other = await fetcher.get(request({ url: 'https://www.fcc.gov/other' }));
    expect(other).toMatchObject({ kind: 'unavailable', because: 'host_resting', retryAfterMs: expect.any(Number) });
    expect(server.requests.length).toBe(before);
  });

  it('does not make a host rest for a Retry-After that is no throttling', async () => {
    await getWith({ kind: 'status', status: 404, retryAfter: '60' });
    server.setFault(COVERED_LIST, undefined);
    expect(await fetcher.get(request())).toMatchObject({ kind: 'fetched' });
  });

  it('has the publication again when the fault is over', async () => {
    server.setFault(COVERED_LIST, { kind: 'reset' }, 1);
    expect((await fetcher.get(request())).kind).toBe('unavailable');
    expect((await fetcher.get(request())).kind).toBe('fetched');
  });

  it('ends what is running when the process stops', async () => {
    const running = getWith({ kind: 'slow', afterMs: 60_000 });
    const queued = fetcher.get(request());
    await expect.poll(() => server.requests.length).toBeGreaterThan(0);
    await fetcher.close();
    expect(await running).toMatchObject({ kind: 'unavailable', because: 'stopping' });
    expect(await queued).toMatchObject({ kind: 'unavailable', because: 'stopping' });
  });
});

describe('politeness', () => {
  it('spaces requests to one host that were asked at once', async () => {
    const before = server.requests.length;
    const slow = [1, 2, 3].map(() => fetcher.get(request({ requestsPerSecond: 0.000_1 })));
    expect((await slow[0])?.kind).toBe('fetched');
    expect(server.requests.length - before).toBe(1);
    await fetcher.close();
    const waiting = await Promise.all(slow.slice(1));
    expect(waiting).toMatchObject([{ because: 'stopping' }, { because: 'stopping' }]);
  });
});
