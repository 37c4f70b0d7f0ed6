import type { Session } from '../open-store.ts';
import type { SourceStateTable } from '../schema.ts';

export type SourceState = Readonly<SourceStateTable>;

/** A source that was never polled has no state yet. */
export async function findSourceState(session: Session, sourceId: string): Promise<SourceState | undefined> {
  return session.selectFrom('sourceStates').selectAll().where('sourceId', '=', sourceId).executeTakeFirst();
}

export async function listSourceStates(session: Session): Promise<readonly SourceState[]> {
  return session.selectFrom('sourceStates').selectAll().orderBy('sourceId').execute();
}

export async function saveSourceState(session: Session, state: SourceState): Promise<void> {
  await session
    .insertInto('sourceStates')
    .values(state)
    .onConflict((conflict) => conflict.column('sourceId').doUpdateSet(state))
    .execute();
}

/** One line of the ledger of checks: what was asked of a publisher, when, and how it answered. */
export interface Check {
  readonly sourceId: string;
  readonly url: string;
  readonly checkedAt: string;
  /** `changed`, `unchanged`, `not_modified`, `refused` or `unavailable`. */
  readonly outcome: string;
  readonly detail: string;
  readonly sha256: string | null;
  readonly durationMs: number;
}

export async function recordCheck(session: Session, check: Check): Promise<void> {
  await session.insertInto('checks').values(check).execute();
}

/** Newest first. */
export async function listChecks(session: Session, sourceId: string, limit: number): Promise<readonly Check[]> {
  return session
    .selectFrom('checks')
    .select(['sourceId', 'url', 'checkedAt', 'outcome', 'detail', 'sha256', 'durationMs'])
    .where('sourceId', '=', sourceId)
    .orderBy('checkId', 'desc')
    .limit(limit)
    .execute();
}

/** Checks of each source in [from, before), by how they ended: an answer that could be used, or none. */
export async function countChecks(
  session: Session,
  from: string,
  before: string,
): Promise<ReadonlyMap<string, { readonly succeeded: number; readonly failed: number }>> {
  const rows = await session
    .selectFrom('checks')
    .select((is) => ['sourceId', 'outcome', is.fn.countAll<number>().as('count')])
    .where('checkedAt', '>=', from)
    .where('checkedAt', '<', before)
    .groupBy(['sourceId', 'outcome'])
    .execute();
  const counts = new Map<string, { succeeded: number; failed: number }>();
  for (const { sourceId, outcome, count } of rows) {
    const known = counts.get(sourceId) ?? { succeeded: 0, failed: 0 };
    known[SUCCESSES.has(outcome) ? 'succeeded' : 'failed'] += Number(count);
    counts.set(sourceId, known);
  }
  return counts;
}

const SUCCESSES: ReadonlySet<string> = new Set(['changed', 'unchanged', 'not_modified']);

/** What a publisher told us to send back next time (RFC 9110 section 13), and the hash of the bytes it stood for. */
export interface Validators {
  readonly url: string;
  readonly sourceId: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly sha256: string;
}

export async function findValidators(session: Session, sourceId: string, url: string): Promise<Validators | undefined> {
  return session
    .selectFrom('validators')
    .selectAll()
    .where('sourceId', '=', sourceId)
    .where('url', '=', url)
    .executeTakeFirst();
}

/** Written last of all: a cursor that runs ahead of its capture would skip a change. */
export async function saveValidators(session: Session, validators: Validators): Promise<void> {
  await session
    .insertInto('validators')
    .values(validators)
    .onConflict((conflict) => conflict.columns(['sourceId', 'url']).doUpdateSet(validators))
    .execute();
}
