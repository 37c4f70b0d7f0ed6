import type { Session } from '../open-store.ts';

/** An operator's alert about one source: open until the source is well again. */
export interface SourceProblem {
  readonly problemId: string;
  readonly sourceId: string;
  /** `source.unavailable`, `source.structure_changed`, `source.implausible`, `source.stale` or `source.unreconciled`. */
  readonly problem: string;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly because: string;
}

/** @returns false when the same problem of the source is open already: an operator is told once. */
export async function openSourceProblem(session: Session, problem: SourceProblem): Promise<boolean> {
  const open = await session
    .selectFrom('sourceProblems')
    .select('problemId')
    .where('sourceId', '=', problem.sourceId)
    .where('problem', '=', problem.problem)
    .where('closedAt', 'is', null)
    .executeTakeFirst();
  if (open) return false;
  const { numInsertedOrUpdatedRows } = await session
    .insertInto('sourceProblems')
    .values(problem)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Which of the sources have an open problem of the given kinds. */
export async function sourcesWithProblems(
  session: Session,
  sourceIds: readonly string[],
  kinds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (sourceIds.length === 0) return new Set();
  const rows = await session
    .selectFrom('sourceProblems')
    .select('sourceId')
    .where('sourceId', 'in', sourceIds)
    .where('problem', 'in', kinds)
    .where('closedAt', 'is', null)
    .execute();
  return new Set(rows.map(({ sourceId }) => sourceId));
}

/** Closes open problems of the given kinds. @returns those that were open. */
export async function closeSourceProblems(
  session: Session,
  sourceId: string,
  kinds: readonly string[],
  closedAt: string,
): Promise<readonly SourceProblem[]> {
  const open = await session
    .selectFrom('sourceProblems')
    .selectAll()
    .where('sourceId', '=', sourceId)
    .where('problem', 'in', kinds)
    .where('closedAt', 'is', null)
    .execute();
  if (open.length === 0) return [];
  await session
    .updateTable('sourceProblems')
    .set({ closedAt })
    .where(
      'problemId',
      'in',
      open.map((problem) => problem.problemId),
    )
    .execute();
  return open;
}

export async function listOpenSourceProblems(session: Session): Promise<readonly SourceProblem[]> {
  return session.selectFrom('sourceProblems').selectAll().where('closedAt', 'is', null).orderBy('openedAt').execute();
}
