import { Hono } from 'hono';
import { sentenceOf } from '#digest';
import {
  type Delivery,
  findChange,
  findOwnAlert,
  findOwnDelivery,
  findOwnSubscription,
  listAttempts,
  listOwnDeliveries,
} from '#store';
import { type DeskEnv, type SignedIn, signedIn } from '../access/caller.ts';
import { readForm } from '../access/own-forms.ts';
import { replayOrRefuse } from '../api/deliveries-api.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { deliveriesPage, deliveryPage, type NamedDelivery } from './deliveries-page.ts';
import { layout } from './layout.ts';

const ROWS = 100;

export function deliveryRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  const { session } = ports.store;
  pages.get('/deliveries', async (c) => {
    const caller = signedIn(c);
    const latest = await listOwnDeliveries(session, caller.tenantId, {}, ROWS);
    const named = await Promise.all(latest.map((one) => withNames(ports, caller, one)));
    const body = deliveriesPage(named, ports.now());
    return c.html(layout({ title: 'Deliveries', caller, section: '/deliveries', body }));
  });
  pages.get('/deliveries/:id', async (c) => {
    const caller = signedIn(c);
    const delivery = (await findOwnDelivery(session, caller.tenantId, c.req.param('id'))) ?? notFound('delivery');
    const attempts = await listAttempts(session, delivery.deliveryId);
    const body = deliveryPage(await withNames(ports, caller, delivery), attempts, caller);
    return c.html(layout({ title: 'Delivery', caller, section: '/deliveries', body }));
  });
  pages.post('/deliveries/:id/replay', async (c) => {
    const caller = signedIn(c);
    await readForm(c);
    const deliveryId = await replayOrRefuse(ports, caller, c.req.param('id'));
    return c.redirect(`/deliveries/${encodeURIComponent(deliveryId)}`, 303);
  });
  return pages;
}

async function withNames(ports: DeskPorts, { tenantId }: SignedIn, delivery: Delivery): Promise<NamedDelivery> {
  const { session } = ports.store;
  const [subscription, alert] = await Promise.all([
    findOwnSubscription(session, ports.sealer, tenantId, delivery.subscriptionId),
    findOwnAlert(session, tenantId, delivery.alertId),
  ]);
  const stored = alert ? await findChange(session, alert.changeId) : undefined;
  return {
    delivery,
    subscriptionName: subscription?.name ?? delivery.subscriptionId,
    ...(stored ? { change: { changeId: stored.change.changeId, headline: sentenceOf(stored.change) } } : {}),
  };
}
