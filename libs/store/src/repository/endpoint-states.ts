import { sql } from 'kysely';
import type { Session } from '../open-store.ts';

/** How an endpoint has been answering. A subscription without a row never failed. */
export interface EndpointState {
  readonly subscriptionId: string;
  /** Since when every attempt failed; null while it works. */
  readonly failingSince: string | null;
  readonly consecutiveFailures: number;
  /** Mails in a row that were refused for good. */
  readonly bounces: number;
  readonly lastOutcome: string;
  readonly lastSuccessAt: string | null;
  readonly disabledAt: string | null;
  readonly disabledBecause: string;
}

/** What a number of attempts at one endpoint came to, in the order in which they ended. */
export interface EndpointNews {
  readonly subscriptionId: string;
  readonly tenantId: string;
  /** Instant of the last attempt. */
  readonly at: string;
  readonly lastOutcome: string;
  /** True when any of them succeeded; the failures below came after the last success. */
  readonly succeeded: boolean;
  readonly failures: number;
  readonly bounces: number;
}

/**
 * Notes news of endpoints. One that never failed has no row until it does: success is the rule and costs no write.
 * @returns the states of those that failed.
 */
export async function noteEndpointNews(
  session: Session,
  news: readonly EndpointNews[],
): Promise<readonly EndpointState[]> {
  const working = news.filter(({ succeeded }) => succeeded);
  if (working.length > 0) await noteSuccess(session, working);
  const states: EndpointState[] = [];
  for (const failing of news.filter(({ failures }) => failures > 0)) states.push(await noteFailure(session, failing));
  return states;
}

async function noteSuccess(session: Session, working: readonly EndpointNews[]): Promise<void> {
  await session
    .updateTable('endpointStates')
    .set({ failingSince: null, consecutiveFailures: 0, bounces: 0, lastSuccessAt: working[0]?.at ?? null })
    .where(
      'subscriptionId',
      'in',
      working.map(({ subscriptionId }) => subscriptionId),
    )
    .where('consecutiveFailures', '>', 0)
    .execute();
}

async function noteFailure(session: Session, news: EndpointNews): Promise<EndpointState> {
  const { subscriptionId, tenantId, at, lastOutcome, failures, bounces } = news;
  const row = { subscriptionId, tenantId, failingSince: at, consecutiveFailures: failures, bounces, lastOutcome };
  return session
    .insertInto('endpointStates')
    .values({ ...row, lastSuccessAt: null, disabledAt: null, disabledBecause: '' })
    .onConflict((conflict) =>
      conflict.column('subscriptionId').doUpdateSet({
        failingSince: sql`coalesce(endpoint_states.failing_since, excluded.failing_since)`,
        consecutiveFailures: sql`endpoint_states.consecutive_failures + excluded.consecutive_failures`,
        bounces: sql`endpoint_states.bounces + excluded.bounces`,
        lastOutcome,
      }),
    )
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** Notes that nothing more is sent to an endpoint, and why, for whoever looks at the desk. */
export async function noteDisabled(
  session: Session,
  { subscriptionId, tenantId, at, because }: { subscriptionId: string; tenantId: string; at: string; because: string },
): Promise<void> {
  const disabled = { disabledAt: at, disabledBecause: because };
  const fresh = { failingSince: null, consecutiveFailures: 0, bounces: 0, lastOutcome: '', lastSuccessAt: null };
  await session
    .insertInto('endpointStates')
    .values({ subscriptionId, tenantId, ...fresh, ...disabled })
    .onConflict((conflict) => conflict.column('subscriptionId').doUpdateSet(disabled))
    .execute();
}

/** Forgets that an endpoint failed: it is enabled again, or its address was changed. */
export async function clearEndpointState(session: Session, subscriptionId: string): Promise<void> {
  await session.deleteFrom('endpointStates').where('subscriptionId', '=', subscriptionId).execute();
}

/** State of one endpoint; undefined for one that never failed. */
export async function findEndpointState(session: Session, subscriptionId: string): Promise<EndpointState | undefined> {
  return session
    .selectFrom('endpointStates')
    .selectAll()
    .where('subscriptionId', '=', subscriptionId)
    .executeTakeFirst();
}

/** States of one tenant's endpoints that ever failed, by subscription. */
export async function listEndpointStates(
  session: Session,
  tenantId: string,
): Promise<ReadonlyMap<string, EndpointState>> {
  const rows = await session.selectFrom('endpointStates').selectAll().where('tenantId', '=', tenantId).execute();
  return new Map(rows.map((row) => [row.subscriptionId, row]));
}
