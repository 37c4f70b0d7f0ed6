import { createHash } from 'node:crypto';
import { compress, expand } from '../compressed.ts';
import type { Session } from '../open-store.ts';

/** The exact bytes a source served at an instant. */
export interface Capture {
  readonly captureId: string;
  readonly sourceId: string;
  readonly sha256: string;
  readonly url: string;
  readonly mediaType: string;
  readonly retrievedAt: string;
  /** Part of the first complete poll of its source. */
  readonly baseline: boolean;
}

/** Keeps bytes once per sha256 and the capture that saw them. Repeating the call changes nothing. */
export async function keepCapture(session: Session, capture: Capture, bytes: Uint8Array): Promise<void> {
  await session
    .insertInto('captureBytes')
    .values({ sha256: capture.sha256, body: compress(bytes), byteCount: bytes.byteLength })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await session
    .insertInto('captures')
    .values({ ...capture, baseline: capture.baseline ? 1 : 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** @returns undefined when no such capture was kept. */
export async function findCapture(session: Session, captureId: string): Promise<Capture | undefined> {
  const row = await session.selectFrom('captures').selectAll().where('captureId', '=', captureId).executeTakeFirst();
  return row && { ...row, baseline: row.baseline === 1 };
}

/** The first capture that saw these bytes; undefined where none did. */
export async function findCaptureOfBytes(session: Session, sha256: string): Promise<Capture | undefined> {
  const row = await session
    .selectFrom('captures')
    .selectAll()
    .where('sha256', '=', sha256)
    .orderBy('retrievedAt')
    .limit(1)
    .executeTakeFirst();
  return row && { ...row, baseline: row.baseline === 1 };
}

/** Raised when stored bytes no longer match their hash: the disk lied, and nothing may be derived from them. */
export class StoredBytesDamagedError extends Error {
  readonly code = 'stored_bytes_damaged';
}

/**
 * The bytes behind a sha256, checked against it on every read.
 * @throws StoredBytesDamagedError when they are missing or altered.
 */
export async function readCaptureBytes(session: Session, sha256: string): Promise<Uint8Array> {
  const row = await session.selectFrom('captureBytes').select('body').where('sha256', '=', sha256).executeTakeFirst();
  if (!row) throw new StoredBytesDamagedError(`no bytes are stored under ${sha256}`);
  const bytes = expand(row.body);
  const actual = createHash('sha256').update(bytes).digest('hex');
  if (actual !== sha256) throw new StoredBytesDamagedError(`bytes stored under ${sha256} hash to ${actual}`);
  return bytes;
}
