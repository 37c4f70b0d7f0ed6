import { randomUUID } from 'node:crypto';
import { vi } from 'vitest';
import type { Change } from '#domain';
import { makeEvent, TOPICS } from '#events';
import { createFetcher } from '#fetch';
import { createEmbeddedLog } from '#log';
import { createLogger } from '#process';
import { createSealer, openStore, type Store, type Subscription, saveChange, saveSubscription } from '#store';
import { newWebhookSecret } from '#webhook';
import type { NotifierPorts } from '../src/notifier-ports.ts';
import { exampleProfile } from './example-change.ts';

export const SECRET = newWebhookSecret(() => new Uint8Array(32).fill(3));

/** A real store, log and HTTP client on a clock that only the test moves. */
export interface World {
  readonly ports: NotifierPorts;
  advance(ms: number): void;
  /** Stores changes and their events as the differ does. */
  detect(...changes: readonly Change[]): Promise<void>;
  subscribe(url: string, parts?: Partial<Subscription>): Promise<Subscription>;
  close(): Promise<void>;
}

export async function createWorld(parts: Partial<NotifierPorts> = {}): Promise<World> {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-11-23T03:00:00.000Z') });
  const store = await openStore('sqlite::memory:');
  const now = () => new Date();
  const log = createEmbeddedLog(store, { now });
  const sealer = createSealer(new Uint8Array(32).fill(1));
  const fetcher = createFetcher({ userAgent: 'Redline tests', allow: ['127.0.0.0/8'] });
  const ports: NotifierPorts = {
    store,
    log,
    sealer,
    logger: createLogger({ level: 'silent', service: 'notifier' }),
    postWebhook: (request) => fetcher.post(request),
    now,
    deliveryNow: now,
    onlySender: true,
    random: () => 0,
    newId: randomUUID,
    sourceFreshness: async () => [],
    publicUrl: 'https://redline.example',
    limits: { concurrency: 8, perEndpoint: 2, timeoutMs: 10_000 },
    ...parts,
  };
  return {
    ports,
    advance: (ms) => {
      vi.setSystemTime(Date.now() + ms);
    },
    detect: (...changes) => detect(ports, store, changes),
    subscribe: async (url, given = {}) => {
      const subscription: Subscription = {
        subscriptionId: randomUUID(),
        tenantId: 'default',
        name: 'Optics',
        profile: exampleProfile({ minBand: 'info' }),
        channel: { kind: 'webhook', url },
        cadence: 'immediate',
        status: 'active',
        createdAt: now().toISOString(),
        hearsAfterPosition: await log.headPosition(store.session),
        secret: SECRET,
        ...given,
      };
      await saveSubscription(store.session, sealer, subscription);
      return subscription;
    },
    close: async () => {
      await fetcher.close();
      await store.close();
      vi.useRealTimers();
    },
  };
}

async function detect({ log }: NotifierPorts, store: Store, changes: readonly Change[]): Promise<void> {
  await store.transaction(async (tx) => {
    for (const change of changes) {
      await saveChange(tx, change, { readingId: 'r2', previousReadingId: 'r1' });
      const event = makeEvent({
        type: 'redline.change.detected',
        id: change.changeId,
        source: '/redline/differ',
        time: change.detectedAt,
        partitionkey: change.sourceId,
        correlation: 'capture-1',
        data: {
          changeId: change.changeId,
          changeType: change.type,
          sourceId: change.sourceId,
          instrumentId: change.instrumentId,
          alerting: change.alerting,
          baseline: change.detection.baseline,
        },
      });
      await log.append(tx, TOPICS.changes, [event]);
    }
  });
}
