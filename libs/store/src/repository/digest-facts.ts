import type { Change, Impact } from '#domain';
import type { Session } from '../open-store.ts';
import type { StoredChange } from './changes.ts';

/** A change as one subscription was told of it. */
export interface ToldChange extends StoredChange {
  readonly alertId: string;
  readonly impact: Impact;
  readonly raisedAt: string;
}

/**
 * Changes that a subscription was alerted to with positions in (from, to], in order of detection. With `limit` the newest
 * so many, or the oldest.
 */
export async function listToldChanges(
  session: Session,
  subscriptionId: string,
  window: { readonly from: number; readonly to: number; readonly limit?: number; readonly end?: 'newest' | 'oldest' },
): Promise<readonly ToldChange[]> {
  const found = session
    .selectFrom('alerts')
    .innerJoin('changes', 'changes.changeId', 'alerts.changeId')
    .select(['changes.position', 'changes.body as changeBody', 'alerts.alertId', 'alerts.body', 'alerts.raisedAt'])
    .where('alerts.subscriptionId', '=', subscriptionId)
    .where('changes.position', '>', window.from)
    .where('changes.position', '<=', window.to)
    .orderBy('changes.position', window.end === 'oldest' ? 'asc' : 'desc');
  const rows = await (window.limit === undefined ? found : found.limit(window.limit)).execute();
  return (window.end === 'oldest' ? rows : rows.toReversed()).map((row) => ({
    position: row.position,
    change: JSON.parse(row.changeBody) as Change,
    alertId: row.alertId,
    impact: JSON.parse(row.body) as Impact,
    raisedAt: row.raisedAt,
  }));
}

/** How many changes with positions in (from, to] a consumer group has yet to see, of those that anybody may be told. */
export async function countUnseenChanges(
  session: Session,
  consumerGroup: string,
  window: { readonly from: number; readonly to: number },
): Promise<number> {
  const row = await session
    .selectFrom('changes')
    .leftJoin('inbox', (join) =>
      join.onRef('inbox.eventId', '=', 'changes.changeId').on('inbox.consumerGroup', '=', consumerGroup),
    )
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('changes.position', '>', window.from)
    .where('changes.position', '<=', window.to)
    .where('changes.alerting', '=', 1)
    .where('changes.baseline', '=', 0)
    .where('inbox.eventId', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Where the events of changes with positions in (from, to] stand on a topic of the log, by change id. */
export async function logPositionsOfChanges(
  session: Session,
  topic: string,
  window: { readonly from: number; readonly to: number },
): Promise<ReadonlyMap<string, number>> {
  const rows = await session
    .selectFrom('changes')
    .innerJoin('eventLog', (join) =>
      join.onRef('eventLog.eventId', '=', 'changes.changeId').on('eventLog.topic', '=', topic),
    )
    .select(['changes.changeId as changeId', 'eventLog.position as position'])
    .where('changes.position', '>', window.from)
    .where('changes.position', '<=', window.to)
    .where('changes.alerting', '=', 1)
    .where('changes.baseline', '=', 0)
    .execute();
  return new Map(rows.map(({ changeId, position }) => [changeId, position]));
}
