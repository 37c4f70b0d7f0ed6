import { TOPICS } from '#events';
import type { Consumer, EventLog, LogRecord, Progress, RunEffect, Subscription, Together } from '#log';
import { type Logger, type Tracing, UNTRACED } from '#process';
import { type Actor, findCapture, type Store } from '#store';
import { applyCapture, type CaptureApplied } from './apply-capture.ts';
import { fireCalendar } from './calendar/fire-calendar.ts';
import { keepOutcomes, type Outcome } from './keep-outcome.ts';
import { reviewObligations } from './obligation/review-obligations.ts';
import { settleReview } from './obligation/settle-review.ts';
import { type Released, releaseReading } from './release-reading.ts';
import { fillSearchIndex } from './search/fill-search-index.ts';
import type { SourceBook } from './source-book.ts';
import { checkStaleness } from './staleness.ts';

export interface DifferPorts {
  readonly store: Store;
  readonly log: EventLog;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly book: SourceBook;
  readonly sourceIds: readonly string[];
  readonly onApplied: (applied: CaptureApplied) => void;
  /** Default: what came in is handed on. */
  readonly tracing?: Tracing;
}

export interface Differ {
  /** What the differ consumes and how, for replaying what was set aside. */
  readonly subscriptions: readonly Subscription[];
  start(): Promise<void>;
  /** Resolves once every capture recorded so far is compared or held. */
  drained(): Promise<void>;
  progress(): Promise<readonly Progress[]>;
  /** Accepts a held reading on a person's word. */
  /** @param reason why, in that person's words; may be empty */
  release(readingId: string, by: Actor, reason: string): Promise<Released>;
  /** Tells what the calendar has reached: authorisations that end, comment periods that close; opens what is overdue for review. */
  fireCalendar(): Promise<void>;
  /** Ends a review item on a person's word. @returns false when no such item is open. */
  settleReview(reviewItemId: string, resolution: string, by: Actor): Promise<boolean>;
  /** Makes findable what was stored before it was indexed; {@link start} begins it, too. Resolves when all of it is. */
  fillSearchIndex(): Promise<void>;
  /** Opens or closes `source.stale` for feeds whose newest entry is older than its limit. */
  checkStaleness(): Promise<void>;
  stop(): Promise<void>;
}

const GROUP = 'differ';

/**
 * Captures of different sources need nothing of each other, unless the sources publish the same documents: what one told
 * before is then the other's base.
 */
function together(book: SourceBook): Together {
  const shares = new Set(
    book.sources
      .filter(
        ({ documentSpace, comparedWith }) =>
          comparedWith !== undefined || book.sourcesOfSpace(documentSpace).length > 1,
      )
      .map(({ id }) => id),
  );
  return { most: 16, sameKey: false, byItself: ({ key }) => shares.has(key) };
}

/** In order per source: read, guard, compare with the last accepted reading, type the changes, store and tell them. */
export function createDiffer(ports: DifferPorts): Differ {
  let consumer: Consumer | undefined;
  let stopped = false;
  let filled: Promise<void> | undefined;
  const tracing = ports.tracing ?? UNTRACED;

  const fill = (): Promise<void> => {
    filled ??= fillSearchIndex({ store: ports.store, sources: ports.book.sources, isStopped: () => stopped });
    return filled;
  };

  const report = (applied: CaptureApplied, durationMs: number): void => {
    const { sourceId, outcome, changes, dismissed, because } = applied;
    const level = outcome === 'held' ? 'warn' : 'info';
    ports.logger[level](
      { sourceId, outcome, changes: changes.length, dismissed, because, durationMs },
      'capture.compared',
    );
    ports.onApplied(applied);
  };

  const compare = async (record: LogRecord): Promise<readonly Outcome[]> => {
    if (record.event.type !== 'redline.capture.recorded') return [];
    const { data, traceparent: parent } = record.event;
    const facts = { 'redline.source': data.sourceId, 'redline.capture': data.captureId };
    return tracing.step('compare', parent, facts, async (step) => {
      const startedAt = performance.now();
      const capture = await findCapture(ports.store.session, data.captureId);
      const subject = { ...ports.book.find(data.sourceId), capture };
      const reading = { session: ports.store.session, traceparent: step.traceparent };
      const { outcome, applied } = await applyCapture(reading, subject, data.retrievedAt);
      step.note({ 'redline.outcome': applied.outcome, 'redline.changes': applied.changes.length });
      report(applied, Math.round(performance.now() - startedAt));
      return [outcome];
    });
  };

  const keeping = { log: ports.log, watched: ports.book.sources };
  const handleRun = async (records: readonly LogRecord[]): Promise<RunEffect> => {
    const outcomes: (readonly Outcome[])[] = [];
    for (const record of records) outcomes.push(await compare(record));
    return (tx, isNew) => keepOutcomes(tx, keeping, outcomes.filter((_, index) => isNew[index]).flat());
  };

  const subscription: Subscription = {
    group: GROUP,
    topics: [TOPICS.captures],
    handle: async (record) => {
      const outcomes = await compare(record);
      return (tx) => keepOutcomes(tx, keeping, outcomes);
    },
    together: { ...together(ports.book), handle: handleRun },
  };
  return {
    subscriptions: [subscription],
    start: async () => {
      consumer = await ports.log.consume(subscription);
      fill().catch((error: unknown) => ports.logger.error({ err: error }, 'search.not_filled'));
    },
    drained: async () => consumer?.drained(),
    progress: async () => (consumer ? [await consumer.progress()] : []),
    release: (id, by, reason) =>
      tracing.step('release', undefined, { 'redline.reading': id }, ({ traceparent }) =>
        releaseReading({ ...ports, traceparent }, { readingId: id, by, reason }, (applied) => report(applied, 0)),
      ),
    fireCalendar: async () => {
      for (const change of await fireCalendar(ports, ports.now())) {
        ports.logger.info({ sourceId: change.sourceId, changeId: change.changeId, type: change.type }, 'calendar.told');
      }
      await reviewObligations(ports, ports.now());
    },
    settleReview: (reviewItemId, resolution, by) => settleReview(ports, reviewItemId, resolution, by),
    fillSearchIndex: fill,
    checkStaleness: () => checkStaleness(ports),
    stop: async () => {
      stopped = true;
      await consumer?.stop();
      await filled?.catch(() => undefined);
    },
  };
}
