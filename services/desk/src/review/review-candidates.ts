import { type Band, type Review, type ReviewEntry, type ReviewState, reviewOf } from '#domain';
import {
  developmentsOfChanges,
  listOpenAlerts,
  listOwnOpenReviewItems,
  listReviewedAlerts,
  type ReviewedAlert,
  type ReviewedKind,
  type ReviewItem,
  type ReviewSubject,
  type Session,
} from '#store';

/** An item of the review desk before its words are read from the store. */
export interface Candidate extends ReviewSubject {
  readonly since: string;
  readonly review: Review;
  readonly developmentId: string | null;
  /** Of a change: what waits of its alerts. */
  readonly alerted?: AlertedChange;
  readonly item?: ReviewItem;
  readonly alert?: ReviewedAlert;
}

/** A change through those of its alerts that wait. */
interface AlertedChange {
  readonly developmentId: string | null;
  /** When the first of them was raised. */
  readonly since: string;
  /** Of the most urgent of them. */
  readonly score: number;
  readonly band: Band;
  readonly alerts: number;
}

/** What a tenant did, by `kind id`. */
export type Entries = ReadonlyMap<string, readonly ReviewEntry[]>;

/**
 * What waits for somebody: changes with alerts that wait, what does not agree between sources, and what somebody took up.
 * @param withAlerts also every single alert that waits, though nobody took it up by itself
 */
export async function openOnes(
  session: Session,
  tenantId: string,
  entries: Entries,
  withAlerts: boolean,
): Promise<readonly Candidate[]> {
  const waiting = await listOpenAlerts(session, tenantId);
  const changes = openChanges(waiting, entries);
  const items = (await listOwnOpenReviewItems(session, tenantId)).map((item): Candidate => {
    const { reviewItemId: id, openedAt: since, developmentId } = item;
    return { kind: 'review_item', id, since, developmentId, review: standing(entries, 'review_item', id), item };
  });
  const alerts = withAlerts ? waiting.map((alert) => openAlert(alert, entries)) : [];
  const known = new Set([...changes, ...alerts].map(({ kind, id }) => `${kind} ${id}`));
  // A review item that is settled is open for nobody.
  const takenUp = endedOnes(entries, 'open').filter(
    ({ kind, id }) => kind !== 'review_item' && !known.has(`${kind} ${id}`),
  );
  return [...changes, ...items, ...alerts, ...takenUp];
}

function openChanges(waiting: readonly ReviewedAlert[], entries: Entries): readonly Candidate[] {
  const open = new Map<string, AlertedChange>();
  for (const { changeId, developmentId, score, band, raisedAt } of waiting) {
    const known = open.get(changeId) ?? { developmentId, since: raisedAt, score, band, alerts: 0 };
    const worst = score > known.score ? { score, band } : {};
    open.set(changeId, { ...known, ...worst, alerts: known.alerts + 1 });
  }
  return [...open].map(([id, alerted]) => ({
    kind: 'change',
    id,
    since: alerted.since,
    developmentId: alerted.developmentId,
    review: standing(entries, 'change', id),
    alerted,
  }));
}

function openAlert(alert: ReviewedAlert, entries: Entries): Candidate {
  const { alertId: id, raisedAt: since, developmentId } = alert;
  return { kind: 'alert', id, since, developmentId, review: standing(entries, 'alert', id), alert };
}

function standing(entries: Entries, kind: ReviewedKind, id: string): Review {
  return reviewOf(entries.get(`${kind} ${id}`) ?? []);
}

/** What somebody did something with that now stands in a state. */
export function endedOnes(entries: Entries, state: ReviewState): readonly Candidate[] {
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

/** What somebody did is known by its subject alone: here an alert gets its change, and a change the act it belongs to. */
export async function withFacts(
  session: Session,
  tenantId: string,
  candidates: readonly Candidate[],
): Promise<readonly Candidate[]> {
  const unknown = candidates.filter(({ kind, alert }) => kind === 'alert' && !alert).map(({ id }) => id);
  const alerts = await listReviewedAlerts(session, tenantId, unknown);
  const alertOf = new Map(alerts.map((alert) => [alert.alertId, alert]));
  const changes = candidates.filter(({ kind, developmentId }) => kind === 'change' && developmentId === null);
  const developmentOf = await developmentsOfChanges(
    session,
    changes.map(({ id }) => id),
  );
  return candidates.map((one) => {
    const alert = one.alert ?? alertOf.get(one.id);
    const developmentId = one.developmentId ?? alert?.developmentId ?? developmentOf.get(one.id) ?? null;
    return { ...one, developmentId, ...(one.kind === 'alert' && alert ? { alert } : {}) };
  });
}
