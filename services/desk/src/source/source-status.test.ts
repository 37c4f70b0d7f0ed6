import { describe, expect, it } from 'vitest';
import { EXAMPLE_SOURCES } from '../../test/example-sources.ts';
import { sourceStatus } from './source-status.ts';

const [source] = EXAMPLE_SOURCES.filter(({ id }) => id === 'us-federal-register');
const now = new Date('2026-11-24T09:00:00.000Z');
const state = {
  sourceId: 'us-federal-register',
  lastCheckedAt: '2026-11-24T08:45:00.000Z',
  lastSuccessAt: '2026-11-24T08:45:00.000Z',
  lastChangedAt: null,
  consecutiveFailures: 0,
  lastOutcome: 'unchanged',
  lastDetail: '',
  nextRunAt: null,
};
const problem = { problemId: 'p', sourceId: 'x', problem: 'source.stale', openedAt: '', closedAt: null, because: '' };
const held = {
  readingId: 'r',
  sourceId: 'x',
  captureId: 'c',
  sha256: '',
  status: 'held',
  reason: '',
  contentHash: '',
  readAt: '',
} as const;
const nothing = { problems: [], heldReadings: [] };

const status = (facts: Partial<Parameters<typeof sourceStatus>[1]>) => {
  if (!source) throw new Error('the example is gone');
  return sourceStatus(source, { state, ...nothing, ...facts }, now);
};

describe('sourceStatus', () => {
  it('is fresh while the last success lies within the window', () => {
    expect(status({})).toMatchObject({ fresh: true, inWords: 'Up to date.' });
    const atTheEdge = { ...state, lastSuccessAt: '2026-11-23T09:00:00.000Z' };
    expect(status({ state: atTheEdge }).fresh).toBe(true);
    expect(status({ state: { ...atTheEdge, lastSuccessAt: '2026-11-23T08:59:59.999Z' } }).fresh).toBe(false);
  });

  it.each([
    ['never polled', { state: undefined }, 'Not checked yet.'],
    [
      'failing but recent',
      { state: { ...state, consecutiveFailures: 1 } },
      'the last check failed. It was reached recently enough.',
    ],
    [
      'failing for long',
      { state: { ...state, consecutiveFailures: 9, lastSuccessAt: null } },
      'the last 9 checks failed. Changes published meanwhile may be missing.',
    ],
    ['held', { heldReadings: [held] }, 'looks wrong and is held back'],
    ['of a new layout', { problems: [{ ...problem, problem: 'source.structure_changed' }] }, 'new layout'],
    ['silent', { problems: [problem] }, 'nothing new for unusually long'],
    [
      'overdue',
      { state: { ...state, lastSuccessAt: '2026-11-01T00:00:00.000Z' } },
      'No successful check for more than 24 hours',
    ],
  ])('says in words that a source is %s', (_what, facts, words) => {
    expect(status(facts).inWords).toContain(words);
  });

  it('is a gap while anything is held or a problem is open, however recent the last success', () => {
    expect(status({ heldReadings: [held] }).fresh).toBe(false);
    expect(status({ problems: [problem] }).fresh).toBe(false);
  });
});
