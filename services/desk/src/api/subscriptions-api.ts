import { createRoute, z } from '@hono/zod-openapi';
import {
  CADENCES,
  findDigestCursor,
  findOwnSubscription,
  listEndpointStates,
  listSubscriptions,
  nextDigestRuns,
  type Subscription,
} from '#store';
import { actorOf, type SignedIn, signedIn } from '../access/caller.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { jsonAnswer, refusals } from '../schema/answers.ts';
import {
  CreatedSubscriptionSchema,
  DigestTimeSchema,
  NewSubscriptionSchema,
  SubscriptionSchema,
} from '../schema/subscription-schema.ts';
import { changeCadence } from '../subscription/change-cadence.ts';
import { createSubscription } from '../subscription/create-subscription.ts';
import { editSubscription } from '../subscription/edit-subscription.ts';
import { enableSubscription } from '../subscription/enable-subscription.ts';
import { stopSubscription } from '../subscription/stop-subscription.ts';
import { secretView, subscriptionView } from '../subscription/subscription-view.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const tags = ['Subscriptions'];
const params = z.object({ id: z.string().max(200) });

const create = createRoute({
  method: 'post',
  path: '/subscriptions',
  tags,
  summary: 'Subscribe; for a webhook the answer holds its signing secret, once',
  request: { body: { required: true, content: { 'application/json': { schema: NewSubscriptionSchema } } } },
  responses: { 201: jsonAnswer(CreatedSubscriptionSchema, 'The new subscription.'), ...refusals },
});

const list = createRoute({
  method: 'get',
  path: '/subscriptions',
  tags,
  summary: 'All subscriptions, oldest first',
  responses: {
    200: jsonAnswer(z.object({ subscriptions: z.array(SubscriptionSchema) }), 'Subscriptions.'),
    ...refusals,
  },
});

const read = createRoute({
  method: 'get',
  path: '/subscriptions/{id}',
  tags,
  summary: 'One subscription',
  request: { params },
  responses: { 200: jsonAnswer(SubscriptionSchema, 'The subscription.'), ...refusals },
});

const edit = createRoute({
  method: 'put',
  path: '/subscriptions/{id}',
  tags,
  summary: 'Say anew all that a subscription declares; what is left out takes its default, a webhook keeps its secret',
  description:
    'An address of Slack or Teams may be sent back as it was shown. Where the channel becomes a webhook, the answer holds its signing secret, once.',
  request: { params, body: { required: true, content: { 'application/json': { schema: NewSubscriptionSchema } } } },
  responses: { 200: jsonAnswer(CreatedSubscriptionSchema, 'The subscription as it is now.'), ...refusals },
});

const disable = createRoute({
  method: 'delete',
  path: '/subscriptions/{id}',
  tags,
  summary: 'Disable a subscription; its alerts and deliveries stay readable',
  request: { params },
  responses: { 204: { description: 'It is disabled.' }, ...refusals },
});

const enable = createRoute({
  method: 'post',
  path: '/subscriptions/{id}/enable',
  tags,
  summary: 'Enable a disabled subscription: it hears from now on, its next digest tells what was detected meanwhile',
  request: { params },
  responses: { 200: jsonAnswer(SubscriptionSchema, 'The subscription as it is now.'), ...refusals },
});

const cadence = createRoute({
  method: 'put',
  path: '/subscriptions/{id}/cadence',
  tags,
  summary: 'Change when a subscription is told; its digests go on where the last one ended',
  request: {
    params,
    body: {
      required: true,
      content: {
        'application/json': {
          schema: z.strictObject({ cadence: z.enum(CADENCES), digest: DigestTimeSchema.optional() }).openapi('Cadence'),
        },
      },
    },
  },
  responses: { 200: jsonAnswer(SubscriptionSchema, 'The subscription as it is now.'), ...refusals },
});

export function subscriptionsApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  const { session } = ports.store;
  const find = async ({ tenantId }: SignedIn, id: string) =>
    (await findOwnSubscription(session, ports.sealer, tenantId, id)) ?? notFound('subscription');
  const view = async (subscription: Subscription) => {
    const cursor = await findDigestCursor(session, subscription.subscriptionId);
    const states = await listEndpointStates(session, subscription.tenantId);
    return subscriptionView(subscription, cursor?.nextRunAt ?? undefined, states.get(subscription.subscriptionId));
  };
  api.openapi(create, async (c) => {
    const created = await createSubscription(ports, actorOf(signedIn(c)), c.req.valid('json'));
    return c.json({ ...(await view(created)), ...secretView(created) }, 201);
  });
  api.openapi(list, async (c) => {
    const { tenantId } = signedIn(c);
    const all = await listSubscriptions(session, ports.sealer, tenantId);
    const runs = await nextDigestRuns(session, tenantId);
    const states = await listEndpointStates(session, tenantId);
    const shown = all.map((one) => subscriptionView(one, runs.get(one.subscriptionId), states.get(one.subscriptionId)));
    return c.json({ subscriptions: shown });
  });
  api.openapi(read, async (c) => {
    const caller = signedIn(c);
    return c.json(await view(await find(caller, c.req.valid('param').id)));
  });
  api.openapi(edit, async (c) => {
    const caller = signedIn(c);
    const { id } = c.req.valid('param');
    const { subscription, hasNewSecret } = await editSubscription(ports, actorOf(caller), id, c.req.valid('json'));
    return c.json({ ...(await view(subscription)), ...(hasNewSecret ? secretView(subscription) : {}) }, 200);
  });
  api.openapi(cadence, async (c) => {
    const caller = signedIn(c);
    const subscription = await find(caller, c.req.valid('param').id);
    return c.json(await view(await changeCadence(ports, actorOf(caller), subscription, c.req.valid('json'))));
  });
  api.openapi(disable, async (c) => {
    const caller = signedIn(c);
    await stopSubscription(ports, actorOf(caller), await find(caller, c.req.valid('param').id));
    return c.body(null, 204);
  });
  api.openapi(enable, async (c) =>
    c.json(await view(await enableSubscription(ports, actorOf(signedIn(c)), c.req.valid('param').id)), 200),
  );
  return api;
}
