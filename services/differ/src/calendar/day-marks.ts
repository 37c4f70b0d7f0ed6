import type { Jurisdiction } from '#domain';
import type { Deadline, DeadlineKind } from '#store';

/** What decides when the calendar speaks of a deadline. */
export type MarkedDeadline = Pick<Deadline, 'kind' | 'jurisdiction'>;

/** Days before the end on which the calendar speaks. The end itself is told the day after the last day. */
const MARKS: Readonly<Record<DeadlineKind, readonly number[]>> = {
  authorisation: [30, 14, 7, 3, 1, 0],
  comment: [21, 7, 2],
  reinstatement: [90, 60, 30, 14, 7, 1],
  fingerprint: [],
};
/** A case of the e-Gov public comments is open thirty days (行政手続法第三十九条): three weeks before its end it has hardly begun. */
const MARKS_OF_CASES: Readonly<Partial<Record<Jurisdiction, readonly number[]>>> = { JP: [14, 7, 2] };

function marksOf({ kind, jurisdiction }: MarkedDeadline): readonly number[] {
  return (kind === 'comment' ? MARKS_OF_CASES[jurisdiction] : undefined) ?? MARKS[kind];
}

/** The furthest ahead that the calendar looks. */
export const LONGEST_MARK = Math.max(...Object.values(MARKS).flat());

/** Above every mark: nothing was told yet. */
const NOTHING_TOLD = 100_000;

/** Below every mark: the end was told. */
export const ENDED = -1;

/** A deadline just learnt has been silent so far: marks already behind us are not made up for. */
export function markWhenLearnt(deadline: MarkedDeadline, daysLeft: number): number {
  if (daysLeft < 0) return ENDED;
  return Math.min(NOTHING_TOLD, ...marksOf(deadline).filter((mark) => mark > daysLeft));
}

/**
 * What is due to be told now, if anything: the nearest mark reached since the last one told, or the end.
 * @param daysLeft until the last day; negative once it is over
 */
export function markDue(deadline: MarkedDeadline, daysLeft: number, toldMark: number): number | undefined {
  if (toldMark === ENDED) return undefined;
  if (daysLeft < 0) return ENDED;
  const reached = marksOf(deadline).filter((mark) => mark >= daysLeft && mark < toldMark);
  return reached.length === 0 ? undefined : Math.min(...reached);
}
