import { RedlineEvent, type Topic } from '#events';
import type { Session } from '#store';
import type { Parkable } from '../dead-letters.ts';
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

/** Rows of all topics that come after a group's place, in one question: asked many times a second. */
export async function rowsAfterGroup(session: Session, group: string, limit: number): Promise<readonly OutboxRow[]> {
  const rows = await session
    .selectFrom('eventLog')
    .select(['position', 'topic', 'partition', 'key', 'body'])
    .where('position', '>', (is) =>
      is.fn.coalesce(
        is.selectFrom('consumerPositions').select('position').where('consumerGroup', '=', group),
        is.lit(0),
      ),
    )
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ ...row, topic: row.topic as Topic }));
}

/** A row as a consumer meets it: an event of ours, or something this version cannot read. */
export type RowMet =
  | { readonly kind: 'record'; readonly record: LogRecord }
  | { readonly kind: 'unreadable'; readonly row: Parkable; readonly because: string; readonly record?: never };

/** Rows of the topics in the order they were committed, each read by itself: one that cannot be read holds up no other. */
export async function rowsOfTopicsAfter(
  session: Session,
  topics: readonly Topic[],
  position: number,
  limit: number,
): Promise<readonly RowMet[]> {
  const rows = await session
    .selectFrom('eventLog')
    .select(['position', 'topic', 'partition', 'key', 'body', 'eventId'])
    .where('topic', 'in', topics)
    .where('position', '>', position)
    .orderBy('position')
    .limit(limit)
    .execute();
  return rows.map((row) => readRow({ ...row, topic: row.topic as Topic }));
}

/** The event of a stored row, or why it cannot be read. Never throws. */
export function readRow(row: OutboxRow & { readonly eventId: string }): RowMet {
  const { topic, partition, key, position } = row;
  try {
    const event = RedlineEvent.parse(JSON.parse(row.body));
    return { kind: 'record', record: { topic, partition, offset: String(position), key, position, event } };
  } catch (error) {
    const because = error instanceof Error ? error.message.slice(0, 500) : 'unreadable';
    return {
      kind: 'unreadable',
      row: { topic, key, position, event: { id: row.eventId, source: 'unreadable' } },
      because,
    };
  }
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
