import { type assessImpact, type Change, changeFacts, type Impact, isAtLeast, type StatedDifference } from '#domain';
import { TOPICS } from '#events';
import { findEventPosition } from '#log';
import {
  type Alert,
  type DevelopmentChange,
  findChange,
  listConfirmations,
  type Session,
  type UntoldAlert,
} from '#store';
import type { Listener } from './profile-book.ts';

/** An earlier telling of the same by another source, with its place in the log. */
interface Telling {
  readonly change: Change;
  readonly position: number;
}

/** What other sources told before of what a change tells. */
export interface ToldBefore {
  /** Every telling that says the same as the change repeated or corrected, the first one first. */
  readonly tellings: readonly Telling[];
  /** What the change says otherwise; empty: nothing. */
  readonly differs: readonly StatedDifference[];
}

/**
 * The same act comes from several sources: the differ marked, when it stored the change, which earlier one it repeats or
 * corrects: that stands in its place. Tellings behind `position` count, so that the answer is the same whenever it is asked.
 */
export async function toldBefore(
  session: Session,
  place: DevelopmentChange | undefined,
  position: number,
): Promise<ToldBefore | undefined> {
  if (!place?.confirmsChangeId) return undefined;
  const { changeId } = place;
  const repeats = await listConfirmations(session, place.confirmsChangeId);
  const agreeing = repeats.filter((other) => other.changeId !== changeId && other.differs.length === 0);
  const tellings: Telling[] = [];
  for (const id of [place.confirmsChangeId, ...agreeing.map((other) => other.changeId)]) {
    const stored = await findChange(session, id);
    const at = await findEventPosition(session, TOPICS.changes, id);
    if (stored && at !== undefined && at < position) tellings.push({ change: stored.change, position: at });
  }
  return tellings.length === 0 ? undefined : { tellings, differs: place.differs };
}

/** What is told and what is not, because it was told before. */
export interface ToldOnce {
  readonly alerts: readonly Alert[];
  readonly untold: readonly UntoldAlert[];
}

/**
 * Leaves out what a subscription knows already; what is said otherwise is told, as an update that says what differs. Known is
 * what it heard of from another source, that mattered to it, and no less urgently. Pure.
 */
export function tellOnce(
  alerts: readonly Alert[],
  before: ToldBefore | undefined,
  { listeners, assess, now }: { listeners: readonly Listener[]; assess: typeof assessImpact; now: Date },
): ToldOnce {
  if (!before) return { alerts, untold: [] };
  const facts = before.tellings.map(({ change, position }) => ({ facts: changeFacts(change), position }));
  const byId = new Map(listeners.map((listener) => [listener.subscriptionId, listener]));
  const knownBy = (alert: Alert): Change | undefined => {
    const listener = byId.get(alert.subscriptionId);
    if (!listener) return undefined;
    return facts.find((telling) => {
      if (listener.hearsAfterPosition >= telling.position) return false;
      const outcome = assess(telling.facts, listener.prepared, now);
      return outcome.kind === 'matched' && isAtLeast(outcome.impact.band, alert.impact.band);
    })?.facts.change;
  };
  const told: Alert[] = [];
  const untold: UntoldAlert[] = [];
  for (const alert of alerts) {
    const known = knownBy(alert);
    if (!known) told.push(alert);
    else if (before.differs.length > 0) told.push({ ...alert, impact: asUpdate(alert.impact, before.differs, known) });
    else untold.push(untoldOf(alert, known));
  }
  return { alerts: told, untold };
}

const LONGEST_TERM_CHARS = 200;

function asUpdate(impact: Impact, differs: readonly StatedDifference[], known: Change): Impact {
  const terms = differs.map(
    ({ field, earlier, later }) =>
      `${field}: "${earlier.slice(0, LONGEST_TERM_CHARS)}" there, "${later.slice(0, LONGEST_TERM_CHARS)}" here`,
  );
  const because = `told before from ${known.sourceId}; this source says otherwise: ${terms.join('; ')}`;
  const reasons = [...impact.reasons, { factor: 'override' as const, value: impact.score, because }];
  return { ...impact, reasons, labels: [...impact.labels, 'update'] };
}

function untoldOf({ changeId, subscriptionId, raisedAt }: Alert, known: Change): UntoldAlert {
  const because = `told before from ${known.sourceId}; this source confirms it and says nothing else`;
  return { changeId, subscriptionId, confirmsChangeId: known.changeId, because, decidedAt: raisedAt };
}
