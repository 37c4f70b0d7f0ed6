import type { Session } from '#store';
import type { LogRecord } from './event-log.ts';

/** As much of a record as setting it aside needs; known even of one whose data cannot be read. */
export type Parkable = Pick<LogRecord, 'topic' | 'key' | 'position'> & {
  readonly event: Pick<LogRecord['event'], 'id' | 'source'>;
};

/** A record a group could not apply, or one parked behind such a record of the same key. */
export interface DeadLetter {
  readonly consumerGroup: string;
  readonly position: number;
  readonly topic: string;
  readonly key: string;
  readonly eventId: string;
  readonly code: string;
  readonly reason: string;
  readonly attempts: number;
  readonly parkedAt: string;
  readonly replayedAt: string | null;
}

/** True while an earlier record of one of the keys waits for a person: later ones queue behind it, in order. */
export async function isAnyKeyParked(
  session: Session,
  group: string,
  records: readonly Pick<Parkable, 'topic' | 'key'>[],
): Promise<boolean> {
  const keys = [...new Set(records.map(({ key }) => key))];
  const rows = await session
    .selectFrom('deadLetters')
    .select(['topic', 'key'])
    .where('consumerGroup', '=', group)
    .where('key', 'in', keys)
    .where('replayedAt', 'is', null)
    .execute();
  return rows.some((row) => records.some(({ topic, key }) => row.topic === topic && row.key === key));
}

export async function park(
  tx: Session,
  group: string,
  record: Parkable,
  why: { readonly code: string; readonly reason: string; readonly attempts: number; readonly parkedAt: string },
): Promise<void> {
  await tx
    .insertInto('deadLetters')
    .values({
      consumerGroup: group,
      position: record.position,
      topic: record.topic,
      key: record.key,
      eventId: record.event.id,
      replayedAt: null,
      ...why,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Letters that wait for a person, in log order. */
export async function listDeadLetters(session: Session, group?: string): Promise<readonly DeadLetter[]> {
  const waiting = session.selectFrom('deadLetters').selectAll().where('replayedAt', 'is', null).orderBy('position');
  return (group ? waiting.where('consumerGroup', '=', group) : waiting).execute();
}

/** How many records of a group wait for a person. */
export async function deadLetterCount(session: Session, group: string): Promise<number> {
  const row = await session
    .selectFrom('deadLetters')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('consumerGroup', '=', group)
    .where('replayedAt', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
