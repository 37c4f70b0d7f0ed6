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
  // A day that has come proves nothing: the rule may have been suspended again. `rule.reinstated` takes a text.
  reinstatement: { ahead: 'rule.reinstatement_scheduled', ended: 'rule.reinstatement_scheduled' },
};

const UNCONFIRMED = 'the scheduled day has passed; no document and no text confirms that the rule applies again';

/**
 * The change that the calendar makes of a stored one: same subject, same proof, another day. One a deadline and mark, ever.
 * The end of a comment period is recorded and told to nobody. Pure.
 */
export function clockChange(origin: Change, { deadline, mark, detectedAt }: ClockStrike): Change {
  const ended = mark === ENDED;
  const type = ended ? TYPES[deadline.kind].ended : TYPES[deadline.kind].ahead;
  const { kind } = deadline;
  const isUnconfirmed = ended && kind === 'reinstatement';
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
      ...(kind === 'authorisation' ? { validTo: deadline.lastDay } : {}),
    },
    direction: DIRECTIONS[kind] ?? origin.direction,
    dates: datesAt(origin, deadline),
    detection: {
      path: 'clock',
      needsReview: origin.detection.needsReview || isUnconfirmed,
      notes: isUnconfirmed ? [UNCONFIRMED] : noteOf(ended, mark),
      baseline: false,
    },
    detectedAt,
  };
}

const DIRECTIONS: Readonly<Partial<Record<Deadline['kind'], Change['direction']>>> = {
  authorisation: 'tighten',
  comment: 'neutral',
};

function datesAt({ dates }: Change, { kind, lastDay }: ClockStrike['deadline']): Change['dates'] {
  switch (kind) {
    case 'authorisation':
      return { ...dates, effectiveTo: lastDay };
    case 'comment':
      return { ...dates, commentClose: lastDay };
    case 'reinstatement':
      return dates;
  }
}

function noteOf(ended: boolean, mark: number): readonly string[] {
  return [ended ? 'the last day has passed and no extension was found' : `${mark} days before the last day`];
}
