import type { EventLog } from '#log';
import { type Actor, findCapture, findReading, listHeldReadings, recordAct, type Store } from '#store';
import { applyCapture, type CaptureApplied } from './apply-capture.ts';
import { keepOutcomes } from './keep-outcome.ts';
import type { SourceBook } from './source-book.ts';

/** What came of a person's wish to release a held reading. */
export type Released =
  | { readonly kind: 'released'; readonly changes: number }
  | { readonly kind: 'refused'; readonly because: string };

/**
 * Accepts a held reading on a person's word: it is compared with the last good one as if its guard had passed. Only the
 * newest held reading of a source can be released, and only one that could be read at all.
 * @param release.by who released it, and `reason` why: both stand in the trail of their tenant
 */
export async function releaseReading(
  ports: {
    readonly store: Store;
    readonly log: EventLog;
    readonly now: () => Date;
    readonly book: SourceBook;
    readonly traceparent?: string | undefined;
  },
  { readingId, by, reason }: { readonly readingId: string; readonly by: Actor; readonly reason: string },
  onApplied: (applied: CaptureApplied) => void,
): Promise<Released> {
  const stored = await findReading(ports.store.session, readingId);
  if (stored?.status !== 'held') return { kind: 'refused', because: 'no reading with this id is held' };
  const subject = {
    ...ports.book.find(stored.sourceId),
    capture: await findCapture(ports.store.session, stored.captureId),
  };
  const address = subject.family.eachAddressApart ? subject.capture?.url : undefined;
  const newest = (await listHeldReadings(ports.store.session, stored.sourceId, address)).at(-1);
  if (newest?.readingId !== readingId)
    return { kind: 'refused', because: 'a newer reading of this source is held; release that one' };
  const now = ports.now().toISOString();
  const writing = { session: ports.store.session, traceparent: ports.traceparent };
  const { outcome, applied } = await applyCapture(writing, subject, now, true);
  if (applied.outcome === 'held') return { kind: 'refused', because: `it cannot be read: ${applied.because}` };
  await ports.store.transaction(async (tx) => {
    await keepOutcomes(tx, { log: ports.log, watched: ports.book.sources }, [outcome]);
    await recordAct(tx, by, now, {
      act: 'reading.released',
      subjectKind: 'reading',
      subjectId: readingId,
      fromState: 'held',
      toState: 'accepted',
      detail: {
        sourceId: stored.sourceId,
        heldBecause: stored.reason,
        changes: applied.changes.length,
        ...(reason === '' ? {} : { reason }),
      },
    });
  });
  onApplied(applied);
  return { kind: 'released', changes: applied.changes.length };
}
