import { captureIdOf, takeIn } from '#collector';
import { findCapture, findSourceState, recordPoll, saveSourceState } from '#store';
import { nextRunAfter } from '#time';
import type { ReplayClock } from '../clock.ts';
import type { Redline } from '../compose.ts';
import { type CorpusCapture, readCorpusBytes, readManifests } from '../corpus.ts';

/** Told after each capture: how far the replay has come. */
export type OnProgress = (done: number, total: number, capture: CorpusCapture) => void;

export interface Replayed {
  readonly captures: number;
  /** Sources of the corpus that the configuration does not hold, with their captures: said, not silently skipped. */
  readonly unwatched: ReadonlyMap<string, number>;
}

/**
 * Plays a corpus through the real pipeline, capture by capture in the order of time: the collector's intake, the log, the
 * differ, the notifier. Started again after a crash it repeats nothing: captures, changes and alerts keep their ids.
 */
export async function replay(
  redline: Redline,
  clock: ReplayClock,
  directory: string,
  onProgress: OnProgress,
): Promise<Replayed> {
  const captures = readManifests(directory);
  const watched = new Set(redline.catalogue.sources.map((source) => source.id));
  const unwatched = new Map<string, number>();
  const seen = new Set<string>();
  for (const [index, capture] of captures.entries()) {
    if (watched.has(capture.sourceId)) {
      clock.moveTo(capture.retrievedAt);
      await replayOne(redline, directory, capture, !seen.has(capture.sourceId));
      seen.add(capture.sourceId);
      await redline.differ.fireCalendar();
      // How urgent a change is depends on the day: none may still wait when the clock moves on.
      await redline.notifier.matched();
    } else {
      unwatched.set(capture.sourceId, (unwatched.get(capture.sourceId) ?? 0) + 1);
    }
    onProgress(index + 1, captures.length, capture);
  }
  await redline.differ.drained();
  await redline.notifier.drained();
  return { captures: captures.length, unwatched };
}

async function replayOne(
  redline: Redline,
  directory: string,
  capture: CorpusCapture,
  baseline: boolean,
): Promise<void> {
  const { source } = redline.book.find(capture.sourceId);
  const bytes = readCorpusBytes(directory, capture);
  const retrievedAt = new Date(capture.retrievedAt).toISOString();
  const captured = { bytes, mediaType: capture.mediaType, url: capture.url, retrievedAt };
  if (await findCapture(redline.store.session, captureIdOf(source, captured))) return;
  await redline.tracing.step('replay', undefined, { 'redline.source': source.id }, ({ traceparent }) =>
    takeIn(redline, source, { requestUrl: capture.url, captured, durationMs: 0, baseline, traceparent }),
  );
  await noteReplayed(redline, source.id, retrievedAt);
  await redline.differ.drained();
}

/** The sources page shows when each was last checked: in a replay, at the instant of its capture. */
async function noteReplayed(redline: Redline, sourceId: string, at: string): Promise<void> {
  const { source } = redline.book.find(sourceId);
  const before = await findSourceState(redline.store.session, sourceId);
  await recordPoll(redline.store.session, {
    sourceId,
    startedAt: at,
    finishedAt: at,
    outcome: 'changed',
    detail: '',
    requests: 1,
  });
  await saveSourceState(redline.store.session, {
    sourceId,
    lastCheckedAt: at,
    lastSuccessAt: at,
    lastChangedAt: at,
    consecutiveFailures: 0,
    lastOutcome: 'changed',
    lastDetail: before === undefined ? 'replayed, first capture' : 'replayed',
    nextRunAt: nextRunAfter(source.schedule, source.timeZone, new Date(at)).toISOString(),
  });
}
