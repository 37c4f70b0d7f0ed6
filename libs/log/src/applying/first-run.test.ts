import { describe, expect, it } from 'vitest';
import { makeEvent, TOPICS } from '#events';
import type { LogRecord } from '../event-log.ts';
import { firstRun } from './first-run.ts';

const time = '2026-01-01T00:00:00.000Z';
const recordOf = (key: string): LogRecord => {
  const data = { captureId: key, sourceId: key, sha256: 'ab'.repeat(32), retrievedAt: time, baseline: false };
  const facts = { id: key, source: '/test', time, partitionkey: key, correlation: key, data };
  const event = makeEvent({ type: 'redline.capture.recorded', ...facts });
  return { topic: TOPICS.captures, partition: 0, offset: '1', key, position: 1, event };
};
const items = (...keys: (string | undefined)[]) =>
  keys.map((key) => (key === undefined ? {} : { record: recordOf(key) }));

describe('the first run of records', () => {
  it('is one record where nothing says that more may be applied together', () => {
    expect(firstRun(items('a', 'b'), undefined)).toHaveLength(1);
    expect(firstRun([], undefined)).toEqual([]);
  });

  it('ends before a key comes again, unless handling needs no earlier effect of its key', () => {
    expect(firstRun(items('a', 'b', 'a', 'c'), { most: 9, sameKey: false })).toHaveLength(2);
    expect(firstRun(items('a', 'b', 'a', 'c'), { most: 9, sameKey: true })).toHaveLength(4);
  });

  it('is never longer than allowed', () => {
    expect(firstRun(items('a', 'b', 'c', 'd'), { most: 3, sameKey: false })).toHaveLength(3);
  });

  it('leaves a record to itself that needs the effect of whatever came before it', () => {
    const together = { most: 9, sameKey: true, byItself: ({ key }: LogRecord) => key === 'late' };
    expect(firstRun(items('a', 'b', 'late', 'c'), together)).toHaveLength(2);
    expect(firstRun(items('late', 'c'), together)).toHaveLength(1);
  });

  it('leaves what cannot be read to itself', () => {
    expect(firstRun(items(undefined, 'a'), { most: 9, sameKey: true })).toHaveLength(1);
    expect(firstRun(items('a', undefined, 'b'), { most: 9, sameKey: true })).toHaveLength(1);
  });
});
