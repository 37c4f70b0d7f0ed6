import type { Session } from '../open-store.ts';

/**
 * One poll of a source: all its requests together. `failed`: one at least brought no usable answer, so that the poll proves
 * nothing.
 */
export interface Poll {
  readonly sourceId: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly outcome: 'changed' | 'unchanged' | 'failed';
  /** Why it failed; empty otherwise. */
  readonly detail: string;
  readonly requests: number;
}

export async function recordPoll(session: Session, poll: Poll): Promise<void> {
  await session.insertInto('polls').values(poll).execute();
}

const COLUMNS = ['sourceId', 'startedAt', 'finishedAt', 'outcome', 'detail', 'requests'] as const;

/** Polls of a source that finished in [from, before), oldest first. */
export async function listPolls(
  session: Session,
  sourceId: string,
  from: string,
  before: string,
): Promise<readonly Poll[]> {
  return session
    .selectFrom('polls')
    .select(COLUMNS)
    .where('sourceId', '=', sourceId)
    .where('finishedAt', '>=', from)
    .where('finishedAt', '<', before)
    .orderBy('finishedAt')
    .orderBy('pollId')
    .$castTo<Poll>()
    .execute();
}

/** The last poll of a source before an instant that brought usable answers. */
export async function lastGoodPollBefore(session: Session, sourceId: string, at: string): Promise<Poll | undefined> {
  return session
    .selectFrom('polls')
    .select(COLUMNS)
    .where('sourceId', '=', sourceId)
    .where('finishedAt', '<', at)
    .where('outcome', '!=', 'failed')
    .orderBy('finishedAt', 'desc')
    .limit(1)
    .$castTo<Poll>()
    .executeTakeFirst();
}

/** The first poll of a source from an instant on that brought usable answers. */
export async function firstGoodPollFrom(session: Session, sourceId: string, at: string): Promise<Poll | undefined> {
  return session
    .selectFrom('polls')
    .select(COLUMNS)
    .where('sourceId', '=', sourceId)
    .where('finishedAt', '>=', at)
    .where('outcome', '!=', 'failed')
    .orderBy('finishedAt')
    .limit(1)
    .$castTo<Poll>()
    .executeTakeFirst();
}
