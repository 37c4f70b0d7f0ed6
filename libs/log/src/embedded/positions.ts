import { RedlineEvent, type Topic } from '#events';
import type { Session } from '#store';
import type { LogRecord } from '../event-log.ts';

export async function positionOf(session: Session, group: string): Promise<number> {
  const row = await session
    .selectFrom('consumerPositions')
    .select('position')
    .where('consumerGroup', '=', group)
    .executeTakeFirst();
  return row?.position ?? 0;
}

/** Never moves back: a second process of the same group may already be further. */
export async function advancePosition(tx: Session, group: string, position: number): Promise<void> {
  await tx
    .insertInto('consumerPositions')
    .values({ consumerGroup: group, position })
    .onConflict((conflict) =>
      conflict.column('consumerGroup').doUpdateSet({ position }).where('consumerPositions.position', '<', position),
    )
    .execute();
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

export async function deadLetterCount(session: Session, group: string): Promise<number> {
  const row = await session
    .selectFrom('deadLetters')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('consumerGroup', '=', group)
    .where('replayedAt', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
