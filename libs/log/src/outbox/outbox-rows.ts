import { RedlineEvent, type Topic } from '#events';
import type { Session } from '#store';
import type { LogRecord } from '../event-log.ts';

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
