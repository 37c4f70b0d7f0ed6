import type { RedlineEvent } from '#events';
import type { Session } from '#store';

/**
 * Records that a group has seen some events, in the transaction of their effects: redelivery then finds them and does nothing.
 * @returns for each event whether the group saw it now for the first time; an event that stands twice is new once.
 */
export async function recordSeen(
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
