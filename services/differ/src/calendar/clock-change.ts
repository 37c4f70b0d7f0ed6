import { type Change, type ChangeType, digestOf } from '#domain';
import type { Deadline } from '#store';
import { ENDED } from './day-marks.ts';

/** The instant and mark at which the calendar speaks of a deadline. */
export interface ClockStrike {
  readonly deadline: Pick<Deadline, 'kind' | 'lastDay' | 'thread'>;
  /** Days before the end, or {@link ENDED}. */
  readonly mark: number;
  readonly detectedAt: string;
}

const TYPES: Readonly<Record<Deadline['kind'], { readonly ahead: ChangeType; readonly ended: ChangeType }>> = {
  authorisation: { ahead: 'authorisation.expiring', ended: 'authorisation.expired' },
  comment: { ahead: 'comment.closing', ended: 'comment.closed' },
};

/**
 * The change that the calendar makes of a stored one: same subject, same proof, another day. One a deadline and mark, ever.
 * The end of a comment period is recorded and told to nobody. Pure.
 */
export function clockChange(origin: Change, { deadline, mark, detectedAt }: ClockStrike): Change {
  const ended = mark === ENDED;
  const type = ended ? TYPES[deadline.kind].ended : TYPES[deadline.kind].ahead;
  const isAuthorisation = deadline.kind === 'authorisation';
  return {
    ...origin,
    changeId: digestOf('clock', origin.changeId, type, deadline.thread, deadline.lastDay, String(mark)),
    type,
    alerting: type !== 'comment.closed',
    after: {
      ...origin.after,
      originChangeId: origin.changeId,
      thread: deadline.thread,
      lastDay: deadline.lastDay,
      daysBefore: mark,
      ...(isAuthorisation ? { validTo: deadline.lastDay } : {}),
    },
    direction: isAuthorisation ? 'tighten' : 'neutral',
    dates: isAuthorisation
      ? { ...origin.dates, effectiveTo: deadline.lastDay }
      : { ...origin.dates, commentClose: deadline.lastDay },
    detection: {
      path: 'clock',
      needsReview: origin.detection.needsReview,
      notes: noteOf(ended, mark),
      baseline: false,
    },
    detectedAt,
  };
}

function noteOf(ended: boolean, mark: number): readonly string[] {
  return [ended ? 'the last day has passed and no extension was found' : `${mark} days before the last day`];
}
