import { Hono } from 'hono';
import { type Change, reviewOf } from '#domain';
import {
  findChange,
  findOwnSubscription,
  isSearchComplete,
  listOwnAlertsOfChange,
  listReviewEntries,
  listSubscriptions,
} from '#store';
import { type Caller, type DeskEnv, hasRole, type SignedIn, signedIn } from '../access/caller.ts';
import { placeOfChange } from '../development/place-of-change.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { listSourceStatuses } from '../source/list-source-statuses.ts';
import { explainSubscription } from '../subscription/explain-change.ts';
import { findChanges } from '../view/find-changes.ts';
import { type Markup, nothing } from '../view/markup.ts';
import { wantedFrom } from './change-filter.ts';
import { changePage, type ImpactOnSubscription } from './change-page.ts';
import { changesPage } from './changes-page.ts';
import { layout } from './layout.ts';
import { reviewPanel } from './review-panel.ts';
import { whyPage } from './why-page.ts';

const ROWS = 50;

/** Pages that only read what publishers printed and what was made of it. */
export function readingRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  const { session } = ports.store;
  pages.get('/changes', async (c) => {
    const caller = c.get('caller');
    const wanted = wantedFrom(c.req.query(), caller);
    const [found, statuses, isIndexed] = await Promise.all([
      findChanges(session, wanted, ROWS),
      listSourceStatuses(ports),
      wanted.text === undefined || isSearchComplete(session),
    ]);
    const body = changesPage(ports, { wanted, found, statuses, isIndexed, caller });
    return c.html(layout({ title: 'Changes', caller, section: '/changes', body }));
  });
  pages.get('/changes/:id', async (c) => {
    const caller = c.get('caller');
    const { change } = (await findChange(session, c.req.param('id'))) ?? notFound('change');
    const impacts = hasRole(caller, 'reader') ? await impactsOn(ports, caller, change) : [];
    const own = hasRole(caller, 'reader') ? await listSubscriptions(session, ports.sealer, caller.tenantId) : [];
    const place = await placeOfChange(ports, caller, change.changeId);
    const body = changePage(ports, change, impacts, own, place, await reviewOfChange(ports, caller, change.changeId));
    return c.html(layout({ title: change.subject.label, caller, section: '/changes', body }));
  });
  pages.get('/changes/:id/why', async (c) => {
    const caller = signedIn(c);
    const { change } = (await findChange(session, c.req.param('id'))) ?? notFound('change');
    const wanted = c.req.query('subscription') ?? '';
    const subscription =
      (await findOwnSubscription(session, ports.sealer, caller.tenantId, wanted)) ?? notFound('subscription');
    const body = whyPage(change, subscription, await explainSubscription(session, change, subscription));
    return c.html(layout({ title: `Why: ${change.subject.label}`, caller, section: '/changes', body }));
  });
  return pages;
}

/** How the caller's team works on a change; nothing for nobody. */
async function reviewOfChange({ store: { session } }: DeskPorts, caller: Caller, id: string): Promise<Markup> {
  if (!hasRole(caller, 'reader')) return nothing;
  const entries = await listReviewEntries(session, caller.tenantId, { kind: 'change', id });
  const action = `/changes/${encodeURIComponent(id)}/reviews`;
  return reviewPanel({ action, review: reviewOf(entries), entries, caller });
}

async function impactsOn(
  ports: DeskPorts,
  { tenantId }: SignedIn,
  change: Change,
): Promise<readonly ImpactOnSubscription[]> {
  const alerts = await listOwnAlertsOfChange(ports.store.session, tenantId, change.changeId);
  const named = alerts.map(async ({ alertId, subscriptionId, impact }) => {
    const subscription = await findOwnSubscription(ports.store.session, ports.sealer, tenantId, subscriptionId);
    const entries = await listReviewEntries(ports.store.session, tenantId, { kind: 'alert', id: alertId });
    const alert = { alertId, review: reviewOf(entries) };
    return { subscriptionId, name: subscription?.name ?? subscriptionId, impact, alert };
  });
  return (await Promise.all(named)).sort((a, b) => b.impact.score - a.impact.score);
}
