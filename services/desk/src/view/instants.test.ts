import { describe, expect, it } from 'vitest';
import { inUtc, relativeTo } from './instants.ts';

const now = new Date('2026-11-24T09:00:00.000Z');

describe('relativeTo', () => {
  it.each([
    ['2026-11-24T09:00:02.000Z', 'just now'],
    ['2026-11-24T08:59:30.000Z', '30 seconds ago'],
    ['2026-11-24T08:59:00.000Z', '1 minute ago'],
    ['2026-11-24T08:00:00.000Z', '1 hour ago'],
    ['2026-11-22T10:00:00.000Z', '47 hours ago'],
    ['2026-11-20T09:00:00.000Z', '4 days ago'],
    ['2026-11-24T12:00:00.000Z', 'in 3 hours'],
  ])('calls %s %s', (instant, words) => {
    expect(relativeTo(instant, now)).toBe(words);
  });
});

describe('inUtc', () => {
  it('gives an offset in UTC, and text that is no instant as it is', () => {
    expect(inUtc('2026-11-24T08:45:00-05:00')).toBe('2026-11-24 13:45 UTC');
    expect(inUtc('soon')).toBe('soon');
  });
});
