import { PostgresAdapter } from 'kysely';
import type { Session } from '../open-store.ts';
import type { GramIndex } from './gram-index.ts';
import { postgresGramIndex } from './postgres-gram-index.ts';
import { sqliteGramIndex } from './sqlite-gram-index.ts';

/** The index of the store that a session belongs to. */
export function indexOf(session: Session): GramIndex {
  return session.getExecutor().adapter instanceof PostgresAdapter ? postgresGramIndex : sqliteGramIndex;
}
