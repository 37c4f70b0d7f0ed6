import type { Session } from '../open-store.ts';
import type { SourceProblem } from './source-problems.ts';

/** [from, before): UTC instants. */
export interface Span {
  readonly from: string;
  readonly before: string;
}

/** Bytes of a source, as a statement about it names them. */
export interface CaptureMark {
  readonly url: string;
  readonly sha256: string;
  readonly retrievedAt: string;
}

/** Bytes that a source served anew in a span, oldest first. */
export async function listCaptureMarks(
  session: Session,
  sourceId: string,
  span: Span,
): Promise<readonly CaptureMark[]> {
  return marks(session, sourceId)
    .where('retrievedAt', '>=', span.from)
    .where('retrievedAt', '<', span.before)
    .orderBy('retrievedAt')
    .orderBy('url')
    .execute();
}

/** The newest bytes of each address of a source before an instant, by address: what it served then. */
export async function listCaptureMarksAt(
  session: Session,
  sourceId: string,
  at: string,
): Promise<readonly CaptureMark[]> {
  const rows = await marks(session, sourceId).where('retrievedAt', '<', at).orderBy('retrievedAt').execute();
  const newest = new Map(rows.map((row) => [row.url, row]));
  return [...newest.values()].sort((a, b) => (a.url < b.url ? -1 : 1));
}

function marks(session: Session, sourceId: string) {
  return session.selectFrom('captures').select(['url', 'sha256', 'retrievedAt']).where('sourceId', '=', sourceId);
}

/** How many captures of a span nobody has read yet: what they say is not known. */
export async function countUnreadCaptures(session: Session, sourceId: string, span: Span): Promise<number> {
  const row = await session
    .selectFrom('captures')
    .leftJoin('readings', 'readings.captureId', 'captures.captureId')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('captures.sourceId', '=', sourceId)
    .where('captures.retrievedAt', '>=', span.from)
    .where('captures.retrievedAt', '<', span.before)
    .where('readings.readingId', 'is', null)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** A reading in doubt. */
export interface DoubtedReading {
  readonly readingId: string;
  readonly sha256: string;
  readonly status: 'held' | 'superseded';
  readonly reason: string;
  readonly readAt: string;
}

/** Readings held in a span and those still held from before it, oldest first. */
export async function listDoubtedReadings(
  session: Session,
  sourceId: string,
  span: Span,
): Promise<readonly DoubtedReading[]> {
  return session
    .selectFrom('readings')
    .select(['readingId', 'sha256', 'status', 'reason', 'readAt'])
    .where('sourceId', '=', sourceId)
    .where('readAt', '<', span.before)
    .where((is) =>
      is.or([is('status', '=', 'held'), is.and([is('status', '=', 'superseded'), is('readAt', '>=', span.from)])]),
    )
    .orderBy('position')
    .$castTo<DoubtedReading>()
    .execute();
}

/** Problems of a source that were open at any time of a span, oldest first. */
export async function listProblemsDuring(
  session: Session,
  sourceId: string,
  span: Span,
): Promise<readonly SourceProblem[]> {
  return session
    .selectFrom('sourceProblems')
    .selectAll()
    .where('sourceId', '=', sourceId)
    .where('openedAt', '<', span.before)
    .where((is) => is.or([is('closedAt', 'is', null), is('closedAt', '>=', span.from)]))
    .orderBy('openedAt')
    .orderBy('problemId')
    .execute();
}

/** A change as a statement about its source names it. */
export interface ChangeMark {
  readonly changeId: string;
  readonly type: string;
  readonly subject: string;
  readonly detectedAt: string;
  /** Part of a first capture: there was nothing to compare with. */
  readonly baseline: boolean;
}

/** Changes noticed at a source in a span, in the order of detection. */
export async function listChangeMarks(session: Session, sourceId: string, span: Span): Promise<readonly ChangeMark[]> {
  const rows = await session
    .selectFrom('changes')
    .select(['changeId', 'type', 'subjectLabel as subject', 'detectedAt', 'baseline'])
    .where('sourceId', '=', sourceId)
    .where('detectedAt', '>=', span.from)
    .where('detectedAt', '<', span.before)
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, baseline: row.baseline === 1 }));
}
