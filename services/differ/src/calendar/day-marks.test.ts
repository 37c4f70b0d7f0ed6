import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeadlineKind } from '#store';
import { ENDED, markDue, markWhenLearnt } from './day-marks.ts';

/** What is told from a first day to the end, asked on the given days only. */
function toldOver(
  kind: DeadlineKind,
  learntAt: number,
  askedOn: readonly number[],
  jurisdiction: 'US' | 'JP' = 'US',
): number[] {
  let toldMark = markWhenLearnt({ kind, jurisdiction }, learntAt);
  const told: number[] = [];
  for (const daysLeft of askedOn) {
    const mark = markDue({ kind, jurisdiction }, daysLeft, toldMark);
    if (mark === undefined) continue;
    told.push(mark);
    toldMark = mark;
  }
  return told;
}

const everyDay = (from: number) => Array.from({ length: from + 3 }, (_, index) => from - index);

describe('day marks', () => {
  it('tell of an authorisation 30, 14, 7, 3 and 1 days before, on its last day, and of its end', () => {
    expect(toldOver('authorisation', 90, everyDay(90))).toEqual([30, 14, 7, 3, 1, 0, ENDED]);
  });

  it('tell of a comment period 21, 7 and 2 days before, and of its close', () => {
    expect(toldOver('comment', 60, everyDay(60))).toEqual([21, 7, 2, ENDED]);
  });

  it('tell of a Japanese case two weeks, one week and two days before', () => {
    expect(toldOver('comment', 30, everyDay(30), 'JP')).toEqual([14, 7, 2, ENDED]);
  });

  it('tell of a suspension that runs out three months, two, one, and then ever more often before', () => {
    expect(toldOver('reinstatement', 364, everyDay(364))).toEqual([90, 60, 30, 14, 7, 1, ENDED]);
  });

  it('do not make up for marks that lay behind when the deadline was learnt', () => {
    expect(toldOver('authorisation', 5, everyDay(5))).toEqual([3, 1, 0, ENDED]);
    expect(toldOver('authorisation', -1, everyDay(0))).toEqual([]);
  });

  it('tell the nearest mark only, once, when nobody asked for weeks', () => {
    expect(toldOver('authorisation', 90, [60, 5, 5, 5])).toEqual([7]);
    expect(toldOver('authorisation', 90, [60, -20, -21])).toEqual([ENDED]);
  });

  it('never tell a mark twice and always tell the end, however the days fall', () => {
    const days = fc.array(fc.integer({ min: -5, max: 120 }), { maxLength: 40 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 120 }), days, (learntAt, asked) => {
        const falling = asked.filter((day) => day <= learntAt).sort((a, b) => b - a);
        const told = toldOver('authorisation', learntAt, [...falling, -1]);
        expect(new Set(told).size).toBe(told.length);
        expect(told.at(-1)).toBe(ENDED);
        expect(told).toEqual([...told].sort((a, b) => b - a));
      }),
    );
  });
});
