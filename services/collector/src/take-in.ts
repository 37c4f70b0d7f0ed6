import { createHash } from 'node:crypto';
import { digestOf } from '#domain';
import { makeEvent, type RedlineEvent, TOPICS } from '#events';
import type { EventLog } from '#log';
import type { CapturedBytes, CaptureRequest, Source } from '#sources';
import {
  type Capture,
  findValidators,
  keepCapture,
  listHeldReadings,
  recordCheck,
  type Session,
  type Store,
  saveValidators,
} from '#store';

/** Bytes on their way in, with what the publisher said about them and how long it took. */
export interface Arrival {
  /** Address asked for: validators belong to it, whatever it redirected to. */
  readonly requestUrl: string;
  /** Where that address names a day: what is captured, and the publisher's mark of its state, in place of validators. */
  readonly state?: NonNullable<CaptureRequest['state']>;
  readonly captured: CapturedBytes;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly durationMs: number;
  /** Part of the first complete poll of the source. */
  readonly baseline: boolean;
  /** The step that brought it, for tracing. */
  readonly traceparent?: string | undefined;
}

export type TakenIn = { readonly kind: 'recorded'; readonly capture: Capture } | { readonly kind: 'unchanged' };

/**
 * Keeps new bytes and tells the log, in one transaction; the cursor (validators) is written in it last. Bytes seen before
 * are only noted as a check, unless a held reading of the source waits to be confirmed by the same content.
 */
export async function takeIn(
  ports: { store: Store; log: EventLog },
  source: Source,
  arrival: Arrival,
): Promise<TakenIn> {
  const { captured } = arrival;
  const address = arrival.state?.of ?? arrival.requestUrl;
  const sha256 = hashOf(captured.bytes);
  return ports.store.transaction(async (tx) => {
    const known = await findValidators(tx, source.id, address);
    const isNew = known?.sha256 !== sha256 || (await listHeldReadings(tx, source.id)).length > 0;
    const capture: Capture = {
      captureId: captureIdOf(source, captured),
      sourceId: source.id,
      sha256,
      url: captured.url,
      mediaType: captured.mediaType,
      retrievedAt: captured.retrievedAt,
      baseline: arrival.baseline,
    };
    if (isNew) {
      await keepCapture(tx, capture, captured.bytes);
      await ports.log.append(tx, TOPICS.captures, [captureRecorded(capture, arrival.traceparent)]);
    }
    await noteCheck(tx, source, arrival, isNew ? 'changed' : 'unchanged', sha256);
    await saveValidators(tx, {
      sourceId: source.id,
      url: address,
      etag: arrival.state?.mark ?? arrival.etag ?? null,
      lastModified: arrival.lastModified ?? null,
      sha256,
    });
    return isNew ? { kind: 'recorded', capture } : { kind: 'unchanged' };
  });
}

/** Identity of a capture: which bytes a source served from where, and when. The same arrival twice is one capture. */
export function captureIdOf(source: Source, captured: CapturedBytes): string {
  return digestOf(source.id, captured.url, hashOf(captured.bytes), captured.retrievedAt);
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function noteCheck(tx: Session, source: Source, arrival: Arrival, outcome: string, sha256: string): Promise<void> {
  return recordCheck(tx, {
    sourceId: source.id,
    url: arrival.requestUrl,
    checkedAt: arrival.captured.retrievedAt,
    outcome,
    detail: '',
    sha256,
    durationMs: arrival.durationMs,
  });
}

function captureRecorded(capture: Capture, traceparent: string | undefined): RedlineEvent {
  return makeEvent({
    type: 'redline.capture.recorded',
    id: capture.captureId,
    source: '/redline/collector',
    time: capture.retrievedAt,
    partitionkey: capture.sourceId,
    correlation: capture.captureId,
    traceparent,
    data: {
      captureId: capture.captureId,
      sourceId: capture.sourceId,
      sha256: capture.sha256,
      retrievedAt: capture.retrievedAt,
      baseline: capture.baseline,
    },
  });
}
