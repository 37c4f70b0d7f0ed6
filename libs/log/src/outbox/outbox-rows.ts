import { RedlineEvent, type Topic } from '#events';
import type { Session } from '#store';
import type { LogRecord } from '../event-log.ts';

/** An appended event as it lies, on its way to another transport. */
export interface OutboxRow {
  readonly position: number;
  readonly topic: Topic;
  readonly partition: number;
  readonly key: string;
  /** JSON of the event. */
  readonly body: string;
}

/** Rows of all topics, unparsed, in the order they were committed. */
export async function rowsAfter(session: Session, position: number, limit: number): Promise<readonly OutboxRow[]> {
  const rows = await session
    .selectFrom('eventLog')
    .select(['position', 'topic', 'partition', 'key', 'body'])
    .where('position', '>', position)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, topic: row.topic as Topic }));
}

export async function recordsAfter(
  session: Session,
  topics: readonly Topic[],
  position: number,
  limit: number,
): Promise<readonly LogRecord[]> {
  const rows = await session
    .selectFrom('eventLog')
    .selectAll()
    .where('topic', 'in', topics)
    .where('position', '>', position)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    topic: row.topic as Topic,
    partition: row.partition,
    offset: String(row.position),
    key: row.key,
    position: row.position,
    event: RedlineEvent.parse(JSON.parse(row.body)),
  }));
}

export async function countAfter(session: Session, topics: readonly Topic[], position: number): Promise<number> {
  const row = await session
    .selectFrom('eventLog')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('topic', 'in', topics)
    .where('position', '>', position)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
