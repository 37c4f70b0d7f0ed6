import type { Session } from '../open-store.ts';

/**
 * Empties the index, so that it is filled from the start: for a store that is about to hold other rows, and that a process
 * may have found empty and fully indexed before. Does nothing in a schema from before there was an index.
 */
export async function forgetSearchIndex(session: Session): Promise<void> {
  const tables = await session.withoutPlugins().introspection.getTables();
  if (!tables.some((table) => table.name === 'search_progress')) return;
  await session.deleteFrom('searchEntries').execute();
  await session.deleteFrom('searchProgress').execute();
}
