import type { Change } from '../change.ts';
import { authorityDay, daysBetween } from './authority-day.ts';
import { textsAt } from './change-fields.ts';

/** U of the impact model with the date it was counted to. */
export interface Urgency {
  /** 0 to 20. */
  readonly points: number;
  readonly because: string;
  /** Days from the authority's today to the date that counts; absent where no date is known. */
  readonly days?: number;
}

const UNKNOWN_POINTS = 4;

/** Latest day of each step and its points; beyond the last step {@link LATER_POINTS}. */
const STEPS: readonly (readonly [days: number, points: number])[] = [
  [0, 20],
  [7, 18],
  [30, 14],
  [90, 10],
];
const LATER_POINTS = 6;

interface CountedDate {
  readonly on: string | undefined;
  readonly what: string;
}

function countedDate(change: Change): CountedDate {
  const { dates, type, stage } = change;
  if (type.startsWith('comment.') || stage === 'proposed' || stage === 'anprm') {
    return { on: dates.commentClose, what: 'comments close' };
  }
  if (type === 'authorisation.expiring' || type === 'authorisation.expired') {
    return { on: dates.effectiveTo ?? textsAt(change.after, 'validTo')[0], what: 'authorisation ends' };
  }
  if (type.startsWith('date.compliance_')) return { on: dates.complianceBy, what: 'compliance date' };
  const from = dates.effectiveFrom ?? dates.appliesAsOf;
  if (type.startsWith('authorisation.')) {
    return { on: from ?? textsAt(change.after, 'validFrom')[0], what: 'takes effect' };
  }
  return { on: from, what: 'takes effect' };
}

function pointsFor(days: number): number {
  return STEPS.find(([latest]) => days <= latest)?.[1] ?? LATER_POINTS;
}

function inWords(days: number): string {
  if (days === 0) return 'today';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}

/** How soon a change bites, counted in calendar days where the authority sits; a proposal counts to its comment close. */
export function urgencyOf(change: Change, now: Date): Urgency {
  const { on, what } = countedDate(change);
  const days = on === undefined ? undefined : daysBetween(authorityDay(now, change.jurisdiction), on);
  if (on !== undefined && days !== undefined) {
    return { points: pointsFor(days), because: `${what} ${on}, ${inWords(days)}`, days };
  }
  if (change.stage === 'in_force' && change.dates.effectiveTBD !== true) {
    return { points: 20, because: 'in force when seen' };
  }
  return { points: UNKNOWN_POINTS, because: 'date not known' };
}
