import type { RedlineEvent } from '#events';
import type { Session } from '#store';

/**
 * Records that a group has seen an event, in the transaction of its effect: redelivery then finds it and does nothing.
 * @returns false when the group saw the event before.
 */
export async function recordSeen(tx: Session, group: string, event: RedlineEvent): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('inbox')
    .values({ consumerGroup: group, eventSource: event.source, eventId: event.id })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/**
 * Records that a group has seen some events, in the transaction of their effects.
 * @returns for each event whether the group saw it now for the first time; an event that stands twice is new once.
 */
export async function recordAllSeen(
  tx: Session,
  group: string,
  events: readonly RedlineEvent[],
): Promise<readonly boolean[]> {
  const rows = await tx
    .insertInto('inbox')
    .values(events.map(({ source, id }) => ({ consumerGroup: group, eventSource: source, eventId: id })))
    .onConflict((conflict) => conflict.doNothing())
    .returning(['eventSource', 'eventId'])
    .execute();
  const unseen = new Set(rows.map(({ eventSource, eventId }) => JSON.stringify([eventSource, eventId])));
  return events.map(({ source, id }) => unseen.delete(JSON.stringify([source, id])));
}

/** True when the group has applied the event. Asked where nothing is to be recorded: before a record is set aside. */
export async function isSeen(
  session: Session,
  group: string,
  event: Pick<RedlineEvent, 'id' | 'source'>,
): Promise<boolean> {
  const row = await session
    .selectFrom('inbox')
    .select('eventId')
    .where('consumerGroup', '=', group)
    .where('eventSource', '=', event.source)
    .where('eventId', '=', event.id)
    .executeTakeFirst();
  return row !== undefined;
}
