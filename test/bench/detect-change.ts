import type { Change } from '#domain';
import { makeEvent, TOPICS } from '#events';
import type { EventLog } from '#log';
import { type Store, saveChange } from '#store';
import { aChange } from '../contract/samples.ts';

/** Stores one alerting change and tells the log, as the differ does: one transaction. */
export async function detectChange(store: Store, log: EventLog, changeId: string, sourceId: string): Promise<void> {
  const change: Change = { ...aChange(changeId), sourceId };
  const { type: changeType, instrumentId, alerting, detectedAt } = change;
  await store.transaction(async (tx) => {
    await saveChange(tx, change, { readingId: 'r2', previousReadingId: 'r1' });
    await log.append(tx, TOPICS.changes, [
      makeEvent({
        type: 'redline.change.detected',
        id: changeId,
        source: '/redline/differ',
        time: detectedAt,
        partitionkey: sourceId,
        correlation: 'c',
        data: { changeId, changeType, sourceId, instrumentId, alerting, baseline: false },
      }),
    ]);
  });
}
