import type { Reading } from '#domain';
import type { Source, SourceFamily } from '#sources';
import { type Capture, readCaptureBytes, type Session } from '#store';
import { CaptureMissingError } from './differ-errors.ts';

/** What the bytes of one capture say. `structure_changed` and `implausible` come without a reading. */
export type CaptureRead =
  | { readonly kind: 'read'; readonly reading: Reading }
  | {
      readonly kind: 'doubtful';
      readonly problem: 'source.structure_changed' | 'source.implausible';
      readonly because: string;
    };

/**
 * Reads stored bytes with the family of their source.
 * @throws CaptureMissingError when the capture or its bytes are not in the store.
 */
export async function readCapture(
  session: Session,
  capture: Capture | undefined,
  source: Source,
  family: SourceFamily,
): Promise<CaptureRead> {
  if (!capture) throw new CaptureMissingError('the event names a capture that is not in the store');
  const bytes = await readCaptureBytes(session, capture.sha256);
  const outcome = await family.read(source, {
    bytes,
    mediaType: capture.mediaType,
    url: capture.url,
    retrievedAt: capture.retrievedAt,
  });
  if (outcome.kind === 'read') return outcome;
  const where = outcome.locator ? ` (${outcome.locator})` : '';
  return { kind: 'doubtful', problem: `source.${outcome.kind}`, because: `${outcome.because}${where}` };
}
