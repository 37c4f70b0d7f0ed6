import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findSourceState, listChecks, listHeldReadings, listOpenSourceProblems, listPolls } from '#store';
import type { PublisherFault } from '../replay/publisher-server-faults.ts';
import { type Watched, watchOverHttp } from './watched-over-http.ts';

const FCC = 'us-fcc-covered-list';
const PAGE = 'https://www.fcc.gov/supplychain/coveredlist';
const FIRST = '2026-06-19T09:00:00Z';
const AFTER_CHANGE = '2026-06-23T13:00:00Z';

describe('collecting over HTTP', () => {
  let watched: Watched;
  beforeEach(async () => {
    watched = await watchOverHttp([FCC, 'jp-meti-news', 'us-csl']);
  });
  afterEach(() => watched.close());

  it('takes in a page, asks again only whether it changed, and tells what did', async () => {
    expect((await watched.poll(FCC, FIRST)).outcome).toBe('changed');
    expect((await watched.poll(FCC, '2026-06-19T10:00:00Z')).outcome).toBe('unchanged');
    expect(watched.publishers.requests.at(-1)?.headers['if-none-match']).toBeDefined();
    expect((await listChecks(watched.store.session, FCC, 1))[0]?.outcome).toBe('not_modified');
    expect(await watched.told()).toEqual([]);
    await watched.poll(FCC, AFTER_CHANGE);
    const told = await watched.told();
    expect(told.length).toBeGreaterThan(0);
    expect(told.every((line) => line.startsWith('authorisation.') || line.startsWith('entity.'))).toBe(true);
  });

  it('writes every poll into the ledger that statements are made of, a failed one with its reason', async () => {
    await watched.poll(FCC, FIRST);
    await watched.poll(FCC, '2026-06-19T10:00:00Z');
    watched.publishers.setFault(PAGE, { kind: 'status', status: 500 });
    await watched.poll(FCC, AFTER_CHANGE);
    const polls = await listPolls(watched.store.session, FCC, '2026-01-01', '2027-01-01');
    expect(polls.map(({ outcome }) => outcome)).toEqual(['changed', 'unchanged', 'failed']);
    expect(polls.map(({ detail }) => detail !== '')).toEqual([false, false, true]);
    expect(polls.every(({ requests }) => requests > 0)).toBe(true);
  });

  const FAULTS: readonly (readonly [string, PublisherFault])[] = [
    ['an error page', { kind: 'status', status: 500 }],
    ['too many requests', { kind: 'status', status: 429 }],
    ['a body cut short', { kind: 'truncated' }],
    ['a block page with status 200', { kind: 'block_page' }],
    ['a slow drip', { kind: 'drip', everyMs: 200 }],
    ['a broken connection', { kind: 'reset' }],
    ['a gzip bomb', { kind: 'gzip_bomb', megabytes: 200 }],
    ['a body of 100 MB', { kind: 'huge', megabytes: 100 }],
    ['an empty body', { kind: 'empty' }],
    ['a redirect to a bot wall', { kind: 'redirect', to: 'https://unblock.federalregister.gov/' }],
    ['another type of answer', { kind: 'replaced', body: '{"error":"maintenance"}', mediaType: 'application/json' }],
  ];

  it.each(FAULTS)('announces and loses nothing when the publisher answers with %s', async (_name, fault) => {
    await watched.poll(FCC, FIRST);
    watched.publishers.setFault(PAGE, fault);
    const failed = await watched.poll(FCC, AFTER_CHANGE);
    expect(failed.outcome).toBe('failed');
    expect(failed.detail).not.toBe('');
    expect(await watched.told()).toEqual([]);
    expect(await findSourceState(watched.store.session, FCC)).toMatchObject({
      consecutiveFailures: 1,
      lastOutcome: 'failed',
    });
    watched.publishers.setFault(PAGE, undefined);
    await watched.poll(FCC, AFTER_CHANGE);
    expect(await watched.told()).not.toEqual([]);
    expect(await findSourceState(watched.store.session, FCC)).toMatchObject({ consecutiveFailures: 0 });
  });

  it('holds a redesigned page instead of reading it as a list that became empty', async () => {
    await watched.poll(FCC, FIRST);
    const body = `<!doctype html><html><head><title>Covered List</title></head><body><main><h1>The Covered List has moved</h1>${'<p>See the new site.</p>'.repeat(40)}</main></body></html>`;
    watched.publishers.setFault(PAGE, { kind: 'replaced', body, mediaType: 'text/html; charset=utf-8' });
    await watched.poll(FCC, AFTER_CHANGE);
    expect(await watched.told()).toEqual([]);
    expect(await listHeldReadings(watched.store.session, FCC)).toHaveLength(1);
    expect((await listOpenSourceProblems(watched.store.session)).map((problem) => problem.problem)).toEqual([
      'source.structure_changed',
    ]);
  });

  it('waits as long as the publisher asks', async () => {
    watched.publishers.setFault(PAGE, { kind: 'status', status: 429, retryAfter: '7200' });
    await watched.poll(FCC, FIRST);
    const state = await findSourceState(watched.store.session, FCC);
    expect(Date.parse(state?.nextRunAt ?? '') - Date.parse(FIRST)).toBeGreaterThanOrEqual(7_200_000);
  });

  it('calls an operator at the third failure in a row, once, and takes it back when the publisher answers', async () => {
    watched.publishers.setFault(PAGE, { kind: 'status', status: 503 });
    const problems = async () =>
      (await listOpenSourceProblems(watched.store.session)).map((problem) => problem.problem);
    await watched.poll(FCC, '2026-06-19T09:00:00Z');
    await watched.poll(FCC, '2026-06-19T09:10:00Z');
    expect(await problems()).toEqual([]);
    await watched.poll(FCC, '2026-06-19T09:20:00Z');
    await watched.poll(FCC, '2026-06-19T09:30:00Z');
    expect(await problems()).toEqual(['source.unavailable']);
    watched.publishers.setFault(PAGE, undefined);
    await watched.poll(FCC, '2026-06-19T09:40:00Z');
    expect(await problems()).toEqual([]);
  });

  it('raises an alarm for a feed that answers but has had nothing new for longer than its limit', async () => {
    await watched.poll('jp-meti-news', '2025-11-11T07:00:00Z');
    await watched.differ.checkStaleness();
    expect(await listOpenSourceProblems(watched.store.session)).toEqual([]);
    await watched.poll('jp-meti-news', '2026-03-11T07:00:00Z');
    await watched.differ.checkStaleness();
    expect((await listOpenSourceProblems(watched.store.session)).map((problem) => problem.problem)).toEqual([
      'source.stale',
    ]);
  });

  it('polls on start what was never polled, and then only what is due', async () => {
    const polled = await watched.collector.collectDue();
    expect(polled.map((one) => one.sourceId).sort()).toEqual(['jp-meti-news', 'us-csl', 'us-fcc-covered-list']);
    expect(await watched.collector.collectDue()).toEqual([]);
  });
});
