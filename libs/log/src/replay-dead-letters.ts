import type { Topic } from '#events';
import type { Session, Store } from '#store';
import { type DeadLetter, listDeadLetters } from './dead-letters.ts';
import type { LogRecord, Subscription } from './event-log.ts';
import { recordSeen } from './inbox.ts';
import { readRow } from './outbox/outbox-rows.ts';

/** What came of a replay: how many records were applied, and which keys still wait because a record failed again. */
export interface DeadLettersReplayed {
  readonly applied: number;
  readonly stillParked: readonly { readonly key: string; readonly because: string }[];
}

/**
 * Applies the waiting records of a group again, in log order per key. A record that fails again keeps its key parked, and
 * nothing behind it is applied. Each record's effect, inbox entry and mark are one transaction.
 * @param key only records of this key
 */
export async function replayDeadLetters(
  store: Store,
  subscription: Subscription,
  now: () => Date,
  key?: string,
): Promise<DeadLettersReplayed> {
  const letters = (await listDeadLetters(store.session, subscription.group)).filter(
    (letter) => key === undefined || letter.key === key,
  );
  const stillParked = new Map<string, string>();
  let applied = 0;
  for (const letter of letters) {
    const place = `${letter.topic} ${letter.key}`;
    if (stillParked.has(place)) continue;
    try {
      await applyLetter(store, subscription, letter, now().toISOString());
      applied += 1;
    } catch (error) {
      stillParked.set(place, error instanceof Error ? error.message : String(error));
    }
  }
  return { applied, stillParked: [...stillParked].map(([place, because]) => ({ key: place, because })) };
}

async function applyLetter(
  store: Store,
  subscription: Subscription,
  letter: DeadLetter,
  replayedAt: string,
): Promise<void> {
  const record = await recordOf(store.session, letter);
  const effect = await subscription.handle(record);
  await store.transaction(async (tx) => {
    const [unseen] = await recordSeen(tx, subscription.group, [record.event]);
    if (unseen) await effect(tx);
    await tx
      .updateTable('deadLetters')
      .set({ replayedAt })
      .where('consumerGroup', '=', letter.consumerGroup)
      .where('position', '=', letter.position)
      .execute();
  });
}

/** @throws Error when the outbox no longer holds the event, or it is no event of this version. */
async function recordOf(session: Session, letter: DeadLetter): Promise<LogRecord> {
  const row = await session
    .selectFrom('eventLog')
    .select(['position', 'topic', 'partition', 'key', 'body', 'eventId'])
    .where('position', '=', letter.position)
    .executeTakeFirstOrThrow();
  const met = readRow({ ...row, topic: row.topic as Topic });
  if (met.kind === 'unreadable') throw new Error(met.because);
  return met.record;
}
