import { type assessImpact, type Change, type ChangeFacts, changeFacts, digestOf, RedlineError } from '#domain';
import type { ChangeDetected } from '#events';
import type { LogRecord } from '#log';
import { UNTRACED } from '#process';
import { type DevelopmentChange, listChangesById, listDevelopmentChangesById } from '#store';
import { alertsFor } from './alerts-of-change.ts';
import { type FoundCorrection, findCorrections } from './correction/find-corrections.ts';
import type { NotifierPorts } from './notifier-ports.ts';
import type { Listener, ProfileBook } from './profile-book.ts';
import { type ToldOnce, tellOnce, toldBefore } from './tell-once.ts';

/** The event came before the row it speaks of: possible where a replica lags. */
export class ChangeNotStoredError extends RedlineError {
  readonly code = 'change_not_stored';
  readonly retriable = true;
}

export type MatchPorts = Pick<NotifierPorts, 'store' | 'log' | 'logger' | 'now' | 'observer' | 'tracing'> & {
  readonly book: ProfileBook;
  readonly assess: typeof assessImpact;
};

interface Corrected extends FoundCorrection {
  readonly tenantId: string;
}

/** What a record is told with. */
export interface Telling extends ToldOnce {
  readonly record: LogRecord;
  readonly corrections: readonly Corrected[];
  /** The step that matched, for tracing. */
  readonly traceparent: string | undefined;
}

/** A change to be told, and where it stands in the log. */
interface Matching {
  readonly record: LogRecord;
  readonly event: ChangeDetected;
  readonly facts: ChangeFacts;
  readonly matched: readonly string[];
}

/**
 * What is told of some records, in their order and in the queries of one; nothing of those that are history or told to nobody.
 * Reads only.
 * @throws ChangeNotStoredError
 */
export async function tellingsOf(
  ports: MatchPorts,
  records: readonly LogRecord[],
): Promise<ReadonlyMap<LogRecord, Telling>> {
  const { session } = ports.store;
  const now = ports.now();
  const matchings = await matchingsOf(ports, records, now);
  const listeners = await ports.book.open([...new Set(matchings.flatMap(({ matched }) => matched))]);
  const ids = matchings.map(({ event }) => event.data.changeId);
  const places = new Map((await listDevelopmentChangesById(session, ids)).map((place) => [place.changeId, place]));
  const tellings = new Map<LogRecord, Telling>();
  for (const matching of matchings) {
    const { changeId, sourceId } = matching.event.data;
    const facts = { 'redline.source': sourceId, 'redline.change': changeId };
    const { traceparent } = matching.event;
    const telling = await (ports.tracing ?? UNTRACED).step('match', traceparent, facts, async (step) => {
      const heard = matching.matched.flatMap((id) => listeners.get(id) ?? []);
      const told = await toldOf(ports, matching, { heard, place: places.get(changeId), now });
      step.note({ 'redline.alerts': told.alerts.length });
      return { ...told, record: matching.record, traceparent: step.traceparent };
    });
    tellings.set(matching.record, telling);
  }
  return tellings;
}

async function toldOf(
  ports: MatchPorts,
  { record: { position }, facts }: Matching,
  by: { readonly heard: readonly Listener[]; readonly place: DevelopmentChange | undefined; readonly now: Date },
): Promise<Pick<Telling, 'alerts' | 'untold' | 'corrections'>> {
  const { heard, place, now } = by;
  const before = await toldBefore(ports.store.session, place, position);
  const alerts = alertsFor(ports, facts, heard, now);
  const once = tellOnce(alerts, before, { listeners: heard, assess: ports.assess, now });
  const corrections = await correctionsFor(ports, facts.change, position, now);
  return { ...withCorrected(once, corrections, now), corrections };
}

/** Changes that are no history and told to somebody, with whom each matters to. */
async function matchingsOf(ports: MatchPorts, records: readonly LogRecord[], now: Date): Promise<readonly Matching[]> {
  const events = records.flatMap((record) => {
    const { event } = record;
    const isTold = event.type === 'redline.change.detected' && !event.data.baseline && event.data.alerting;
    return isTold ? [{ record, event }] : [];
  });
  const ids = events.map(({ event }) => event.data.changeId);
  const stored = await listChangesById(ports.store.session, ids);
  const changes = new Map(stored.map(({ change }) => [change.changeId, change]));
  const matchings: Matching[] = [];
  for (const { record, event } of events) {
    const change = changes.get(event.data.changeId);
    if (!change) throw new ChangeNotStoredError(`change ${event.data.changeId} is not in the store`);
    if (change.detection.baseline || !change.alerting) continue;
    const facts = changeFacts(change);
    matchings.push({ record, event, facts, matched: await ports.book.matching(facts, now, record.position) });
  }
  return matchings;
}

/** Corrections for those who still listen. */
async function correctionsFor(
  { store, book }: Pick<MatchPorts, 'store' | 'book'>,
  change: Change,
  position: number,
  now: Date,
): Promise<readonly Corrected[]> {
  const found = await findCorrections(store.session, change, now);
  const listeners = await book.open([...found.keys()]);
  return [...listeners.values()].flatMap(({ subscriptionId, tenantId, hearsAfterPosition }) => {
    const correction = found.get(subscriptionId);
    return correction && hearsAfterPosition < position ? [{ ...correction, tenantId }] : [];
  });
}

/** Who was told the old state hears the new one, also where the change alone would not matter: judged as the old alert was. */
function withCorrected({ alerts, untold }: ToldOnce, corrections: readonly Corrected[], now: Date): ToldOnce {
  const told = new Set(alerts.map(({ subscriptionId }) => subscriptionId));
  const added = corrections.flatMap(({ correction: { changeId, subscriptionId }, toldImpact }) => {
    if (told.has(subscriptionId)) return [];
    const impact = { ...toldImpact, labels: [...toldImpact.labels, 'corrects what was told'] };
    const raisedAt = now.toISOString();
    return [{ alertId: digestOf(changeId, subscriptionId), changeId, subscriptionId, impact, raisedAt }];
  });
  const corrected = new Set(corrections.map(({ correction }) => correction.subscriptionId));
  const stillUntold = untold.filter(({ subscriptionId }) => !corrected.has(subscriptionId));
  return { alerts: [...alerts, ...added], untold: stillUntold };
}
