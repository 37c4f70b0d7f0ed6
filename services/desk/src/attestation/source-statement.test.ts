import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeMark, Poll } from '#store';
import { failuresOf } from './failed-checks.ts';
import { type SourceLedger, statementOf } from './source-statement.ts';

const START = Date.parse('2026-01-01T00:00:00.000Z');
const at = (hours: number): string => new Date(START + hours * 3_600_000).toISOString();
const period = { from: at(0), to: at(100) };
const source = { id: 's', title: 'Entity List', url: 'https://publisher.test/list', freshnessHours: 12 };

function poll(hours: number, outcome: Poll['outcome'] = 'unchanged'): Poll {
  const detail = outcome === 'failed' ? 'HTTP 503' : '';
  return { sourceId: 's', startedAt: at(hours), finishedAt: at(hours), outcome, detail, requests: 2 };
}

const served = { url: source.url, sha256: 'a'.repeat(64), retrievedAt: at(-40) };
const watched: SourceLedger = {
  lastGoodBefore: poll(-6),
  polls: Array.from({ length: 16 }, (_, index) => poll(index * 6)),
  firstGoodAfter: poll(101),
  capturesAtStart: [served],
  capturesAtEnd: [served],
  capturesWithin: [],
  unread: 0,
  doubted: [],
  problems: [],
  changes: [],
};
const change: ChangeMark = { changeId: 'c', type: 'entity.added', subject: 'X', detectedAt: at(7), baseline: false };
const problem = { problemId: 'p', sourceId: 's', openedAt: at(5), closedAt: at(9), because: 'lost 412 of 835' };
const doubted = { readingId: 'r', sha256: 'b', status: 'superseded', reason: 'lost 412', readAt: at(5) } as const;

describe('what is stated of a source', () => {
  it('is that it did not change, where every check came in time and nothing was in doubt', () => {
    const stated = statementOf(source, watched, period);
    expect(stated).toMatchObject({ verdict: 'not_changed', because: [], gaps: [], failures: { count: 0, runs: [] } });
    expect(stated.checks).toEqual({
      count: 16,
      requests: 32,
      first: at(0),
      last: at(90),
      longest: { from: at(90), to: at(101), seconds: 11 * 3_600 },
    });
    expect(stated.atStart.digest).toBe(stated.atEnd.digest);
  });

  it('is that it changed, with the ids, whatever stood in the way of noticing more', () => {
    const stated = statementOf(source, { ...watched, changes: [change], unread: 2 }, period);
    expect(stated).toMatchObject({
      verdict: 'changed',
      changes: [change],
      because: ['2 captures not read yet'],
    });
  });

  it.each<[string, Partial<SourceLedger>, string]>([
    ['nobody looked', { polls: [] }, 'no check in the period succeeded'],
    ['every check failed', { polls: [poll(1, 'failed'), poll(50, 'failed')] }, 'no check in the period succeeded'],
    ['nobody looked for long', { polls: [poll(1), poll(90)] }, '1 time it was not checked for longer than its limit'],
    ['an answer was held', { doubted: [doubted] }, 'an answer was held in doubt'],
    ['the page was redesigned', { problems: [{ ...problem, problem: 'source.structure_changed' }] }, 'held in doubt'],
    ['bytes lie unread', { unread: 1 }, '1 capture not read yet'],
    ['it was watched for the first time', { capturesAtStart: [] }, 'no capture from before the period'],
    [
      'the first capture falls into it',
      { changes: [{ ...change, baseline: true }] },
      'no capture from before the period',
    ],
  ])('is that nothing can be concluded when %s', (_when, ledger, because) => {
    const stated = statementOf(source, { ...watched, ...ledger }, period);
    expect(stated.verdict).toBe('not_established');
    expect(stated.because.join('; ')).toContain(because);
  });

  it('counts a failed check as one, though publishers answered others', () => {
    const polls = [poll(0), poll(6, 'failed'), poll(7, 'failed'), poll(8), poll(14, 'failed'), poll(20)];
    expect(failuresOf(polls)).toEqual([
      { from: at(6), to: at(7), count: 2, because: 'HTTP 503' },
      { from: at(14), to: at(14), count: 1, because: 'HTTP 503' },
    ]);
  });

  it('never says "did not change" over a time longer than the limit without a successful check', () => {
    const polls = fc.uniqueArray(fc.tuple(fc.integer({ min: 0, max: 99 }), fc.boolean()), {
      maxLength: 60,
      selector: ([hours]) => hours,
    });
    fc.assert(
      fc.property(polls, fc.integer({ min: 1, max: 40 }), (drawn, freshnessHours) => {
        const ledger = drawn
          .toSorted(([a], [b]) => a - b)
          .map(([hours, ok]) => poll(hours, ok ? 'unchanged' : 'failed'));
        const stated = statementOf({ ...source, freshnessHours }, { ...watched, polls: ledger }, period);
        const good = [-6, ...drawn.filter(([, ok]) => ok).map(([hours]) => hours), 101].toSorted((a, b) => a - b);
        const longest = Math.max(...good.slice(1).map((hours, index) => hours - (good[index] ?? 0)));
        expect(stated.checks.longest.seconds).toBe(longest * 3_600);
        expect(stated.gaps.length > 0).toBe(longest > freshnessHours);
        expect(stated.verdict).toBe(longest > freshnessHours || good.length === 2 ? 'not_established' : 'not_changed');
        const { count, runs } = stated.failures;
        expect(count).toBe(drawn.filter(([, ok]) => !ok).length);
        expect(runs.reduce((sum, run) => sum + run.count, 0)).toBe(count);
      }),
    );
  });
});
