import type { Topic } from '#events';
import type { Session } from '#store';
import { PARTITIONS } from '../partition-of.ts';

/** Key of a group's place in one partition: the position of the last record it applied or parked there. */
export function placeOf(group: string, topic: Topic, partition: number): string {
  return `${group}/${topic}/${partition}`;
}

/**
 * Events that were appended and that the group has neither applied nor parked, wherever they are: in the outbox, on a
 * broker or in a consumer's hands. Asked of the store, so a broker that is away does not hide the lag.
 * @param upTo counts only positions up to this one
 */
export async function countUnapplied(
  session: Session,
  group: string,
  topics: readonly Topic[],
  upTo: number = Number.MAX_SAFE_INTEGER,
): Promise<number> {
  const partitions = topics.flatMap((topic) =>
    Array.from({ length: PARTITIONS }, (_, partition) => ({ topic, partition })),
  );
  const rows = await session
    .selectFrom('consumerPositions')
    .selectAll()
    .where(
      'consumerGroup',
      'in',
      partitions.map(({ topic, partition }) => placeOf(group, topic, partition)),
    )
    .execute();
  const places = new Map(rows.map((row) => [row.consumerGroup, row.position]));
  const counted = await session
    .selectFrom('eventLog')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('position', '<=', upTo)
    .where((is) =>
      is.or(
        partitions.map(({ topic, partition }) =>
          is.and([
            is('topic', '=', topic),
            is('partition', '=', partition),
            is('position', '>', places.get(placeOf(group, topic, partition)) ?? 0),
          ]),
        ),
      ),
    )
    .executeTakeFirst();
  return Number(counted?.count ?? 0);
}
