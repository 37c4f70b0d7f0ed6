import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Collector, createCollector } from '#collector';
import { sourceFreshness } from '#desk';
import { createDiffer, createSourceBook, type Differ, type SourceBook } from '#differ';
import { createFetcher, type Fetcher, nextRetry } from '#fetch';
import type { EventLog } from '#log';
import { createNotifier, createSmtpMailer, type Mailer, type Notifier } from '#notifier';
import {
  type Config,
  createMetrics,
  createTracing,
  type Logger,
  type Metrics,
  readSecretKey,
  SERVICES,
  type Tracing,
} from '#process';
import { families } from '#sources';
import { createSealer, openStore, type Sealer, type Store } from '#store';
import type { Clock } from './clock.ts';
import { type Catalogue, loadCatalogue } from './load-catalogue.ts';
import { openLog } from './open-log.ts';

/** Everything one process of Redline is made of. */
export interface Redline {
  readonly config: Config;
  readonly catalogue: Catalogue;
  readonly store: Store;
  readonly log: EventLog;
  readonly sealer: Sealer;
  readonly metrics: Metrics;
  readonly tracing: Tracing;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly book: SourceBook;
  readonly fetcher: Fetcher;
  readonly collector: Collector;
  readonly differ: Differ;
  readonly notifier: Notifier;
  readonly publicUrl: string;
  /** Starts what carries events between processes, where the transport needs it. */
  startLog(): Promise<void>;
  close(): Promise<void>;
}

export interface ComposeOptions {
  readonly config: Config;
  readonly logger: Logger;
  /** When changes happen: the machine's clock, or a replay's. */
  readonly clock: Clock;
  /** When webhooks are sent: always the machine's, because receivers check the timestamp against theirs. */
  readonly deliveryClock: Clock;
  /** A consumer ended for good: the process should end, so that its supervisor starts another. */
  readonly onFatal: () => void;
}

/** Wires the services over the configured store and log. Nothing is started yet. */
export async function composeRedline({
  config,
  logger,
  clock,
  deliveryClock,
  onFatal,
}: ComposeOptions): Promise<Redline> {
  const catalogue = loadCatalogue({
    sources: config.REDLINE_SOURCES_FILE,
    instruments: config.REDLINE_INSTRUMENTS_FILE,
  });
  const sealer = createSealer(readSecretKey(config.REDLINE_SECRET_KEY, config.REDLINE_SECRET_KEY_FILE));
  const store = await openStore(config.DATABASE_URL);
  const metrics = createMetrics();
  const tracing = await createTracing({
    endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT,
    serviceName: serviceNameOf(config),
    randomBytes,
    onExportFailure: (error) => logger.warn({ err: error }, 'traces.not_exported'),
  });
  const { log, start: startLog, close: closeLog } = openLog(config, store, logger, clock, onFatal);
  const fetcher = createFetcher({
    userAgent: config.REDLINE_USER_AGENT,
    allow: config.REDLINE_ALLOW_PRIVATE_TARGETS,
  });
  const publicUrl = config.REDLINE_PUBLIC_URL ?? `http://${config.REDLINE_HOST}:${config.REDLINE_PORT}`;
  const book = createSourceBook(catalogue.sources, families);
  const shared = { store, log, logger, now: clock.now, tracing };

  const collector = createCollector(
    {
      ...shared,
      fetcher,
      pause: async (ms) => pause(ms),
      retryDelayMs: (attempt, outcome) => {
        const decision = nextRetry(attempt, outcome, Math.random);
        return decision.retry ? decision.delayMs : undefined;
      },
      onPolled: (polled) => {
        metrics.checks.inc({ source: polled.sourceId, outcome: polled.outcome });
        metrics.checkSeconds.observe({ source: polled.sourceId }, polled.durationMs / 1000);
        if (polled.outcome !== 'failed')
          metrics.lastSuccess.set({ source: polled.sourceId }, clock.now().getTime() / 1000);
        logger[polled.outcome === 'failed' ? 'warn' : 'info'](polled, 'source.polled');
      },
    },
    catalogue.sources,
    families,
  );

  const differ = createDiffer({
    ...shared,
    book,
    sourceIds: catalogue.sources.map((source) => source.id),
    onApplied: ({ sourceId, changes }) => {
      for (const { type } of changes) metrics.changes.inc({ source: sourceId, type });
    },
  });

  const mailer = mailerOf(config);
  const notifier = createNotifier({
    ...shared,
    sealer,
    deliveryNow: deliveryClock.now,
    random: Math.random,
    newId: () => randomUUID(),
    sourceFreshness: (span) => sourceFreshness({ store, sources: catalogue.sources, now: clock.now }, span),
    publicUrl,
    onlySender: store.dialect === 'sqlite',
    postWebhook: (request) => fetcher.post(request),
    ...(mailer === undefined ? {} : { sendMail: mailer.send }),
    observer: {
      alertRaised: (band) => metrics.alerts.inc({ band }),
      deliveryAttempted: (outcome, durationMs) => {
        metrics.deliveryAttempts.inc({ outcome });
        metrics.deliverySeconds.observe(durationMs / 1000);
      },
    },
    limits: {
      concurrency: config.REDLINE_DELIVERY_CONCURRENCY,
      perEndpoint: 4,
      timeoutMs: config.REDLINE_DELIVERY_TIMEOUT_MS,
    },
  });

  return {
    config,
    catalogue,
    store,
    log,
    sealer,
    metrics,
    tracing,
    logger,
    clock,
    book,
    fetcher,
    collector,
    differ,
    notifier,
    publicUrl,
    startLog,
    close: async () => {
      await closeLog();
      mailer?.close();
      await fetcher.close();
      await tracing.stop();
      await store.close();
    },
  };
}

/** Undefined where no mail server is set. */
function mailerOf(config: Config): Mailer | undefined {
  const { REDLINE_SMTP_URL: url, REDLINE_SMTP_FROM: from, REDLINE_DELIVERY_TIMEOUT_MS: timeoutMs } = config;
  return url === undefined ? undefined : createSmtpMailer({ url, from, timeoutMs });
}

/** How this process calls itself to those who collect traces: by what it runs. */
function serviceNameOf({ REDLINE_SERVICES: services }: Config): string {
  return services.length === SERVICES.length ? 'redline' : `redline-${services.join('-')}`;
}

/** 256 random bits, URL-safe. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}
