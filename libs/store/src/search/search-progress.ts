import type { Session } from '../open-store.ts';
import { SEARCH_KINDS, type SearchKind } from './search-entry.ts';

/** How far the filling of the index from what was stored before has come. */
export interface SearchProgress {
  /** Where to go on; empty at the start. */
  readonly reached: string;
  readonly done: boolean;
}

export async function searchProgress(session: Session, part: SearchKind): Promise<SearchProgress> {
  const row = await session
    .selectFrom('searchProgress')
    .select(['reached', 'done'])
    .where('part', '=', part)
    .executeTakeFirst();
  return { reached: row?.reached ?? '', done: row?.done === 1 };
}

/** Run it in the transaction that writes the entries up to there. */
export async function keepSearchProgress(tx: Session, part: SearchKind, progress: SearchProgress): Promise<void> {
  const row = { reached: progress.reached, done: progress.done ? 1 : 0 };
  await tx
    .insertInto('searchProgress')
    .values({ part, ...row })
    .onConflict((conflict) => conflict.column('part').doUpdateSet(row))
    .execute();
}

/** False while what was stored before is still being indexed: a search may miss some of it. */
export async function isSearchComplete(session: Session): Promise<boolean> {
  const rows = await session.selectFrom('searchProgress').select('part').where('done', '=', 1).execute();
  return SEARCH_KINDS.every((part) => rows.some((row) => row.part === part));
}
