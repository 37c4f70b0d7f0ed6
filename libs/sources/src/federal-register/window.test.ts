import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitWindow } from './window.ts';

const now = new Date('2026-10-05T12:00:00Z');

describe('splitWindow', () => {
  it('cannot split a single day', () => {
    expect(splitWindow({ from: '2024-12-31', to: '2024-12-31' }, now)).toEqual([]);
    expect(splitWindow({ from: 'x', to: '2024-12-31' }, now)).toEqual([]);
  });

  it('covers every day of the window exactly once', () => {
    const days = fc.integer({ min: 1, max: 4_000 });
    fc.assert(
      fc.property(days, (length) => {
        const from = Date.parse('2020-01-01T00:00:00Z');
        const to = new Date(from + length * 86_400_000).toISOString().slice(0, 10);
        const [early, late] = splitWindow({ from: '2020-01-01', to }, now);
        expect(early?.from).toBe('2020-01-01');
        expect(late?.to).toBe(to);
        expect(Date.parse(late?.from ?? '') - Date.parse(early?.to ?? '')).toBe(86_400_000);
      }),
    );
  });
});
