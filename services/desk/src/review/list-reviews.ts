import { sentenceOf } from '#digest';
import { type Band, type Change, type Review, type ReviewEntry, type ReviewState, reviewOf } from '#domain';
import {
  type AlertedChange,
  developmentsOfChanges,
  listChangesById,
  listOpenAlertedChanges,
  listOwnOpenReviewItems,
  listReviewItems,
  type ReviewedKind,
  type ReviewItem,
  type ReviewSubject,
  reviewEntriesBySubject,
  type Session,
} from '#store';
import { ageInDays } from '../development/load-development.ts';

/** One item of the review desk, as a tenant meets it. */
export interface ReviewedItem {
  readonly kind: ReviewedKind;
  readonly id: string;
  readonly title: string;
  readonly sourceId: string;
  readonly instrumentId: string | null;
  readonly developmentId: string | null;
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
  /** Empty: of nobody. Left out: of anybody. */
  readonly assignee?: string | undefined;
  readonly developmentId?: string | undefined;
}

export interface ReviewsFound {
  /** Without the limit. */
  readonly total: number;
  /** The oldest first. */
  readonly items: readonly ReviewedItem[];
  /** Everybody who has or had an item, in order of the alphabet. */
  readonly people: readonly string[];
}

/** An item before its words are read from the store. */
interface Candidate extends ReviewSubject {
  readonly since: string;
  readonly review: Review;
  readonly developmentId: string | null;
  readonly alerted?: AlertedChange;
  readonly item?: ReviewItem;
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
  const found = wanted.state === 'open' ? await openOnes(session, tenantId, entries) : endedOnes(entries, wanted.state);
  const matching = (await withDevelopments(session, found))
    .filter(({ review }) => wanted.assignee === undefined || (review.assignee ?? '') === wanted.assignee)
    .filter(({ developmentId }) => wanted.developmentId === undefined || developmentId === wanted.developmentId)
    .sort((a, b) => (a.since === b.since ? compare(a.id, b.id) : compare(a.since, b.since)));
  const items = await withWords(session, matching.slice(0, limit), now);
  return { total: matching.length, items, people: peopleOf(entries) };
}

/** What somebody did is known by its subject alone: here it gets the development that the subject belongs to. */
async function withDevelopments(session: Session, candidates: readonly Candidate[]): Promise<readonly Candidate[]> {
  const changes = candidates.filter(({ kind, developmentId }) => kind === 'change' && developmentId === null);
  const of = await developmentsOfChanges(
    session,
    changes.map(({ id }) => id),
  );
  return candidates.map((one) => ({ ...one, developmentId: one.developmentId ?? of.get(one.id) ?? null }));
}

type Entries = ReadonlyMap<string, readonly ReviewEntry[]>;

async function openOnes(session: Session, tenantId: string, entries: Entries): Promise<Candidate[]> {
  const standing = (kind: ReviewedKind, id: string) => reviewOf(entries.get(`${kind} ${id}`) ?? []);
  const alerted = (await listOpenAlertedChanges(session, tenantId)).map(
    (one): Candidate => ({
      kind: 'change',
      id: one.changeId,
      since: one.since,
      developmentId: one.developmentId,
      review: standing('change', one.changeId),
      alerted: one,
    }),
  );
  const items = (await listOwnOpenReviewItems(session, tenantId)).map(
    (item): Candidate => ({
      kind: 'review_item',
      id: item.reviewItemId,
      since: item.openedAt,
      developmentId: item.developmentId,
      review: standing('review_item', item.reviewItemId),
      item,
    }),
  );
  const known = new Set(alerted.map(({ id }) => id));
  // What somebody took up without an alert. A review item that is settled is open for nobody.
  const takenUp = endedOnes(entries, 'open').filter(({ kind, id }) => kind === 'change' && !known.has(id));
  return [...alerted, ...items, ...takenUp];
}

function endedOnes(entries: Entries, state: ReviewState): Candidate[] {
  return [...entries].flatMap(([key, acts]) => {
    const review = reviewOf(acts);
    const { kind, id } = subjectOf(key);
    if (review.state !== state) return [];
    return [{ kind, id, since: acts[0]?.at ?? '', developmentId: null, review }];
  });
}

/** Keys are `kind id`; an id may hold spaces. */
function subjectOf(key: string): ReviewSubject {
  const end = key.indexOf(' ');
  return { kind: key.slice(0, end) as ReviewedKind, id: key.slice(end + 1) };
}

async function withWords(
  session: Session,
  candidates: readonly Candidate[],
  now: Date,
): Promise<readonly ReviewedItem[]> {
  const changes = await changesOf(session, candidates);
  const items = await itemsOf(session, candidates);
  return candidates.map(({ kind, id, since, developmentId, review, alerted }) => {
    const change = changes.get(id);
    const item = kind === 'review_item' ? items.get(id) : undefined;
    return {
      kind,
      id,
      title: (change ? sentenceOf(change) : item?.because) ?? id,
      sourceId: change?.sourceId ?? item?.sourceId ?? '',
      instrumentId: change?.instrumentId ?? null,
      developmentId: developmentId ?? item?.developmentId ?? null,
      since,
      ageInDays: ageInDays(
        { openedAt: since, closedAt: review.state === 'open' ? null : (review.last?.at ?? null) },
        now,
      ),
      score: alerted?.score ?? null,
      band: alerted?.band ?? null,
      alerts: alerted?.alerts ?? 0,
      review,
    };
  });
}

const CHUNK = 400;

async function changesOf(session: Session, candidates: readonly Candidate[]): Promise<ReadonlyMap<string, Change>> {
  const ids = candidates.filter(({ kind }) => kind === 'change').map(({ id }) => id);
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
