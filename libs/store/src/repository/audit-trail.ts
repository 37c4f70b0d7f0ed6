import { PostgresAdapter, sql } from 'kysely';
import { canonicalJson, type Json, type JsonObject } from '#domain';
import { ADVISORY_LOCKS } from '../dialect/advisory-locks.ts';
import type { Session } from '../open-store.ts';
import type { AuditTable } from '../review-tables.ts';
import {
  type AuditAct,
  type AuditEntry,
  type AuditSubject,
  FIRST_LINK,
  followChain,
  hashOfEntry,
  type TrailHead,
  type TrailVerdict,
} from './audit-chain.ts';

/** Who acts: what the trail says of them. */
export interface Actor {
  readonly tenantId: string;
  readonly who: string;
  readonly via: string;
}

/** What is about to be written down. */
export interface Act {
  readonly act: AuditAct;
  readonly subjectKind: AuditSubject;
  readonly subjectId: string;
  readonly fromState: string;
  readonly toState: string;
  /** What is undefined is left out. */
  readonly detail?: { readonly [name: string]: Json | undefined };
}

/**
 * From here to the end of the transaction nobody else writes into the tenant's trail: what is read of it stays true. SQLite
 * has one writer anyway.
 */
export async function takeTurnInTrail(tx: Session, tenantId: string): Promise<void> {
  if (!(tx.getExecutor().adapter instanceof PostgresAdapter)) return;
  await sql`select pg_advisory_xact_lock(${sql.lit(ADVISORY_LOCKS.trail)}, hashtext(${tenantId}))`.execute(tx);
}

/**
 * Writes an act down, in the transaction of what was done: both are kept, or neither.
 * @param at UTC instant
 */
export async function recordAct(tx: Session, actor: Actor, at: string, act: Act): Promise<void> {
  await takeTurnInTrail(tx, actor.tenantId);
  const before = await trailHead(tx, actor.tenantId);
  const { tenantId, who, via } = actor;
  const said = {
    tenantId,
    sequence: before.sequence + 1,
    at,
    who,
    via,
    act: act.act,
    subjectKind: act.subjectKind,
    subjectId: act.subjectId,
    fromState: act.fromState,
    toState: act.toState,
    detail: definedOf(act.detail ?? {}),
    previousHash: before.hash,
  };
  await tx
    .insertInto('auditTrail')
    .values({ ...said, detail: canonicalJson(said.detail), hash: hashOfEntry(said) })
    .execute();
}

function definedOf(detail: { readonly [name: string]: Json | undefined }): JsonObject {
  return Object.fromEntries(
    Object.entries(detail).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

/** The newest entry of a tenant's trail. */
export async function trailHead(session: Session, tenantId: string): Promise<TrailHead> {
  const row = await session
    .selectFrom('auditTrail')
    .select(['sequence', 'hash'])
    .where('tenantId', '=', tenantId)
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? { sequence: 0, hash: FIRST_LINK };
}

/** What a reader of the trail asks for. */
export interface TrailFilter {
  readonly afterSequence?: number;
  readonly subjectKind?: AuditSubject;
  readonly subjectId?: string;
}

/** A tenant's trail; `newestFirst` turns it round. */
export async function listTrail(
  session: Session,
  tenantId: string,
  filter: TrailFilter,
  limit: number,
  order: 'oldestFirst' | 'newestFirst' = 'oldestFirst',
): Promise<readonly AuditEntry[]> {
  let query = session.selectFrom('auditTrail').selectAll().where('tenantId', '=', tenantId);
  if (filter.afterSequence !== undefined) query = query.where('sequence', '>', filter.afterSequence);
  if (filter.subjectKind) query = query.where('subjectKind', '=', filter.subjectKind);
  if (filter.subjectId !== undefined) query = query.where('subjectId', '=', filter.subjectId);
  const rows = await query
    .orderBy('sequence', order === 'newestFirst' ? 'desc' : 'asc')
    .limit(limit)
    .$castTo<StoredEntry>()
    .execute();
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) as JsonObject }));
}

type StoredEntry = Omit<AuditEntry, 'detail'> & Pick<AuditTable, 'detail'>;

const CHUNK = 1_000;

/** The whole trail of a tenant, oldest first, without holding it in memory at once. */
export async function* readTrail(session: Session, tenantId: string): AsyncGenerator<AuditEntry> {
  for (let after = 0; ; ) {
    const entries = await listTrail(session, tenantId, { afterSequence: after }, CHUNK);
    yield* entries;
    if (entries.length < CHUNK) return;
    after = entries.at(-1)?.sequence ?? after;
  }
}

/**
 * Follows a tenant's trail from its first entry: an altered, removed or slipped-in entry shows.
 * @param expected a head noted earlier, against a trail whose end was cut off
 */
export async function verifyTrail(session: Session, tenantId: string, expected?: TrailHead): Promise<TrailVerdict> {
  const follower = followChain(expected);
  for await (const entry of readTrail(session, tenantId)) if (!follower.next(entry)) break;
  return follower.verdict();
}
