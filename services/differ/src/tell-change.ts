import type { Change } from '#domain';
import { makeEvent, TOPICS } from '#events';
import type { EventLog } from '#log';
import type { Session } from '#store';

/** Tells the log of a change that was stored in the same transaction. @param correlation what it follows from */
export async function tellChange(
  tx: Session,
  log: EventLog,
  change: Change,
  correlation: string,
  traceparent?: string,
): Promise<void> {
  const event = makeEvent({
    type: 'redline.change.detected',
    id: change.changeId,
    source: '/redline/differ',
    time: change.detectedAt,
    partitionkey: change.sourceId,
    correlation,
    traceparent,
    data: {
      changeId: change.changeId,
      changeType: change.type,
      documentNumber: change.documentNumber,
      sourceId: change.sourceId,
      instrumentId: change.instrumentId,
      alerting: change.alerting,
      baseline: change.detection.baseline,
    },
  });
  await log.append(tx, TOPICS.changes, [event]);
}
