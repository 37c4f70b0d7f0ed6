import { sql } from 'kysely';
import type { Session, Store } from '../open-store.ts';
import type { Sealer } from '../sealed.ts';

/** Where the next digest of a subscription begins, and when it is due. */
export interface DigestCursor {
  readonly subscriptionId: string;
  /** Last position of `changes` that a digest has covered. */
  readonly position: number;
  /** End of the last digest's period, or when the subscription was made. */
  readonly since: string;
  /** `null`: not worked out yet. */
  readonly nextRunAt: string | null;
}

/** A digest as it was made: it is never worked out again, so that what was read once reads the same ever after. */
export interface MadeDigest {
  readonly digestId: string;
  readonly subscriptionId: string;
  readonly cadence: string;
  /** The window is (from, to]: changes after the first position up to and with the second. */
  readonly fromPosition: number;
  readonly toPosition: number;
  /** Half-open span of our instants, UTC. */
  readonly periodFrom: string;
  readonly periodTo: string;
  /** IANA zone of the reader. */
  readonly timeZone: string;
  /** The run that it answers; earlier runs since the last digest were missed and are made up for by it. */
  readonly scheduledAt: string;
  readonly madeAt: string;
  /** How many changes it tells. */
  readonly told: number;
}

const COLUMNS = [
  'digestId',
  'subscriptionId',
  'cadence',
  'fromPosition',
  'toPosition',
  'periodFrom',
  'periodTo',
  'timeZone',
  'scheduledAt',
  'madeAt',
  'told',
] as const;

/**
 * The newest position of `changes` below which nothing can appear any more. On PostgreSQL numbers are given out before they
 * are committed, so writers under way are waited for; SQLite has one writer.
 */
export async function settledChangePosition(store: Store): Promise<number> {
  return store.session.transaction().execute(async (tx) => {
    if (store.dialect === 'postgres') await sql`lock table changes in share mode`.execute(tx);
    const row = await tx
      .selectFrom('changes')
      .select((is) => is.fn.max('position').as('position'))
      .executeTakeFirst();
    return Number(row?.position ?? 0);
  });
}

/** Begins the windows of a subscription, or moves its next run; where its windows stand is never moved. */
export async function scheduleDigests(
  tx: Session,
  cursor: DigestCursor & { readonly tenantId: string },
): Promise<void> {
  await tx
    .insertInto('digestCursors')
    .values({ ...cursor })
    .onConflict((conflict) => conflict.column('subscriptionId').doUpdateSet({ nextRunAt: cursor.nextRunAt }))
    .execute();
}

export async function findDigestCursor(session: Session, subscriptionId: string): Promise<DigestCursor | undefined> {
  return session
    .selectFrom('digestCursors')
    .select(['subscriptionId', 'position', 'since', 'nextRunAt'])
    .where('subscriptionId', '=', subscriptionId)
    .executeTakeFirst();
}

/** Where the windows of one tenant's subscriptions stand, by subscription id. */
export async function listDigestCursors(
  session: Session,
  tenantId: string,
): Promise<ReadonlyMap<string, DigestCursor>> {
  const rows = await session
    .selectFrom('digestCursors')
    .select(['subscriptionId', 'position', 'since', 'nextRunAt'])
    .where('tenantId', '=', tenantId)
    .execute();
  return new Map(rows.map((row) => [row.subscriptionId, row]));
}

/** Next runs of one tenant's subscriptions, by subscription id. */
export async function nextDigestRuns(session: Session, tenantId: string): Promise<ReadonlyMap<string, string>> {
  const rows = await session
    .selectFrom('digestCursors')
    .select(['subscriptionId', 'nextRunAt'])
    .where('tenantId', '=', tenantId)
    .execute();
  return new Map(rows.flatMap((row) => (row.nextRunAt === null ? [] : [[row.subscriptionId, row.nextRunAt] as const])));
}

/** Cursors of active subscriptions whose run has come, or whose run was never worked out; earliest first. */
export async function listDueDigests(session: Session, now: string, limit: number): Promise<readonly DigestCursor[]> {
  return session
    .selectFrom('digestCursors')
    .innerJoin('subscriptions', 'subscriptions.subscriptionId', 'digestCursors.subscriptionId')
    .select([
      'digestCursors.subscriptionId as subscriptionId',
      'digestCursors.position as position',
      'digestCursors.since as since',
      'digestCursors.nextRunAt as nextRunAt',
    ])
    .where('subscriptions.status', '=', 'active')
    .where((is) => is.or([is('digestCursors.nextRunAt', 'is', null), is('digestCursors.nextRunAt', '<=', now)]))
    .orderBy('digestCursors.nextRunAt')
    .limit(limit)
    .execute();
}

/** Sets the next run of a cursor that has none. */
export async function setNextDigestRun(session: Session, subscriptionId: string, nextRunAt: string): Promise<void> {
  await session
    .updateTable('digestCursors')
    .set({ nextRunAt })
    .where('subscriptionId', '=', subscriptionId)
    .where('nextRunAt', 'is', null)
    .execute();
}

/**
 * Keeps a digest and moves its subscription's cursor behind it. Run it in a transaction, before anything else that the
 * digest calls for.
 * @returns false when another process was first: nothing was written.
 */
export async function saveDigest(
  tx: Session,
  sealer: Sealer,
  {
    digest,
    tenantId,
    body,
    cursor,
    nextRunAt,
  }: {
    readonly digest: MadeDigest;
    readonly tenantId: string;
    /** The digest itself, as JSON. It names what the profile declares, and is sealed. */
    readonly body: string;
    readonly cursor: DigestCursor;
    readonly nextRunAt: string;
  },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('digestCursors')
    .set({ position: digest.toPosition, since: digest.periodTo, nextRunAt })
    .where('subscriptionId', '=', cursor.subscriptionId)
    .where('position', '=', cursor.position)
    .where('since', '=', cursor.since)
    .where('nextRunAt', '=', cursor.nextRunAt)
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return false;
  await tx
    .insertInto('digests')
    .values({ ...digest, tenantId, sealedBody: sealer.seal(body) })
    .execute();
  return true;
}

/** Newest first. */
export async function listDigests(
  session: Session,
  subscriptionId: string,
  limit: number,
  beforeScheduledAt?: string,
): Promise<readonly MadeDigest[]> {
  let query = session.selectFrom('digests').select(COLUMNS).where('subscriptionId', '=', subscriptionId);
  if (beforeScheduledAt !== undefined) query = query.where('scheduledAt', '<', beforeScheduledAt);
  return query.orderBy('scheduledAt', 'desc').limit(limit).execute();
}

/** What is known of a digest without opening it. */
export async function findMadeDigest(session: Session, digestId: string): Promise<MadeDigest | undefined> {
  return session.selectFrom('digests').select(COLUMNS).where('digestId', '=', digestId).executeTakeFirst();
}

/** @throws Error when the body was sealed with another key. */
export async function findDigest(
  session: Session,
  sealer: Sealer,
  digestId: string,
): Promise<{ readonly digest: MadeDigest; readonly body: string } | undefined> {
  const row = await session
    .selectFrom('digests')
    .select([...COLUMNS, 'sealedBody'])
    .where('digestId', '=', digestId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { sealedBody, ...digest } = row;
  return { digest, body: sealer.open(sealedBody) };
}
