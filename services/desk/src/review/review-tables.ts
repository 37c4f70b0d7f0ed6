import type { AuditEntry } from '#store';
import { csv } from './csv.ts';
import type { ReviewedItem } from './list-reviews.ts';

const REVIEW_COLUMNS = [
  'kind',
  'id',
  'title',
  'source',
  'instrument',
  'development',
  'since',
  'age_in_days',
  'score',
  'band',
  'alerts',
  'state',
  'assignee',
  'because',
  'comments',
  'last_by',
  'last_at',
  'change',
  'subscription',
  'subscription_name',
];

/** Items of the review desk as a table. */
export function reviewsTable(items: readonly ReviewedItem[]): string {
  const rows = items.map(({ review, ...one }) => [
    ...[one.kind, one.id, one.title, one.sourceId, one.instrumentId, one.developmentId, one.since, one.ageInDays],
    ...[one.score, one.band, one.alerts, review.state, review.assignee, review.because, review.comments],
    ...[review.last?.who ?? null, review.last?.at ?? null],
    ...[one.changeId, one.subscription?.id ?? null, one.subscription?.name ?? null],
  ]);
  return csv(REVIEW_COLUMNS, rows);
}

const TRAIL_COLUMNS = [
  'sequence',
  'at',
  'who',
  'via',
  'act',
  'subject_kind',
  'subject_id',
  'from_state',
  'to_state',
  'detail',
  'previous_hash',
  'hash',
];

/** The audit trail as a table. */
export function trailTable(entries: readonly AuditEntry[]): string {
  const rows = entries.map((one) => [
    ...[one.sequence, one.at, one.who, one.via, one.act, one.subjectKind, one.subjectId, one.fromState, one.toState],
    ...[JSON.stringify(one.detail), one.previousHash, one.hash],
  ]);
  return csv(TRAIL_COLUMNS, rows);
}
