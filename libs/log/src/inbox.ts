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
