import { authorityDay, type ObligationKind, type ReviewKind } from '#domain';
import { closeSourceConditions, type EventLog, openSourceCondition } from '#log';
import {
  findSourceState,
  firstAcceptedAt,
  listOpenObligations,
  listReviewItems,
  type Obligation,
  openReviewItem,
  type Store,
} from '#store';
import type { SourceBook } from '../source-book.ts';
import { businessDaysAfter } from './business-days.ts';
import { newItem } from './settle-obligations.ts';

/**
 * Business days after which a silence is looked into. eCFR follows the Federal Register within two, the Consolidated Screening
 * List within days, e-Gov within weeks; a document precedes its list.
 */
const GRACE: Readonly<Record<ObligationKind, number>> = {
  listed: 10,
  codified: 10,
  consolidated: 20,
  enforced: 5,
  announced: 5,
};

/** Business days after which an unsettled review item becomes an operator's problem. */
const SETTLE_WITHIN = 10;

const PROBLEM = 'source.unreconciled';

export interface ReviewPorts {
  readonly store: Store;
  readonly log: EventLog;
  readonly book: SourceBook;
}

/**
 * Looks at what is owed longer than its grace: a review item each, once, as soon as the source was checked after the grace and
 * still did not show it. Items that nobody settled become a problem of their source. Asked as often as one likes.
 */
export async function reviewObligations(ports: ReviewPorts, now: Date): Promise<void> {
  for (const obligation of await listOpenObligations(ports.store.session)) {
    const { source } = ports.book.find(obligation.sourceId);
    const graceEnds = businessDaysAfter(obligation.dueOn ?? obligation.openedAt, GRACE[obligation.kind]);
    if (authorityDay(now, source.jurisdiction) <= graceEnds) continue;
    const first = await firstAcceptedAt(ports.store.session, source.id);
    if (first === undefined || first.slice(0, 10) > graceEnds) continue;
    const state = await findSourceState(ports.store.session, source.id);
    // A source that was not checked since says nothing; that gap is shown for what it is.
    if ((state?.lastSuccessAt ?? '').slice(0, 10) <= graceEnds) continue;
    await openReviewItem(ports.store.session, overdue(obligation, graceEnds, now));
  }
  await tellOperator(ports, now);
}

function overdue(obligation: Obligation, graceEnds: string, now: Date) {
  const kind: ReviewKind = obligation.kind === 'announced' ? 'not_announced' : 'not_shown';
  const since = obligation.dueOn ?? obligation.openedAt.slice(0, 10);
  const because =
    kind === 'not_announced'
      ? `the list changed on ${since} and no document that announces it was found by ${graceEnds}`
      : `due on ${since} and not shown by ${graceEnds}`;
  const { developmentId, sourceId } = obligation;
  return { ...newItem(kind, obligation.obligationId), developmentId, sourceId, because, openedAt: now.toISOString() };
}

async function tellOperator({ store, log }: ReviewPorts, now: Date): Promise<void> {
  const open = await listReviewItems(store.session, { state: 'open' });
  const at = now.toISOString();
  const late = Map.groupBy(
    open.filter((item) => businessDaysAfter(item.openedAt, SETTLE_WITHIN) < at.slice(0, 10)),
    (item) => item.sourceId,
  );
  const known = await openProblemSources(store, PROBLEM);
  await store.transaction(async (tx) => {
    for (const [sourceId, items] of late) {
      const because = `${items.length} review items are unsettled for more than ${SETTLE_WITHIN} business days`;
      await openSourceCondition(tx, log, { sourceId, problem: PROBLEM, because, at, noticedBy: '/redline/differ' });
    }
    for (const sourceId of known.filter((id) => !late.has(id))) {
      const well = { sourceId, problems: [PROBLEM], because: 'all review items are settled', at };
      await closeSourceConditions(tx, log, { ...well, noticedBy: '/redline/differ' });
    }
  });
}

async function openProblemSources({ session }: Store, problem: string): Promise<readonly string[]> {
  const rows = await session
    .selectFrom('sourceProblems')
    .select('sourceId')
    .where('problem', '=', problem)
    .where('closedAt', 'is', null)
    .execute();
  return rows.map((row) => row.sourceId);
}
