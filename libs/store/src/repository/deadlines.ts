import type { Jurisdiction } from '#domain';
import type { Session } from '../open-store.ts';

/**
 * `authorisation`: a temporary relief ends. `comment`: a comment period ends. `reinstatement`: a suspended rule applies again.
 * `fingerprint`: the source that reads the words of a text whose size changed should have read it.
 */
export type DeadlineKind = 'authorisation' | 'comment' | 'reinstatement' | 'fingerprint';

/** A dated obligation of a stored change. */
export interface Deadline {
  readonly deadlineId: string;
  /** What the date belongs to, across the documents that move it: a beneficiary's license, a docket's comment period. */
  readonly thread: string;
  readonly kind: DeadlineKind;
  readonly changeId: string;
  readonly sourceId: string;
  readonly jurisdiction: Jurisdiction;
  /** Calendar date in the authority's zone, still within the term. */
  readonly lastDay: string;
  /** The smallest number of days before the end that was told, or had passed when the deadline was learnt. */
  readonly toldMark: number;
  /** `moved`: another date took its place. `passed`: its end was told, or lay behind us when it was learnt. */
  readonly state: 'open' | 'moved' | 'passed';
}

/** Keeps a deadline; open ones of the same thread and kind give way to it. Repeating the call changes nothing. */
export async function saveDeadline(tx: Session, deadline: Deadline): Promise<void> {
  const known = await tx
    .selectFrom('deadlines')
    .select('deadlineId')
    .where('deadlineId', '=', deadline.deadlineId)
    .executeTakeFirst();
  if (known) return;
  await closeDeadlines(tx, deadline.thread, deadline.kind);
  await tx.insertInto('deadlines').values(deadline).execute();
}

/** Ends what was open in a thread: it was moved, or the authorisation was revoked. */
export async function closeDeadlines(tx: Session, thread: string, kind: DeadlineKind): Promise<void> {
  await tx
    .updateTable('deadlines')
    .set({ state: 'moved' })
    .where('thread', '=', thread)
    .where('kind', '=', kind)
    .where('state', '=', 'open')
    .execute();
}

/** Open deadlines whose last day is at most `until`, earliest first. */
export async function listOpenDeadlines(session: Session, until: string): Promise<readonly Deadline[]> {
  return session
    .selectFrom('deadlines')
    .selectAll()
    .where('state', '=', 'open')
    .where('lastDay', '<=', until)
    .orderBy('lastDay')
    .orderBy('deadlineId')
    .$castTo<Deadline>()
    .execute();
}

/** Notes what the calendar has told of a deadline. */
export async function noteTold(
  tx: Session,
  deadlineId: string,
  told: { readonly toldMark: number; readonly state: Deadline['state'] },
): Promise<void> {
  await tx.updateTable('deadlines').set(told).where('deadlineId', '=', deadlineId).execute();
}
