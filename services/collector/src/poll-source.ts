import type { EventLog } from '#log';
import { type Logger, type Tracing, UNTRACED } from '#process';
import type { Source, SourceFamily } from '#sources';
import {
  findSourceState,
  findValidators,
  listHeldReadings,
  recordCheck,
  recordPoll,
  type Store,
  saveSourceState,
} from '#store';
import { nextRunAfter } from '#time';
import { retryAt } from './back-off.ts';
import { type FailedOutcome, type FetchPorts, fetchSource } from './fetch-source.ts';
import { reachedAgain, reportUnreachable } from './source-condition.ts';
import { takeIn } from './take-in.ts';
import { plainWords } from './unreachable.ts';

export interface PollPorts extends Omit<FetchPorts, 'validatorsFor'> {
  readonly store: Store;
  readonly log: EventLog;
  readonly logger: Logger;
  readonly onPolled: (polled: Polled) => void;
  /** Default: nothing is traced. */
  readonly tracing?: Tracing;
}

/** What one poll came to: one log line, one metric. */
export interface Polled {
  readonly sourceId: string;
  readonly outcome: 'changed' | 'unchanged' | 'failed';
  readonly recorded: number;
  readonly durationMs: number;
  readonly detail: string;
}

/** Polls one source once: fetch, keep, tell the log, then note where the source stands and when it is next due. */
export function pollSource(ports: PollPorts, source: Source, family: SourceFamily): Promise<Polled> {
  const tracing = ports.tracing ?? UNTRACED;
  return tracing.step('poll', undefined, { 'redline.source': source.id }, async (step) => {
    const polled = await pollOnce(ports, source, family, step.traceparent);
    step.note({ 'redline.outcome': polled.outcome, 'redline.recorded': polled.recorded });
    return polled;
  });
}

async function pollOnce(
  ports: PollPorts,
  source: Source,
  family: SourceFamily,
  traceparent: string | undefined,
): Promise<Polled> {
  const startedAt = ports.now();
  const state = await findSourceState(ports.store.session, source.id);
  const baseline = (state?.lastSuccessAt ?? null) === null;
  let recorded = 0;
  let requests = 0;
  let failure: FailedOutcome | undefined;
  let failedPart = '';
  const fetchPorts: FetchPorts = { ...ports, validatorsFor: (url) => validatorsFor(ports.store, source, url) };
  for await (const step of fetchSource(fetchPorts, source, family)) {
    requests += 1;
    if (step.kind === 'arrived') {
      const taken = await takeIn(ports, source, { ...step.arrival, baseline, traceparent });
      if (taken.kind === 'recorded') recorded += 1;
    } else {
      if (step.kind === 'failed' && step.apart !== 'optional') {
        failure ??= step.outcome;
        if (step.apart === 'counts') failedPart ||= `: ${partOf(step.url)}`;
      }
      await recordCheck(ports.store.session, {
        sourceId: source.id,
        url: step.url,
        checkedAt: ports.now().toISOString(),
        outcome: step.kind === 'failed' ? step.outcome.kind : 'not_modified',
        detail: step.kind === 'failed' ? `${step.outcome.because}: ${step.outcome.detail}` : '',
        sha256: null,
        durationMs: step.durationMs,
      });
    }
  }
  const durationMs = ports.now().getTime() - startedAt.getTime();
  const polled: Polled = failure
    ? { sourceId: source.id, outcome: 'failed', recorded, durationMs, detail: `${plainWords(failure)}${failedPart}` }
    : { sourceId: source.id, outcome: recorded > 0 ? 'changed' : 'unchanged', recorded, durationMs, detail: '' };
  await settle(ports, source, { ...polled, startedAt: startedAt.toISOString(), requests }, failure);
  ports.onPolled(polled);
  return polled;
}

/** The part of the publication that an address asks for: its path and the conditions of its query. */
function partOf(url: string): string {
  const { pathname, searchParams } = new URL(url);
  const asked = [...searchParams].filter(([name]) => name.startsWith('conditions') && !name.includes('date'));
  return [pathname, ...asked.map(([, value]) => value)].join(' ').slice(0, 200);
}

/** While a reading is held, the whole body is asked for again: only the same content seen twice can confirm it. */
async function validatorsFor(store: Store, source: Source, url: string) {
  if ((await listHeldReadings(store.session, source.id)).length > 0) return undefined;
  const known = await findValidators(store.session, source.id, url);
  if (!known) return undefined;
  return {
    ...(known.etag === null ? {} : { etag: known.etag }),
    ...(known.lastModified === null ? {} : { lastModified: known.lastModified }),
  };
}

async function settle(
  ports: PollPorts,
  source: Source,
  polled: Polled & { readonly startedAt: string; readonly requests: number },
  failure: FailedOutcome | undefined,
): Promise<void> {
  const now = ports.now();
  await ports.store.transaction(async (tx) => {
    const before = await findSourceState(tx, source.id);
    const failures = failure ? (before?.consecutiveFailures ?? 0) + 1 : 0;
    const retryAfterMs = failure?.kind === 'unavailable' ? failure.retryAfterMs : undefined;
    const next = failure ? retryAt(now, failures, retryAfterMs) : nextRunAfter(source.schedule, source.timeZone, now);
    await saveSourceState(tx, {
      sourceId: source.id,
      lastCheckedAt: now.toISOString(),
      lastSuccessAt: failure ? (before?.lastSuccessAt ?? null) : now.toISOString(),
      lastChangedAt: polled.recorded > 0 ? now.toISOString() : (before?.lastChangedAt ?? null),
      consecutiveFailures: failures,
      lastOutcome: polled.outcome,
      lastDetail: polled.detail,
      nextRunAt: next.toISOString(),
    });
    const { startedAt, outcome, detail, requests } = polled;
    const finishedAt = now.toISOString();
    await recordPoll(tx, { sourceId: source.id, startedAt, finishedAt, outcome, detail, requests });
    if (failure) await reportUnreachable(tx, ports.log, source, failures, polled.detail, now);
    else await reachedAgain(tx, ports.log, source, now);
  });
}
