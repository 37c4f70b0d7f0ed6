import { createRoute, z } from '@hono/zod-openapi';
import { findOwnSubscription } from '#store';
import { actorOf, type SignedIn, signedIn } from '../access/caller.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound, refuse } from '../problem/problem.ts';
import { jsonAnswer, refusals } from '../schema/answers.ts';
import { RotatedSchema, RotationSchema } from '../schema/subscription-schema.ts';
import { rotateSecret } from '../subscription/rotate-secret.ts';
import { secretView } from '../subscription/subscription-view.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const tags = ['Subscriptions'];
const params = z.object({ id: z.string().max(200) });

const rotate = createRoute({
  method: 'post',
  path: '/subscriptions/{id}/rotate-secret',
  tags,
  summary: 'Replace the signing secret of a webhook; the old one signs beside it for 24 hours',
  request: { params, body: { required: true, content: { 'application/json': { schema: RotationSchema } } } },
  responses: { 200: jsonAnswer(RotatedSchema, 'The new secret.'), ...refusals },
});

const test = createRoute({
  method: 'post',
  path: '/subscriptions/{id}/test',
  tags,
  summary: 'Send a message that says only that the channel works',
  request: { params },
  responses: { 202: jsonAnswer(z.object({ deliveryId: z.string() }), 'The delivery of the test.'), ...refusals },
});

/** What a subscription's endpoint can be asked for, beside being told. */
export function endpointsApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  api.openapi(rotate, async (c) => {
    const { id } = c.req.valid('param');
    const own = await findOwnSubscription(ports.store.session, ports.sealer, signedIn(c).tenantId, id);
    const rotated = await rotateSecret(
      ports,
      actorOf(signedIn(c)),
      own ?? notFound('subscription'),
      c.req.valid('json').signing,
    );
    return c.json({ ...secretView(rotated), oldSignsUntil: rotated.retiring?.[0]?.until ?? '' }, 200);
  });
  api.openapi(test, async (c) =>
    c.json({ deliveryId: await testOrRefuse(ports, signedIn(c), c.req.valid('param').id) }, 202),
  );
  return api;
}

/** @returns the id of the test's delivery. @throws RefusedRequestError when nothing can be sent. */
export async function testOrRefuse(ports: DeskPorts, { tenantId }: SignedIn, subscriptionId: string): Promise<string> {
  const own = await findOwnSubscription(ports.store.session, ports.sealer, tenantId, subscriptionId);
  const outcome = own ? await ports.sendTest(own.subscriptionId) : notFound('subscription');
  if (outcome.kind === 'queued') return outcome.delivery.deliveryId;
  if (outcome.kind === 'unknown_subscription') return notFound('subscription');
  const detail =
    outcome.kind === 'nothing_is_sent'
      ? 'This subscription is read on the digest page: nothing is sent to it.'
      : 'The subscription is disabled: nothing is sent to it any more.';
  return refuse({ status: 409, code: outcome.kind, title: 'No test can be sent', detail });
}
