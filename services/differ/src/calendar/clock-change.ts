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

const TYPES: Readonly<
  Record<Exclude<Deadline['kind'], 'fingerprint'>, { readonly ahead: ChangeType; readonly ended: ChangeType }>
> = {
  authorisation: { ahead: 'authorisation.expiring', ended: 'authorisation.expired' },
  comment: { ahead: 'comment.closing', ended: 'comment.closed' },
  // A day that has come proves nothing: the rule may have been suspended again. `rule.reinstated` takes a text.
  reinstatement: { ahead: 'rule.reinstatement_scheduled', ended: 'rule.reinstatement_scheduled' },
};

/** What nobody can say of a day that has passed. */
const UNCONFIRMED: Readonly<Partial<Record<Deadline['kind'], string>>> = {
  reinstatement: 'the scheduled day has passed; no document and no text confirms that the rule applies again',
  fingerprint:
    'its size changed; the source that reads its words has not read it since, so how it changed is not known',
};

/** Which kind of deadline a change of the calendar was told of. */
export function clockKindOf({ type }: Pick<Change, 'type'>): Deadline['kind'] {
  if (type.startsWith('comment.')) return 'comment';
  if (type.startsWith('authorisation.')) return 'authorisation';
  return type === 'rule.reinstatement_scheduled' ? 'reinstatement' : 'fingerprint';
}

/**
 * The change that the calendar makes of a stored one: same subject, same proof, another day. One a deadline and mark, ever.
 * The end of a comment period is recorded and told to nobody. Pure.
 */
export function clockChange(origin: Change, { deadline, mark, detectedAt }: ClockStrike): Change {
  const ended = mark === ENDED;
  const { kind } = deadline;
  const type = kind === 'fingerprint' ? origin.type : TYPES[kind][ended ? 'ended' : 'ahead'];
  const unconfirmed = ended ? UNCONFIRMED[kind] : undefined;
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
      needsReview: origin.detection.needsReview || unconfirmed !== undefined,
      notes: unconfirmed === undefined ? noteOf(ended, mark) : [unconfirmed],
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
    case 'fingerprint':
      return dates;
  }
}

function noteOf(ended: boolean, mark: number): readonly string[] {
  return [ended ? 'the last day has passed and no extension was found' : `${mark} days before the last day`];
}
