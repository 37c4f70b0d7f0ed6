import { type Context, Hono } from 'hono';
import { REVIEW_STATES } from '#domain';
import { findDevelopment, listTrail, REVIEWED_KINDS, type ReviewSubject, type Session, verifyTrail } from '#store';
import { type DeskEnv, signedIn } from '../access/caller.ts';
import { readForm } from '../access/own-forms.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { actOnReview, actOnReviews } from '../review/act-on-review.ts';
import { findReviewSubject } from '../review/find-subject.ts';
import { listReviews, type ReviewsFound, type ReviewsWanted } from '../review/list-reviews.ts';
import { actOfFields } from '../review/review-act.ts';
import { auditPage } from './audit-page.ts';
import { layout } from './layout.ts';
import { reviewsPage } from './reviews-page.ts';

const ROWS = 50;
const TRAIL_ROWS = 200;
const ACTS = 8;
const EVERYTHING = 1_000_000;

/** Pages on which a team works through what was found. They work without scripts. */
export function reviewRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  const { session } = ports.store;
  pages.get('/reviews', (c) => showReviews(ports, c));
  pages.post('/reviews', async (c) => {
    const caller = signedIn(c);
    const fields = await readForm(c);
    const act = actOfFields(fields);
    await actOnReviews(ports, caller, await pickedOf(session, caller.tenantId, fields), act);
    return c.redirect('/reviews', 303);
  });
  pages.post('/changes/:id/reviews', async (c) => {
    const caller = signedIn(c);
    const act = actOfFields(await readForm(c));
    const found = await findReviewSubject(session, caller.tenantId, 'change', c.req.param('id'));
    const subject = found ?? notFound('change');
    await actOnReview(ports, caller, subject, act);
    return c.redirect(`/changes/${encodeURIComponent(subject.id)}#review`, 303);
  });
  pages.post('/developments/:id/reviews', async (c) => {
    const caller = signedIn(c);
    const act = actOfFields(await readForm(c));
    const { developmentId } = (await findDevelopment(session, c.req.param('id'))) ?? notFound('development');
    const wanted = { state: 'open', developmentId } as const;
    const { items } = await listReviews(session, caller.tenantId, wanted, EVERYTHING, ports.now());
    await actOnReviews(ports, caller, items, act);
    return c.redirect('/reviews', 303);
  });
  pages.get('/audit', async (c) => {
    const caller = signedIn(c);
    const entries = await listTrail(session, caller.tenantId, {}, TRAIL_ROWS, 'newestFirst');
    const body = auditPage(entries, await verifyTrail(session, caller.tenantId));
    return c.html(layout({ title: 'Audit trail', caller, section: '/reviews', body }));
  });
  return pages;
}

async function showReviews(ports: DeskPorts, c: Context<DeskEnv>): Promise<Response> {
  const caller = signedIn(c);
  const wanted = wantedFrom(c.req.query());
  const found = await listReviews(ports.store.session, caller.tenantId, wanted, ROWS, ports.now());
  const bulk = await severalOfOneAct(ports.store.session, found);
  const body = reviewsPage({ wanted, found, bulk, caller });
  return c.html(layout({ title: 'Reviews', caller, section: '/reviews', body }));
}

/** A page is lenient: a state that is none is open. */
function wantedFrom({
  state,
  assignee,
  development,
  kind,
  subscription,
  skip,
}: Readonly<Record<string, string>>): ReviewsWanted {
  return {
    state: REVIEW_STATES.find((known) => known === state) ?? 'open',
    ...(assignee === undefined || assignee === '*' ? {} : { assignee }),
    ...(development ? { developmentId: development } : {}),
    ...(subscription ? { subscriptionId: subscription } : {}),
    kind: REVIEWED_KINDS.find((known) => known === kind),
    skip: skip !== undefined && /^\d{1,7}$/.test(skip) ? Number(skip) : 0,
  };
}

/** The acts with the most items that wait; an act of one item needs no button of its own. */
async function severalOfOneAct(session: Session, { developments }: ReviewsFound) {
  const several = developments.filter(([, items]) => items > 1).slice(0, ACTS);
  const named = several.map(async ([id, items]) => {
    const development = await findDevelopment(session, id);
    return development ? [{ developmentId: development.developmentId, title: development.title, items }] : [];
  });
  return (await Promise.all(named)).flat();
}

/** Fields `pick.<kind>.<id>` of what there is. @throws RefusedRequestError when one is not there. */
async function pickedOf(
  session: Session,
  tenantId: string,
  fields: Readonly<Record<string, string>>,
): Promise<readonly ReviewSubject[]> {
  const picked: ReviewSubject[] = [];
  for (const name of Object.keys(fields)) {
    const [, wanted = '', id = ''] = /^pick\.([a-z_]+)\.(.+)$/.exec(name) ?? [];
    const kind = REVIEWED_KINDS.find((known) => known === wanted);
    if (!kind) continue;
    picked.push((await findReviewSubject(session, tenantId, kind, id)) ?? notFound('item'));
  }
  return picked;
}
