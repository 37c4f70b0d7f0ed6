import type { Change } from '#domain';
import { listChanges, listToldChanges, type Session } from '#store';

const PAGE = 1_000;
/** Newest changes that a calendar is made from; dates that lie behind so many changes are long past. */
const MOST_CHANGES = 20_000;

/** What a subscription was alerted to, oldest first. */
export async function changesTold(session: Session, subscriptionId: string): Promise<readonly Change[]> {
  const window = { from: 0, to: Number.MAX_SAFE_INTEGER, limit: MOST_CHANGES };
  return (await listToldChanges(session, subscriptionId, window)).map(({ change }) => change);
}

/** Everything that anybody may be told, oldest first. */
export async function changesOfAll(session: Session): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (let beforePosition: number | undefined; changes.length < MOST_CHANGES; ) {
    const filter = { alerting: true, baseline: false, ...(beforePosition === undefined ? {} : { beforePosition }) };
    const page = await listChanges(session, filter, PAGE, 'newestFirst');
    changes.push(...page.map(({ change }) => change));
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    beforePosition = last.position;
  }
  return changes.toReversed();
}
