import { closeSourceConditions, type EventLog, openSourceCondition } from '#log';
import type { Source } from '#sources';
import { lastAcceptedReading, loadReading, type Store } from '#store';
import type { SourceBook } from './source-book.ts';

const HOUR_MS = 3_600_000;

export interface StalenessPorts {
  readonly store: Store;
  readonly log: EventLog;
  readonly now: () => Date;
  readonly book: SourceBook;
  readonly sourceIds: readonly string[];
}

/**
 * A feed can answer 200 for months and hold nothing new. The age of its newest entry, not the HTTP status, tells: above the
 * source's limit `source.stale` is opened, below it closed.
 */
export async function checkStaleness(ports: StalenessPorts): Promise<void> {
  for (const sourceId of ports.sourceIds) {
    const { source } = ports.book.find(sourceId);
    if (source.guard.maxNewestAgeHours !== undefined) await checkOne(ports, source, source.guard.maxNewestAgeHours);
  }
}

async function checkOne(ports: StalenessPorts, source: Source, limitHours: number): Promise<void> {
  const stored = await lastAcceptedReading(ports.store.session, source.id);
  const reading = stored && (await loadReading(ports.store.session, stored.readingId));
  if (reading?.kind !== 'documents' || reading.newestOn === undefined) return;
  const now = ports.now();
  const ageHours = Math.floor((now.getTime() - Date.parse(reading.newestOn)) / HOUR_MS);
  const isStale = ageHours > limitHours;
  const because = `newest entry is of ${reading.newestOn.slice(0, 10)}, ${ageHours} hours old; the limit is ${limitHours}`;
  const at = now.toISOString();
  const told = { sourceId: source.id, at, noticedBy: '/redline/differ' };
  await ports.store.transaction(async (tx) => {
    if (isStale) await openSourceCondition(tx, ports.log, { ...told, problem: 'source.stale', because });
    else
      await closeSourceConditions(tx, ports.log, { ...told, problems: ['source.stale'], because: 'new entries again' });
  });
}
