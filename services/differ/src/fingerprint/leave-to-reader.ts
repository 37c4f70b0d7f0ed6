import type { Change } from '#domain';
import type { Source } from '#sources';
import { findSourceState, lastAcceptedReading, listHeldReadings, type Session } from '#store';
import { coveringSource, isFingerprint } from './covering-source.ts';

const HOUR_MS = 3_600_000;

/**
 * A fingerprint that is left to the source that reads the words: recorded and told to nobody, because that source tells what
 * changed, or finds that nothing did. The calendar tells it after all when that source falls silent. Pure.
 */
export function leftToReader(change: Change, readBy: string): Change {
  return { ...change, alerting: false, after: { ...change.after, readBy } };
}

/** The source that a stored fingerprint was left to. */
export function readerOf({ after }: Change): string | undefined {
  return typeof after?.readBy === 'string' ? after.readBy : undefined;
}

/**
 * Leaves fingerprints to the sources that read the words, as far as these can be relied upon at `now`: read before, nothing held,
 * fresh. One change of a section is told once, and is not lost while a source is down.
 */
export async function leaveToReaders(
  tx: Session,
  { source, changes, now }: { readonly source: Source; readonly changes: readonly Change[]; readonly now: string },
  watched: readonly Source[],
): Promise<readonly Change[]> {
  if (!isFingerprint(source)) return changes;
  const left: Change[] = [];
  for (const change of changes) {
    const reader = change.alerting ? coveringSource(change, source, watched) : undefined;
    const since = new Date(Date.parse(now) - (reader?.freshnessHours ?? 0) * HOUR_MS).toISOString();
    const isLeft = reader !== undefined && (await hasReadSince(tx, reader.id, since));
    left.push(isLeft ? leftToReader(change, reader.id) : change);
  }
  return left;
}

/** Whether a source reached its publisher since an instant, with nothing of it in doubt. */
export async function hasReadSince(session: Session, sourceId: string, since: string): Promise<boolean> {
  const state = await findSourceState(session, sourceId);
  if (!state?.lastSuccessAt || state.lastSuccessAt < since) return false;
  if ((await listHeldReadings(session, sourceId)).length > 0) return false;
  return (await lastAcceptedReading(session, sourceId)) !== undefined;
}
