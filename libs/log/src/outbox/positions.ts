import type { Session } from '#store';

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
