import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Collector, createCollector, type Polled } from '#collector';
import { createDiffer, createSourceBook, type Differ } from '#differ';
import { createFetcher, type Fetcher } from '#fetch';
import { createEmbeddedLog } from '#log';
import { createLogger, type Tracing, UNTRACED } from '#process';
import { families, parseSources, type Source } from '#sources';
import { listChanges, openStore, type Store } from '#store';
import { type PublisherServer, startPublisherServer } from '../replay/publisher-server.ts';
import { loadCaptures } from '../replay/publisher-server-captures.ts';

const CORPUS = join(import.meta.dirname, '..', 'replay', 'corpus');

/** The demo corpus behind the fake internet, watched by the real collector and differ over real HTTP. */
export interface Watched {
  readonly publishers: PublisherServer;
  readonly collector: Collector;
  readonly differ: Differ;
  readonly store: Store;
  readonly sources: readonly Source[];
  /** Moves publisher and machine to an instant, polls one source and waits until it is compared. */
  poll(sourceId: string, at: string): Promise<Polled>;
  /** `type subject` of every stored change that alerts. */
  told(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export async function watchOverHttp(
  only: readonly string[],
  tracing: { readonly collector: Tracing; readonly differ: Tracing } = { collector: UNTRACED, differ: UNTRACED },
): Promise<Watched> {
  const parsed = parseSources(readFileSync(join(CORPUS, 'sources.yaml'), 'utf8'), families);
  if (parsed.kind === 'mistaken') throw new Error(parsed.mistakes.join('\n'));
  // A shorter patience than in production, so that a fault of seconds shows in a test of seconds.
  const sources = parsed.sources
    .filter((source) => only.includes(source.id))
    .map((source) => ({ ...source, timeoutSeconds: 1, requestsPerSecond: 8 }));
  const publishers = await startPublisherServer({ captures: await loadCaptures(CORPUS), now: '2020-01-01T00:00:00Z' });
  let now = new Date('2020-01-01T00:00:00Z');
  const clock = () => now;
  const store = await openStore('sqlite::memory:');
  const log = createEmbeddedLog(store, { now: clock });
  const logger = createLogger({ level: 'silent', service: 'test' });
  const fetcher: Fetcher = createFetcher({
    userAgent: 'Redline/test (contact@example.org)',
    allow: ['127.0.0.0/8'],
    rewriteUrl: publishers.rewrite,
  });
  const collector = createCollector(
    {
      store,
      log,
      logger,
      fetcher,
      now: clock,
      pause: async () => undefined,
      retryDelayMs: () => undefined,
      onPolled: () => undefined,
      tracing: tracing.collector,
    },
    sources,
    families,
  );
  const book = createSourceBook(sources, families);
  const differ = createDiffer({
    store,
    log,
    logger,
    now: clock,
    book,
    sourceIds: sources.map(({ id }) => id),
    onApplied: () => undefined,
    tracing: tracing.differ,
  });
  await differ.start();
  return {
    publishers,
    collector,
    differ,
    store,
    sources,
    poll: async (sourceId, at) => {
      now = new Date(at);
      publishers.setNow(at);
      const polled = await collector.collect(sourceId);
      await differ.drained();
      return polled;
    },
    told: async () =>
      (await listChanges(store.session, { alerting: true, baseline: false }, 100)).map(
        ({ change }) => `${change.type} ${change.subject.label}`,
      ),
    close: async () => {
      await differ.stop();
      await fetcher.close();
      await publishers.close();
      await store.close();
    },
  };
}
