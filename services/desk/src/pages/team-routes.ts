import { type Context, Hono } from 'hono';
import { findOwnSubscription, listEndpointStates, listSubscriptions } from '#store';
import { publicKeyOf } from '#webhook';
import { actorOf, type DeskEnv, type SignedIn, signedIn } from '../access/caller.ts';
import { readForm } from '../access/own-forms.ts';
import { testOrRefuse } from '../api/endpoints-api.ts';
import type { DeskPorts } from '../ports.ts';
import { problemOfIssues } from '../problem/field-problems.ts';
import { notFound, RefusedRequestError } from '../problem/problem.ts';
import { NewSubscriptionSchema } from '../schema/subscription-schema.ts';
import { createSubscription } from '../subscription/create-subscription.ts';
import { enableSubscription } from '../subscription/enable-subscription.ts';
import { rotateSecret } from '../subscription/rotate-secret.ts';
import { stopSubscription } from '../subscription/stop-subscription.ts';
import { type FormFields, subscriptionOfForm } from '../subscription/subscription-form.ts';
import type { TypedForm } from './declaration-form.ts';
import { layout } from './layout.ts';
import { createdPage, rotatedPage, subscriptionsPage } from './subscriptions-page.ts';
import { triedForm } from './tried-form.ts';

/** Pages of what a team declares and decides: never without a session or key. */
export function teamRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  pages.get('/subscriptions', async (c) => {
    return showSubscriptions(ports, c, signedIn(c));
  });
  pages.post('/subscriptions', async (c) => {
    const caller = signedIn(c);
    return subscribe(ports, c, caller, await readForm(c));
  });
  pages.post('/subscriptions/preview', async (c) => {
    const caller = signedIn(c);
    return showSubscriptions(ports, c, caller, await triedForm(ports, await readForm(c)));
  });
  pages.post('/subscriptions/:id/disable', async (c) => {
    const caller = signedIn(c);
    await readForm(c);
    const id = c.req.param('id');
    const own = await findOwnSubscription(ports.store.session, ports.sealer, caller.tenantId, id);
    if (!own) return notFound('subscription');
    await stopSubscription(ports, actorOf(caller), own);
    return c.redirect('/subscriptions', 303);
  });
  pages.post('/subscriptions/:id/enable', async (c) => {
    const caller = signedIn(c);
    await readForm(c);
    const { subscriptionId } = await enableSubscription(ports, actorOf(caller), c.req.param('id'));
    return c.redirect(`/subscriptions/${encodeURIComponent(subscriptionId)}`, 303);
  });
  pages.post('/subscriptions/:id/test', async (c) => {
    const caller = signedIn(c);
    await readForm(c);
    const deliveryId = await testOrRefuse(ports, caller, c.req.param('id'));
    return c.redirect(`/deliveries/${encodeURIComponent(deliveryId)}`, 303);
  });
  pages.post('/subscriptions/:id/rotate-secret', async (c) => {
    const caller = signedIn(c);
    await readForm(c);
    const { session } = ports.store;
    const own = await findOwnSubscription(session, ports.sealer, caller.tenantId, c.req.param('id'));
    if (!own) return notFound('subscription');
    const signing = own.secret !== undefined && publicKeyOf(own.secret) !== undefined ? 'ed25519' : 'hmac';
    const body = rotatedPage(await rotateSecret(ports, actorOf(caller), own, signing));
    return c.html(layout({ title: 'New secret', caller, section: '/subscriptions', body }));
  });
  return pages;
}

async function showSubscriptions(
  ports: DeskPorts,
  c: Context<DeskEnv>,
  caller: SignedIn,
  typed?: TypedForm,
): Promise<Response> {
  const all = await listSubscriptions(ports.store.session, ports.sealer, caller.tenantId);
  const states = await listEndpointStates(ports.store.session, caller.tenantId);
  const body = subscriptionsPage(all, states, caller, typed);
  const page = layout({ title: 'Subscriptions', caller, section: '/subscriptions', body });
  return c.html(page, typed?.problem ? 422 : 200);
}

async function subscribe(
  ports: DeskPorts,
  c: Context<DeskEnv>,
  caller: SignedIn,
  fields: FormFields,
): Promise<Response> {
  const parsed = NewSubscriptionSchema.safeParse(subscriptionOfForm(fields));
  if (!parsed.success) {
    return showSubscriptions(ports, c, caller, { fields, problem: problemOfIssues(parsed.error, 'form') });
  }
  try {
    const body = createdPage(await createSubscription(ports, actorOf(caller), parsed.data));
    return c.html(layout({ title: 'Subscribed', caller, section: '/subscriptions', body }), 201);
  } catch (error) {
    if (error instanceof RefusedRequestError)
      return showSubscriptions(ports, c, caller, { fields, problem: error.problem });
    throw error;
  }
}
