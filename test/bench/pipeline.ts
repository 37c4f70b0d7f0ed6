import { randomUUID } from 'node:crypto';
import { type Arrival, takeIn } from '#collector';
import { createDiffer, createSourceBook, type Differ } from '#differ';
import { createFetcher } from '#fetch';
import type { EventLog } from '#log';
import { createNotifier, type Notifier, type NotifierObserver } from '#notifier';
import { createLogger } from '#process';
import type { Source } from '#sources';
import { createSealer, type Store, type Subscription, saveSubscription } from '#store';
import { inventedFamily, inventedSource } from '../../services/differ/src/a-source.fixture.ts';
import { aProfile } from '../contract/samples.ts';

/** Differ and notifier over a store and a log, fed with lists of an invented publisher, so that no parser is measured. */
export interface Pipeline {
  readonly differ: Differ;
  readonly notifier: Notifier;
  /** Takes in the `round`th list of a source: one entry more than the list before. */
  takeIn(source: number, round: number): Promise<void>;
  subscribe(id: string, cadence: Subscription['cadence'], url: string): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export interface PipelineLimits {
  /** Attempts under way at once; 0 leaves what is due for later. */
  readonly concurrency: number;
  readonly perEndpoint: number;
}

export const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

const FIRST_ENTRIES = 20;
const SOURCES = 60;
const sources: readonly Source[] = Array.from({ length: SOURCES }, (_, index) =>
  inventedSource({ id: `list-${index}`, documentSpace: `list-${index}` }),
);

export function createPipeline(
  store: Store,
  log: EventLog,
  limits: PipelineLimits,
  observer?: NotifierObserver,
): Pipeline {
  const sealer = createSealer(new Uint8Array(32).fill(1));
  const fetcher = createFetcher({ userAgent: 'Redline bench', allow: ['127.0.0.0/8'] });
  const shared = { store, log, logger: createLogger({ level: 'silent', service: 'bench' }), now: () => new Date() };
  const differ = createDiffer({
    ...shared,
    book: createSourceBook(sources, new Map([[inventedFamily.family, inventedFamily]])),
    sourceIds: sources.map(({ id }) => id),
    onApplied: () => undefined,
  });
  const notifier = createNotifier({
    ...shared,
    sealer,
    deliveryNow: () => new Date(),
    random: Math.random,
    newId: randomUUID,
    sourceFreshness: async () => [],
    publicUrl: 'https://redline.example',
    onlySender: true,
    postWebhook: (request) => fetcher.post(request),
    limits: { ...limits, timeoutMs: 20_000 },
    ...(observer ? { observer } : {}),
  });
  return {
    differ,
    notifier,
    takeIn: async (at, round) => {
      const source = sources[at % SOURCES];
      if (source) await takeIn({ store, log }, source, arrivalOf(source, round));
    },
    subscribe: async (subscriptionId, cadence, url) => {
      await saveSubscription(store.session, sealer, {
        subscriptionId,
        tenantId: 'default',
        name: subscriptionId,
        profile: aProfile(),
        channel: { kind: 'webhook', url },
        cadence,
        status: 'active',
        createdAt: '2026-01-01T00:00:00.000Z',
        hearsAfterPosition: 0,
        secret: SECRET,
      });
    },
    start: async () => {
      await differ.start();
      await notifier.start();
    },
    stop: async () => {
      await differ.stop();
      await notifier.stop();
      await fetcher.close();
    },
  };
}

function arrivalOf(source: Source, round: number): Arrival {
  const names = Array.from(
    { length: FIRST_ENTRIES + round },
    // Other names in each list: the same party from a second source would be told once.
    (_, at) => `${at.toString(36).repeat(6)} Works ${at} of ${source.id}`,
  );
  return {
    requestUrl: source.url,
    captured: {
      bytes: new TextEncoder().encode(JSON.stringify({ names })),
      mediaType: 'application/json',
      url: source.url,
      retrievedAt: new Date(Date.UTC(2026, 0, 1) + round * 60_000).toISOString(),
    },
    durationMs: 1,
    baseline: round === 0,
  };
}
