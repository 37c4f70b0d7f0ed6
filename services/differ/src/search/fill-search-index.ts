import { setImmediate as yieldToOthers } from 'node:timers/promises';
import type { Source } from '#sources';
import {
  keepSearchProgress,
  lastAcceptedReading,
  listChanges,
  listDevelopmentIds,
  loadReading,
  type SearchKind,
  type SearchProgress,
  type Session,
  type Store,
  saveSearchEntries,
  searchProgress,
  takeTurnToJoin,
} from '#store';
import { changeEntry } from './change-entry.ts';
import { indexDevelopments, indexProvisions } from './index-changes.ts';

/** Small enough that what else writes waits a moment only. */
const BATCH = 50;

export interface FillPorts {
  readonly store: Store;
  readonly sources: readonly Source[];
  /** True: end after the batch under way; the next filling goes on from there. */
  readonly isStopped: () => boolean;
}

/** One batch, in the transaction that notes how far it came. @returns where to go on, or that the part is whole */
type Batch = (tx: Session, reached: string) => Promise<SearchProgress>;

/**
 * Makes findable what was stored before there was an index, or came with a backup or from another store: changes newest
 * first, developments, then the texts as last accepted. May be ended and repeated; what is stored meanwhile enters by itself.
 */
export async function fillSearchIndex({ store, sources, isStopped }: FillPorts): Promise<void> {
  const batches: Readonly<Record<SearchKind, Batch>> = {
    change: changesBatch,
    development: developmentsBatch,
    provision: (tx, reached) => provisionsBatch(tx, sources, reached),
  };
  for (const part of ['change', 'development', 'provision'] as const) {
    while (!(await searchProgress(store.session, part)).done && !isStopped()) {
      await store.transaction(async (tx) => {
        await takeTurnToJoin(tx);
        const { reached, done } = await searchProgress(tx, part);
        if (!done) await keepSearchProgress(tx, part, await batches[part](tx, reached));
      });
      await yieldToOthers();
    }
  }
}

async function changesBatch(tx: Session, reached: string): Promise<SearchProgress> {
  const before = reached === '' ? {} : { beforePosition: Number(reached) };
  const stored = await listChanges(tx, before, BATCH, 'newestFirst');
  await saveSearchEntries(
    tx,
    stored.map(({ change }) => changeEntry(change)),
  );
  return { reached: String(stored.at(-1)?.position ?? reached), done: stored.length < BATCH };
}

async function developmentsBatch(tx: Session, reached: string): Promise<SearchProgress> {
  const ids = await listDevelopmentIds(tx, reached, BATCH);
  await indexDevelopments(tx, ids);
  return { reached: ids.at(-1) ?? reached, done: ids.length < BATCH };
}

/** A text at a time: its provisions are read together. */
async function provisionsBatch(tx: Session, sources: readonly Source[], reached: string): Promise<SearchProgress> {
  const next = sources.toSorted((one, other) => (one.id < other.id ? -1 : 1)).find((source) => source.id > reached);
  if (!next) return { reached, done: true };
  const stored = await lastAcceptedReading(tx, next.id);
  const reading = stored && (await loadReading(tx, stored.readingId));
  if (stored && reading?.kind === 'text') await indexProvisions(tx, next, reading, stored.readAt);
  return { reached: next.id, done: false };
}
