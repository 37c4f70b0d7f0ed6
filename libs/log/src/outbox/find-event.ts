import { sql } from 'kysely';
import { RedlineEvent, type Topic } from '#events';
import { asJson, isAmong, type Session } from '#store';

/** One event by its id, as it was appended; undefined when its topic never held it. */
export async function findEvent(session: Session, topic: Topic, eventId: string): Promise<RedlineEvent | undefined> {
  const row = await session
    .selectFrom('eventLog')
    .select('body')
    .where('topic', '=', topic)
    .where('eventId', '=', eventId)
    .executeTakeFirst();
  return row && RedlineEvent.parse(JSON.parse(row.body));
}

/** The place of an event in the log, by its id; undefined when its topic never held it. */
export async function findEventPosition(session: Session, topic: Topic, eventId: string): Promise<number | undefined> {
  const row = await session
    .selectFrom('eventLog')
    .select('position')
    .where('topic', '=', topic)
    .where('eventId', '=', eventId)
    .executeTakeFirst();
  return row && Number(row.position);
}

/** The trace that each of the events belongs to, by event id; those without one, or not in the topic, are left out. */
export async function findTraceparents(
  session: Session,
  topic: Topic,
  eventIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (eventIds.length === 0) return new Map();
  const { rows } = await sql<{ eventId: string; traceparent: string }>`
    select event_id, ${asJson(session, 'body')} ->> 'traceparent' as traceparent from event_log
    where topic = ${topic} and ${isAmong(session, 'eventId', eventIds)}
      -- Most events have none: looking for the word costs less than reading the whole as JSON.
      and body like '%"traceparent"%' and ${asJson(session, 'body')} ->> 'traceparent' is not null`.execute(session);
  return new Map(rows.map(({ eventId, traceparent }) => [eventId, traceparent]));
}
