import { type Reading, readingId } from '#domain';
import type { Source, SourceFamily } from '#sources';
import { type Capture, contentHashOf, listHeldReadings, type Session, type StoredReading } from '#store';
import { baseOfComparison, originOfCapture } from './base-of-comparison.ts';
import { deriveChanges } from './derive.ts';
import type { Outcome } from './keep-outcome.ts';
import { accumulated } from './list/accumulated-list.ts';
import { readCapture } from './read-capture.ts';
import { settledAddresses } from './settled-addresses.ts';

/** What became of one capture: one log line, one metric. */
export interface CaptureApplied {
  readonly sourceId: string;
  readonly outcome: 'accepted' | 'held';
  readonly changes: readonly { readonly type: string; readonly alerting: boolean }[];
  readonly dismissed: number;
  readonly because: string;
}

export interface ApplyPorts {
  readonly session: Session;
  /** The step that compares, for tracing. */
  readonly traceparent?: string | undefined;
}

/**
 * From a capture to what it comes to: read, compare with the base, type the changes; or hold. Reads the store, writes nothing.
 * @param released a person released this held reading: its guard is not asked again, and `now` is when it was noticed
 */
export async function applyCapture(
  ports: ApplyPorts,
  subject: { readonly source: Source; readonly family: SourceFamily; readonly capture: Capture | undefined },
  now: string,
  released = false,
): Promise<{ readonly outcome: Outcome; readonly applied: CaptureApplied }> {
  const { source, family } = subject;
  const read = await readCapture(ports.session, subject.capture, source, family);
  const capture = subject.capture as Capture;
  const stored = storedReading(capture, read.kind === 'read' ? read.reading : undefined, now);
  const hold = (problem: string, because: string, reading: Reading | undefined) => ({
    outcome: {
      kind: 'held' as const,
      source,
      stored: { ...stored, status: 'held' as const, reason: because },
      reading,
      problem,
      now,
    },
    applied: { sourceId: source.id, outcome: 'held' as const, changes: [], dismissed: 0, because },
  });
  if (read.kind === 'doubtful') return hold(read.problem, read.because, undefined);

  const base = await baseOfComparison(ports.session, source, read.reading);
  const facts = {
    source,
    family,
    before: base,
    after: { reading: read.reading, origin: originOfCapture(capture, stored.readingId) },
    baseline: capture.baseline,
    detectedAt: now,
  };
  const first = deriveChanges({ ...facts, confirmed: released });
  // Whether the content was held before matters to a doubtful reading alone.
  const mayStand = first.kind === 'doubtful' && !released && (await isConfirmed(ports.session, source, stored));
  const derived = mayStand ? deriveChanges({ ...facts, confirmed: true }) : first;
  if (derived.kind === 'doubtful') return hold(derived.problem, derived.because, read.reading);
  const { changes } = derived;
  const settled = await settledAddresses(ports.session, { source, family, capture });
  return {
    outcome: {
      kind: 'accepted',
      source,
      stored,
      reading: accumulated(base.reading, read.reading),
      changes,
      previousReadingId: base.origin?.readingId ?? null,
      addresses: settled,
      traceparent: ports.traceparent,
      now,
    },
    applied: {
      sourceId: source.id,
      outcome: 'accepted',
      changes: changes.map(({ type, alerting }) => ({ type, alerting })),
      dismissed: derived.dismissed,
      because: '',
    },
  };
}

/** The same content, held before and seen again after the source's confirmation interval, is taken at its word. */
async function isConfirmed(session: Session, source: Source, stored: StoredReading): Promise<boolean> {
  if (source.guard.confirmAfterMinutes === 0) return false;
  const waitMs = source.guard.confirmAfterMinutes * 60_000;
  const held = await listHeldReadings(session, source.id);
  return held.some(
    (reading) =>
      reading.contentHash === stored.contentHash && Date.parse(stored.readAt) - Date.parse(reading.readAt) >= waitMs,
  );
}

function storedReading(capture: Capture, reading: Reading | undefined, now: string): StoredReading {
  return {
    readingId: readingId(capture),
    sourceId: capture.sourceId,
    captureId: capture.captureId,
    sha256: capture.sha256,
    status: 'accepted',
    reason: '',
    // Unreadable bytes have no content to confirm: their own hash keeps two of them apart.
    contentHash: reading ? contentHashOf(reading) : capture.sha256,
    readAt: now,
  };
}
