import type { DeadlineKind } from '#store';

/** Days before the end on which the calendar speaks. The end itself is told the day after the last day. */
const MARKS: Readonly<Record<DeadlineKind, readonly number[]>> = {
  authorisation: [30, 14, 7, 3, 1],
  comment: [21, 7, 2],
};

/** Above every mark: nothing was told yet. */
const NOTHING_TOLD = 100_000;

/** Below every mark: the end was told. */
export const ENDED = -1;

/** A deadline just learnt has been silent so far: marks already behind us are not made up for. */
export function markWhenLearnt(kind: DeadlineKind, daysLeft: number): number {
  if (daysLeft < 0) return ENDED;
  return Math.min(NOTHING_TOLD, ...MARKS[kind].filter((mark) => mark > daysLeft));
}

/**
 * What is due to be told now, if anything: the nearest mark reached since the last one told, or the end.
 * @param daysLeft until the last day; negative once it is over
 */
export function markDue(kind: DeadlineKind, daysLeft: number, toldMark: number): number | undefined {
  if (toldMark === ENDED) return undefined;
  if (daysLeft < 0) return ENDED;
  const reached = MARKS[kind].filter((mark) => mark >= daysLeft && mark < toldMark);
  return reached.length === 0 ? undefined : Math.min(...reached);
}
