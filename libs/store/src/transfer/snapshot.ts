import type { Session, Store } from '../open-store.ts';

/**
 * Shows `work` one unchanging picture of the store while others go on writing: on PostgreSQL a REPEATABLE READ transaction,
 * on SQLite a read transaction of its write-ahead log. On SQLite other work of the same `Store` waits until it ends: open
 * one for the purpose.
 */
export function inSnapshot<Result>(store: Store, work: (session: Session) => Promise<Result>): Promise<Result> {
  return store.session
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute((tx) => work(tx));
}
