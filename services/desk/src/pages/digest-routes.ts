import { type Context, Hono } from 'hono';
import { developmentsOfChanges, findOwnSubscription, listSubscriptions, type Subscription } from '#store';
import { dayInZone } from '#time';
import { type DeskEnv, hasRole, requireRole } from '../access/caller.ts';
import { buildDigest } from '../digest/build-digest.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { digestPage } from './digest-page.ts';
import { layout } from './layout.ts';

/** `/digest` leads to today's; the form sends a date and a subscription there too. */
export function digestRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  pages.get('/digest', async (c) => {
    const id = c.req.query('subscription') ?? '';
    const subscription = await wantedSubscription(ports, c, id);
    const zone = subscription?.profile.timeZone ?? ports.settings.timeZone;
    const date = c.req.query('date') || dayInZone(ports.now(), zone);
    const query = id ? `?subscription=${encodeURIComponent(id)}` : '';
    return c.redirect(`/digest/${encodeURIComponent(date)}${query}`, 303);
  });
  pages.get('/digest/:date', async (c) => {
    const caller = c.get('caller');
    const subscription = await wantedSubscription(ports, c, c.req.query('subscription') ?? '');
    const date = c.req.param('date');
    const digest = await buildDigest(ports, date, subscription);
    const choices = hasRole(caller, 'reader')
      ? await listSubscriptions(ports.store.session, ports.sealer, caller.tenantId)
      : [];
    const steps = digest.pipeline.flatMap((thread) => thread.steps.map((step) => step.changeId));
    const developments = await developmentsOfChanges(ports.store.session, steps);
    const body = digestPage({ digest, date, choices, developments, ...(subscription ? { chosen: subscription } : {}) });
    return c.html(layout({ title: `Digest ${date}`, caller, section: '/digest', body }));
  });
  return pages;
}

async function wantedSubscription(
  ports: DeskPorts,
  c: Context<DeskEnv>,
  id: string,
): Promise<Subscription | undefined> {
  if (id === '') return undefined;
  const { tenantId } = requireRole(c, 'reader');
  return (await findOwnSubscription(ports.store.session, ports.sealer, tenantId, id)) ?? notFound('subscription');
}
