import { createHash } from 'node:crypto';
import type { Reading } from '#domain';
import { compress, expand } from '../compressed.ts';
import type { Session } from '../open-store.ts';
import type { Capture } from './captures.ts';

/**
 * `accepted`: compared and now the base of comparison. `held`: in doubt, waits for a person or for confirmation.
 * `superseded`: a held reading that another one replaced. `released`: held, then accepted.
 */
export type ReadingStatus = 'accepted' | 'held' | 'superseded';

export interface StoredReading {
  readonly readingId: string;
  readonly sourceId: string;
  readonly captureId: string;
  readonly sha256: string;
  readonly status: ReadingStatus;
  /** Why it is held; empty for an accepted one. */
  readonly reason: string;
  /** Hash of the reading, not of the bytes: equal where only noise differs. */
  readonly contentHash: string;
  readonly readAt: string;
}

/** Hash of what was read: byte noise outside the reading does not move it. */
export function contentHashOf(reading: Reading | undefined): string {
  return createHash('sha256')
    .update(JSON.stringify(reading ?? null))
    .digest('hex');
}

/** Stores a reading. `reading` is undefined where the bytes could not be read at all and are held. */
export async function saveReading(
  session: Session,
  stored: StoredReading,
  reading: Reading | undefined,
): Promise<void> {
  await saveReadings(session, [{ stored, reading }]);
}

/** Stores readings, no two of one id, in one statement: for the few of a run of captures. */
export async function saveReadings(
  session: Session,
  readings: readonly { readonly stored: StoredReading; readonly reading: Reading | undefined }[],
): Promise<void> {
  if (readings.length === 0) return;
  const rows = readings.map(({ stored, reading }) => ({
    ...stored,
    kind: reading?.kind ?? 'unreadable',
    body: compress(new TextEncoder().encode(JSON.stringify(reading ?? null))),
  }));
  await session
    .insertInto('readings')
    .values(rows)
    .onConflict((conflict) =>
      conflict.column('readingId').doUpdateSet((given) => ({
        status: given.ref('excluded.status'),
        reason: given.ref('excluded.reason'),
        readAt: given.ref('excluded.readAt'),
      })),
    )
    .execute();
}

const COLUMNS = ['readingId', 'sourceId', 'captureId', 'sha256', 'status', 'reason', 'contentHash', 'readAt'] as const;

/** The base of comparison: the reading accepted last. */
export async function lastAcceptedReading(session: Session, sourceId: string): Promise<StoredReading | undefined> {
  return session
    .selectFrom('readings')
    .select(COLUMNS)
    .where('sourceId', '=', sourceId)
    .where('status', '=', 'accepted')
    .orderBy('position', 'desc')
    .limit(1)
    .$castTo<StoredReading>()
    .executeTakeFirst();
}

export async function findReading(session: Session, readingId: string): Promise<StoredReading | undefined> {
  return session
    .selectFrom('readings')
    .select(COLUMNS)
    .where('readingId', '=', readingId)
    .$castTo<StoredReading>()
    .executeTakeFirst();
}

/** Held readings, oldest first: each is a coverage gap until released, confirmed or superseded. @param url only of bytes from this address */
export async function listHeldReadings(
  session: Session,
  sourceId?: string,
  url?: string,
): Promise<readonly StoredReading[]> {
  let held = session.selectFrom('readings').select(COLUMNS).where('status', '=', 'held').orderBy('position');
  if (sourceId !== undefined) held = held.where('sourceId', '=', sourceId);
  if (url !== undefined) {
    held = held.where('captureId', 'in', session.selectFrom('captures').select('captureId').where('url', '=', url));
  }
  return held.$castTo<StoredReading>().execute();
}

/** Held readings of sources give way to ones accepted after them. @param urls only those whose bytes came from one of these addresses */
export async function supersedeHeldReadings(
  session: Session,
  sourceIds: readonly string[],
  urls?: readonly string[],
): Promise<void> {
  if (sourceIds.length === 0) return;
  const held = session
    .updateTable('readings')
    .set({ status: 'superseded' })
    .where('sourceId', 'in', sourceIds)
    .where('status', '=', 'held');
  const given =
    urls === undefined
      ? held
      : held.where('captureId', 'in', session.selectFrom('captures').select('captureId').where('url', 'in', urls));
  await given.execute();
}

/** @returns what was read, or undefined where the bytes could not be read. */
export async function loadReading(session: Session, readingId: string): Promise<Reading | undefined> {
  const row = await session.selectFrom('readings').select('body').where('readingId', '=', readingId).executeTakeFirst();
  return row && readingOf(row.body);
}

function readingOf(body: Uint8Array): Reading | undefined {
  const parsed: unknown = JSON.parse(new TextDecoder().decode(expand(body)));
  return parsed === null ? undefined : (parsed as Reading);
}

/** A reading and the bytes it was read from. */
export interface BaseReading {
  readonly readingId: string;
  readonly reading: Reading | undefined;
  /** Undefined where the capture is not in the store. */
  readonly readFrom: Pick<Capture, 'sha256' | 'url' | 'retrievedAt'> | undefined;
}

/** The base of comparison with what it holds, in one question. */
export async function loadLastAccepted(session: Session, sourceId: string): Promise<BaseReading | undefined> {
  const row = await session
    .selectFrom('readings')
    .leftJoin('captures', 'captures.captureId', 'readings.captureId')
    .select(['readings.readingId', 'readings.body', 'captures.sha256', 'captures.url', 'captures.retrievedAt'])
    .where('readings.sourceId', '=', sourceId)
    .where('readings.status', '=', 'accepted')
    .orderBy('readings.position', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const { readingId, body, sha256, url, retrievedAt } = row;
  const isKept = sha256 !== null && url !== null && retrievedAt !== null;
  return { readingId, reading: readingOf(body), readFrom: isKept ? { sha256, url, retrievedAt } : undefined };
}

/** Accepted readings of the given sources, from the one before `readingId` back to the first. */
export async function* acceptedReadingsBefore(
  session: Session,
  sourceIds: readonly string[],
  readingId: string,
): AsyncGenerator<StoredReading> {
  const start = await session
    .selectFrom('readings')
    .select('position')
    .where('readingId', '=', readingId)
    .executeTakeFirst();
  for (let position = start?.position; position !== undefined; ) {
    const row = await session
      .selectFrom('readings')
      .select([...COLUMNS, 'position'])
      .where('sourceId', 'in', sourceIds)
      .where('status', '=', 'accepted')
      .where('position', '<', position)
      .orderBy('position', 'desc')
      .limit(1)
      .$castTo<StoredReading & { position: number }>()
      .executeTakeFirst();
    if (!row) return;
    yield row;
    position = row.position;
  }
}

/** When the first accepted reading of a source was read; undefined while there is none. */
export async function firstAcceptedAt(session: Session, sourceId: string): Promise<string | undefined> {
  const row = await session
    .selectFrom('readings')
    .select('readAt')
    .where('sourceId', '=', sourceId)
    .where('status', '=', 'accepted')
    .orderBy('position')
    .limit(1)
    .executeTakeFirst();
  return row?.readAt;
}
