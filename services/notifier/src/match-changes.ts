import { makeEvent, TOPICS } from '#events';
import type { LogRecord, RunEffect, Subscription } from '#log';
import { type Alert, type Session, saveAlerts, saveCorrection, saveUntoldAlerts } from '#store';
import { type MatchPorts, type Telling, tellingsOf } from './what-is-told.ts';

/**
 * Turns each change into alerts: one a subscription that it matters to, whatever its band, because the digest shows what is
 * below the subscriber's threshold. Alerts and their events are kept in one transaction. History (a baseline) and what is
 * told to nobody raise none; what another source told before is noted instead of being told again.
 */
export function matchChanges(ports: MatchPorts): Subscription {
  const handle = async (records: readonly LogRecord[]): Promise<RunEffect> => {
    const tellings = await tellingsOf(ports, records);
    return (tx, isNew) =>
      raise(
        ports,
        tx,
        records.flatMap((record, index) => (isNew[index] ? (tellings.get(record) ?? []) : [])),
      );
  };
  return {
    group: 'notifier.match',
    topics: [TOPICS.changes],
    together: { most: 50, sameKey: true, byItself: mayCorrect, handle },
    handle: async (record) => {
      const effect = await handle([record]);
      return (tx) => effect(tx, [true]);
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

async function raise(ports: MatchPorts, tx: Session, tellings: readonly Telling[]): Promise<void> {
  const untold = tellings.flatMap((telling) => telling.untold);
  const corrections = tellings.flatMap((telling) => telling.corrections);
  const told = tellings.flatMap(({ alerts }) => alerts);
  await saveUntoldAlerts(tx, untold);
  for (const { correction, tenantId } of corrections) await saveCorrection(tx, correction, tenantId);
  const isNew = new Set(await saveAlerts(tx, told));
  for (const { record, alerts, traceparent } of tellings) {
    const { correlation } = record.event;
    const raised = alerts.filter((alert) => isNew.has(alert));
    for (const { impact } of raised) ports.observer?.alertRaised(impact.band);
    const events = raised.map((alert) => alertRaised(alert, correlation, traceparent));
    await ports.log.append(tx, TOPICS.alerts, events);
    ports.logger.info(
      { position: record.position, correlationId: correlation, alerts: raised.length },
      'change.matched',
    );
  }
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
