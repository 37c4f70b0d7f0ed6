import { sql } from 'kysely';
import { ADVISORY_LOCKS, type Session, type Store } from '#store';

/**
 * Runs `work` while this process alone holds the relay's lease: a PostgreSQL advisory lock on a connection of its own, so
 * the lease ends with the connection. `work` keeps its position over that same connection: who lost the lease can no
 * longer move the position.
 * @returns false at once when another process holds it.
 */
export async function withRelayLease(store: Store, work: (session: Session) => Promise<void>): Promise<boolean> {
  return store.session.connection().execute(async (session) => {
    const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_lock(${ADVISORY_LOCKS.relay}) as held`.execute(
      session,
    );
    if (rows[0]?.held !== true) return false;
    try {
      // A place that a power cut takes back is shipped from again, and the inbox drops the copies: not worth a disk flush each.
      await sql`set synchronous_commit to off`.execute(session);
      await work(session);
      return true;
    } finally {
      await sql`reset synchronous_commit`.execute(session).catch(() => undefined);
      // A connection that broke has given up the lock by itself.
      await sql`select pg_advisory_unlock(${ADVISORY_LOCKS.relay})`.execute(session).catch(() => undefined);
    }
  });
}
