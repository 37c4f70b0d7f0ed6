import { sql } from 'kysely';
import type { Store } from '#store';

/** Every table and row of a store, without what is derived from them, read without the code under test. Bytes as hexadecimal digits; rows in no order of the database. */
export async function wholeStore(store: Store): Promise<Record<string, readonly string[]>> {
  const session = store.session.withoutPlugins();
  const tables = await session.introspection.getTables();
  const whole: Record<string, readonly string[]> = {};
  for (const { name } of tables.filter((table) => !/^(?:kysely|search)_/.test(table.name))) {
    const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(name)}`.execute(session);
    whole[name] = rows.map(asText).toSorted();
  }
  return whole;
}

function asText(row: Record<string, unknown>): string {
  const plain = (value: unknown) => (value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value);
  return JSON.stringify(
    Object.entries(row)
      .map(([name, value]) => [name, plain(value)])
      .toSorted(),
  );
}

/** The next number each numbering table would give. */
export async function nextPosition(store: Store): Promise<number> {
  const row = await store.session
    .insertInto('eventLog')
    .values({ topic: 't', partition: 0, key: 'k', eventId: 'next', type: 't', body: '{}', recordedAt: '' })
    .returning('position')
    .executeTakeFirstOrThrow();
  return row.position;
}
