import { type Change, digestOf, type ReviewKind } from '#domain';
import type { Source } from '#sources';
import {
  type DevelopmentChange,
  endObligation,
  listOpenObligations,
  type Obligation,
  openObligation,
  openReviewItem,
  type Session,
  settleReviewItem,
} from '#store';
import { obligationsOf } from './obligations-of-change.ts';
import { type Accepted, readingsFor, type Standing, standingOf } from './standing-of-obligation.ts';

/** Where what is settled belongs. */
export interface Settling {
  readonly watched: readonly Source[];
  /** Where each new change stands, by its id. */
  readonly places: ReadonlyMap<string, DevelopmentChange>;
}

/**
 * Opens what the new changes announce and closes what is shown now, in the transaction of the readings. A source that shows
 * something else than was announced opens a review item; nothing is told to subscribers.
 */
export async function settleObligations(tx: Session, accepted: readonly Accepted[], settling: Settling): Promise<void> {
  for (const one of accepted) await openOwed(tx, one, settling);
  const sourceIds = accepted.map(({ source }) => source.id);
  const developmentIds = [...new Set([...settling.places.values()].map((place) => place.developmentId))];
  const waiting = await listOpenObligations(tx, { sourceIds });
  const joined = await listOpenObligations(tx, { developmentIds });
  const all = new Map([...waiting, ...joined].map((one) => [one.obligationId, one]));
  const readings = readingsFor(tx, accepted, settling.watched);
  for (const obligation of all.values()) {
    const standing = await standingOf(tx, obligation, accepted, readings);
    await settle(tx, obligation, standing, settledAt(obligation, accepted, settling));
  }
}

/** The reading of the source that was to show it, else of a change that joined its development. */
function settledAt(obligation: Obligation, accepted: readonly Accepted[], { places }: Settling): string {
  const joins = ({ changeId }: Change) => places.get(changeId)?.developmentId === obligation.developmentId;
  const by =
    accepted.find(({ source }) => source.id === obligation.sourceId) ??
    accepted.find(({ changes }) => changes.some(joins));
  return by?.now ?? obligation.openedAt;
}

async function openOwed(tx: Session, { changes, now }: Accepted, { watched, places }: Settling): Promise<void> {
  for (const change of changes) {
    const place = places.get(change.changeId);
    if (!place) continue;
    const { developmentId } = place;
    for (const owed of obligationsOf(change, watched)) {
      const oneEach = owed.kind === 'announced' ? digestOf('obligation', owed.kind, developmentId) : owed.obligationId;
      const state = { state: 'open' as const, closedAt: null, because: '', openedAt: now };
      await openObligation(tx, { ...owed, ...state, developmentId, obligationId: oneEach });
    }
    await openTermsDiffer(tx, change, place, now);
  }
}

/** Two sources state another date or policy of one act: told as an update, and for a person to settle. */
async function openTermsDiffer(tx: Session, change: Change, place: DevelopmentChange, now: string): Promise<void> {
  if (!change.alerting || change.detection.baseline || place.differs.length === 0) return;
  const because = place.differs
    .map(({ field, earlier, later }) => `${field}: "${earlier.slice(0, 200)}" before, "${later.slice(0, 200)}" here`)
    .join('; ');
  await openReviewItem(tx, {
    reviewItemId: digestOf('review', 'terms_differ', change.changeId),
    developmentId: place.developmentId,
    kind: 'terms_differ',
    sourceId: change.sourceId,
    because: `${change.subject.label.slice(0, 200)}: ${because}`.replaceAll('\u0000', ''),
    openedAt: now,
    state: 'open',
    closedAt: null,
    resolution: '',
  });
}

async function settle(tx: Session, obligation: Obligation, standing: Standing, now: string): Promise<void> {
  const { obligationId, developmentId, sourceId } = obligation;
  if (standing.kind === 'open') return;
  if (standing.kind === 'differs') {
    const item = { developmentId, sourceId, because: standing.because, openedAt: now };
    await openReviewItem(tx, { ...item, ...newItem('counts_differ', obligationId) });
    return;
  }
  const state = standing.kind === 'met' ? 'closed' : 'unprovable';
  const proof = [...obligation.proof, ...(standing.proof ? [standing.proof] : [])];
  await endObligation(tx, obligationId, { state, closedAt: now, because: standing.because, proof });
  for (const kind of ['counts_differ', 'not_shown', 'not_announced'] as const) {
    const settled = { closedAt: now, resolution: `settled by itself: ${standing.because}` };
    await settleReviewItem(tx, newItem(kind, obligationId).reviewItemId, settled);
  }
}

/** The review item of an obligation, of which there is one a kind. */
export function newItem(kind: ReviewKind, obligationId: string) {
  const open = { state: 'open' as const, closedAt: null, resolution: '' };
  return { reviewItemId: digestOf('review', kind, obligationId), kind, ...open };
}
