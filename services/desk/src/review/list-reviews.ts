import { sentenceOf } from '#digest';
import type { Band, Change, Review, ReviewState } from '#domain';
import {
  listChangesById,
  listReviewItems,
  type ReviewedKind,
  type ReviewItem,
  reviewEntriesBySubject,
  type Session,
} from '#store';
import { ageInDays } from '../development/load-development.ts';
import { type Candidate, type Entries, endedOnes, openOnes, withFacts } from './review-candidates.ts';

/** One item of the review desk, as a tenant meets it. */
export interface ReviewedItem {
  readonly kind: ReviewedKind;
  readonly id: string;
  readonly title: string;
  readonly sourceId: string;
  readonly instrumentId: string | null;
  readonly developmentId: string | null;
  /** The change itself, or that of an alert; null for what concerns several. */
  readonly changeId: string | null;
  /** Of an alert. */
  readonly subscription: { readonly id: string; readonly name: string } | null;
  /** UTC instant: first alerted, opened between sources, or taken up by somebody. */
  readonly since: string;
  readonly ageInDays: number;
  /** Of the most urgent alert it raised; null for what raised none. */
  readonly score: number | null;
  readonly band: Band | null;
  readonly alerts: number;
  readonly review: Review;
}

/** What a reader of the review desk asks for. */
export interface ReviewsWanted {
  readonly state: ReviewState;
  /** Left out: changes, what does not agree, and those alerts that somebody took up by themselves. */
  readonly kind?: ReviewedKind | undefined;
  /** Empty: of nobody. Left out: of anybody. */
  readonly assignee?: string | undefined;
  readonly developmentId?: string | undefined;
  /** Alerts of one subscription. */
  readonly subscriptionId?: string | undefined;
  /** So many of the oldest are passed over. */
  readonly skip?: number | undefined;
}

export interface ReviewsFound {
  /** Without the limit. */
  readonly total: number;
  /** How many of all those belong to each development, the most first. */
  readonly developments: readonly (readonly [developmentId: string, items: number])[];
  /** The oldest first. */
  readonly items: readonly ReviewedItem[];
  /** Everybody who has or had an item, in order of the alphabet. */
  readonly people: readonly string[];
}

/** Items of a tenant in one state, with where each stands. Open: alerted or opened and ended by nobody of the tenant. */
export async function listReviews(
  session: Session,
  tenantId: string,
  wanted: ReviewsWanted,
  limit: number,
  now: Date,
): Promise<ReviewsFound> {
  const entries = await reviewEntriesBySubject(session, tenantId);
  const found =
    wanted.state === 'open'
      ? await openOnes(session, tenantId, entries, wanted.kind === 'alert')
      : endedOnes(entries, wanted.state);
  const matching = (await withFacts(session, tenantId, found))
    .filter((one) => isWanted(one, wanted))
    .sort((a, b) => (a.since === b.since ? compare(a.id, b.id) : compare(a.since, b.since)));
  const { skip = 0 } = wanted;
  const items = await withWords(session, matching.slice(skip, skip + limit), now);
  return { total: matching.length, developments: byDevelopment(matching), items, people: peopleOf(entries) };
}

function byDevelopment(candidates: readonly Candidate[]): ReviewsFound['developments'] {
  const counts = new Map<string, number>();
  for (const { developmentId } of candidates) {
    if (developmentId !== null) counts.set(developmentId, (counts.get(developmentId) ?? 0) + 1);
  }
  return [...counts].sort(([, one], [, other]) => other - one);
}

function isWanted(
  { kind, review, developmentId, alert }: Candidate,
  { assignee, subscriptionId, ...wanted }: ReviewsWanted,
): boolean {
  return (
    (wanted.kind === undefined || kind === wanted.kind) &&
    (assignee === undefined || (review.assignee ?? '') === assignee) &&
    (wanted.developmentId === undefined || developmentId === wanted.developmentId) &&
    (subscriptionId === undefined || alert?.subscriptionId === subscriptionId)
  );
}

async function withWords(
  session: Session,
  candidates: readonly Candidate[],
  now: Date,
): Promise<readonly ReviewedItem[]> {
  const changes = await changesOf(session, candidates);
  const items = await itemsOf(session, candidates);
  return candidates.map(({ kind, id, since, developmentId, review, alerted, alert }) => {
    const changeId = kind === 'change' ? id : (alert?.changeId ?? null);
    const change = changes.get(changeId ?? '');
    const item = kind === 'review_item' ? items.get(id) : undefined;
    return {
      kind,
      id,
      title: (change ? sentenceOf(change) : item?.because) ?? id,
      sourceId: change?.sourceId ?? item?.sourceId ?? '',
      instrumentId: change?.instrumentId ?? null,
      developmentId: developmentId ?? item?.developmentId ?? null,
      changeId,
      subscription: alert ? { id: alert.subscriptionId, name: alert.subscriptionName } : null,
      since,
      ageInDays: ageInDays(
        { openedAt: since, closedAt: review.state === 'open' ? null : (review.last?.at ?? null) },
        now,
      ),
      score: (alerted ?? alert)?.score ?? null,
      band: (alerted ?? alert)?.band ?? null,
      alerts: alerted?.alerts ?? (alert ? 1 : 0),
      review,
    };
  });
}

const CHUNK = 400;

async function changesOf(session: Session, candidates: readonly Candidate[]): Promise<ReadonlyMap<string, Change>> {
  const ids = [
    ...new Set(candidates.flatMap(({ kind, id, alert }) => (kind === 'change' ? id : (alert?.changeId ?? [])))),
  ];
  const found = new Map<string, Change>();
  for (let start = 0; start < ids.length; start += CHUNK) {
    const stored = await listChangesById(session, ids.slice(start, start + CHUNK));
    for (const { change } of stored) found.set(change.changeId, change);
  }
  return found;
}

async function itemsOf(session: Session, candidates: readonly Candidate[]): Promise<ReadonlyMap<string, ReviewItem>> {
  const found = new Map(candidates.flatMap(({ id, item }) => (item ? [[id, item]] : [])));
  if (candidates.some(({ kind, item }) => kind === 'review_item' && !item)) {
    for (const item of await listReviewItems(session, {}, 10_000)) found.set(item.reviewItemId, item);
  }
  return found;
}

function peopleOf(entries: Entries): readonly string[] {
  const names = [...entries.values()]
    .flat()
    .flatMap((entry) => [entry.who, ...(entry.act === 'assigned' && entry.assignee !== null ? [entry.assignee] : [])]);
  return [...new Set(names)].sort();
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
