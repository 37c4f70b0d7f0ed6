import {
  type assessImpact,
  type Change,
  type ChangeFacts,
  changeFacts,
  digestOf,
  type Impact,
  RedlineError,
} from '#domain';
import { makeEvent, type RedlineEvent, TOPICS } from '#events';
import type { Effect, LogRecord, Subscription } from '#log';
import { UNTRACED } from '#process';
import { type Alert, findChange, saveAlert, saveCorrection, saveUntoldAlert } from '#store';
import { type FoundCorrection, findCorrections } from './correction/find-corrections.ts';
import type { NotifierPorts } from './notifier-ports.ts';
import type { Listener, ProfileBook } from './profile-book.ts';
import { type ToldOnce, tellOnce, toldBefore } from './tell-once.ts';

/** The event came before the row it speaks of: possible where a replica lags. */
export class ChangeNotStoredError extends RedlineError {
  readonly code = 'change_not_stored';
  readonly retriable = true;
}

type MatchPorts = Pick<NotifierPorts, 'store' | 'log' | 'logger' | 'now' | 'observer' | 'tracing'> & {
  readonly book: ProfileBook;
  readonly assess: typeof assessImpact;
};

const NOTHING: Effect = async () => undefined;

/**
 * Turns each change into alerts: one a subscription that it matters to, whatever its band, because the digest shows what is
 * below the subscriber's threshold. Alerts and their events are kept in one transaction. History (a baseline) and what is
 * told to nobody raise none; what another source told before is noted instead of being told again.
 */
export function matchChanges(ports: MatchPorts): Subscription {
  return {
    group: 'notifier.match',
    topics: [TOPICS.changes],
    together: { most: 50, sameKey: true, byItself: mayCorrect },
    handle: async (record) => {
      const { event } = record;
      if (event.type !== 'redline.change.detected' || event.data.baseline || !event.data.alerting) return NOTHING;
      const { changeId, sourceId } = event.data;
      const tracing = ports.tracing ?? UNTRACED;
      const facts = { 'redline.source': sourceId, 'redline.change': changeId };
      return tracing.step('match', event.traceparent, facts, async (step) => {
        const stored = await findChange(ports.store.session, changeId);
        if (!stored) throw new ChangeNotStoredError(`change ${changeId} is not in the store`);
        if (stored.change.detection.baseline || !stored.change.alerting) return NOTHING;
        const now = ports.now();
        const read = changeFacts(stored.change);
        const listeners = await ports.book.listenersFor(read, now, record.position);
        const before = await toldBefore(ports.store.session, changeId, record.position);
        const alerts = alertsFor(ports, read, listeners, now);
        const told = tellOnce(alerts, before, { listeners, assess: ports.assess, now });
        const corrections = await correctionsFor(ports, stored.change, record.position, now);
        const telling = withCorrected(told, corrections, now);
        step.note({ 'redline.alerts': telling.alerts.length });
        return raise(ports, record, telling, step.traceparent);
      });
    },
  };
}

/** Who was told the old state is found among the alerts kept so far: none of them may still wait for its commit. */
function mayCorrect({ event }: LogRecord): boolean {
  if (event.type !== 'redline.change.detected') return false;
  const { documentNumber, changeType } = event.data;
  return documentNumber !== undefined || !TELLS_A_STATE.test(changeType);
}

/** What differs between two readings of a list or text without naming a document or a date. */
const TELLS_A_STATE = /^(?:entity|item|country|threshold)\./;

function alertsFor(ports: MatchPorts, facts: ChangeFacts, listeners: readonly Listener[], now: Date): Alert[] {
  const { change } = facts;
  return listeners.flatMap(({ subscriptionId, prepared }) => {
    const impact = orNotAssessed(ports, change.changeId, subscriptionId, () => ports.assess(facts, prepared, now));
    if (!impact) return [];
    const alertId = digestOf(change.changeId, subscriptionId);
    return [{ alertId, changeId: change.changeId, subscriptionId, impact, raisedAt: now.toISOString() }];
  });
}

interface Corrected extends FoundCorrection {
  readonly tenantId: string;
}

interface Telling extends ToldOnce {
  readonly corrections: readonly Corrected[];
}

/** Corrections for those who still listen. */
async function correctionsFor(
  { store, book }: Pick<MatchPorts, 'store' | 'book'>,
  change: Change,
  position: number,
  now: Date,
): Promise<readonly Corrected[]> {
  const found = await findCorrections(store.session, change, now);
  const listeners = await book.listenersAmong([...found.keys()], position);
  return listeners.flatMap(({ subscriptionId, tenantId }) => {
    const correction = found.get(subscriptionId);
    return correction ? [{ ...correction, tenantId }] : [];
  });
}

/** Who was told the old state hears the new one, also where the change alone would not matter: judged as the old alert was. */
function withCorrected({ alerts, untold }: ToldOnce, corrections: readonly Corrected[], now: Date): Telling {
  const told = new Set(alerts.map(({ subscriptionId }) => subscriptionId));
  const added = corrections.flatMap(({ correction: { changeId, subscriptionId }, toldImpact }) => {
    if (told.has(subscriptionId)) return [];
    const impact = { ...toldImpact, labels: [...toldImpact.labels, 'corrects what was told'] };
    const raisedAt = now.toISOString();
    return [{ alertId: digestOf(changeId, subscriptionId), changeId, subscriptionId, impact, raisedAt }];
  });
  const corrected = new Set(corrections.map(({ correction }) => correction.subscriptionId));
  const stillUntold = untold.filter(({ subscriptionId }) => !corrected.has(subscriptionId));
  return { alerts: [...alerts, ...added], untold: stillUntold, corrections };
}

/** One profile that cannot be assessed must not silence the change for all others, nor for its own owner. */
function orNotAssessed(
  ports: MatchPorts,
  changeId: string,
  subscriptionId: string,
  assess: () => ReturnType<typeof assessImpact>,
): Impact | undefined {
  try {
    const outcome = assess();
    return outcome.kind === 'matched' ? outcome.impact : undefined;
  } catch (error) {
    ports.logger.error({ changeId, subscriptionId, thrownAt: framesOf(error) }, 'impact.not_assessed');
    return NOT_ASSESSED;
  }
}

/** Where an error was thrown, without its message: that may quote the profile, which no log line may hold. */
function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [typeof error];
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [error.name, ...frames.map((frame) => frame.trim())];
}

const NOT_ASSESSED: Impact = {
  score: 60,
  band: 'high',
  reasons: [
    {
      factor: 'override',
      value: 60,
      because: 'the impact on this profile could not be worked out; the change is told unscored',
    },
  ],
  labels: ['not assessed'],
};

function raise(
  ports: MatchPorts,
  { event, position }: LogRecord,
  { alerts, untold, corrections }: Telling,
  traceparent: string | undefined,
): Effect {
  return async (tx) => {
    for (const one of untold) await saveUntoldAlert(tx, one);
    const raised: RedlineEvent[] = [];
    for (const { correction, tenantId } of corrections) await saveCorrection(tx, correction, tenantId);
    for (const alert of alerts) {
      if (!(await saveAlert(tx, alert))) continue;
      raised.push(alertRaised(alert, event.correlation, traceparent));
      ports.observer?.alertRaised(alert.impact.band);
    }
    await ports.log.append(tx, TOPICS.alerts, raised);
    ports.logger.info({ position, correlationId: event.correlation, alerts: raised.length }, 'change.matched');
  };
}

function alertRaised(
  { alertId, changeId, subscriptionId, impact, raisedAt }: Alert,
  correlation: string,
  traceparent: string | undefined,
) {
  return makeEvent({
    type: 'redline.alert.raised',
    id: alertId,
    source: '/redline/notifier',
    time: raisedAt,
    partitionkey: subscriptionId,
    correlation,
    traceparent,
    data: { alertId, changeId, subscriptionId, score: impact.score, band: impact.band },
  });
}
