import { createRoute, z } from '@hono/zod-openapi';
import {
  type Delivery,
  findOwnDelivery,
  findOwnSubscription,
  listAttempts,
  listOwnDeliveries,
  MESSAGE_KINDS,
} from '#store';
import { actorOf, type SignedIn, signedIn } from '../access/caller.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound, type Problem, refuse } from '../problem/problem.ts';
import { jsonAnswer, refusals } from '../schema/answers.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const tags = ['Deliveries'];
const params = z.object({ id: z.string().max(200) });
const status = z.enum(['due', 'delivered', 'gave_up']);

const DeliverySchema = z
  .object({
    id: z.string(),
    subscriptionId: z.string(),
    messageKind: z.enum(MESSAGE_KINDS),
    subjectId: z.string().openapi({ description: 'Id of what is told: the alert, the digest, the burst, …' }),
    alertId: z.string().openapi({ description: 'Empty for everything but an alert.' }),
    webhookId: z
      .string()
      .openapi({ description: 'The `webhook-id` of every attempt: the receiver’s idempotency key.' }),
    status,
    attempts: z.number().int(),
    nextAttemptAt: z.string().nullable(),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
    lastOutcome: z.string(),
    replayOf: z.string().nullable(),
  })
  .openapi('Delivery');

const AttemptSchema = z
  .object({
    attempt: z.number().int(),
    startedAt: z.string(),
    durationMs: z.number(),
    outcome: z.string(),
    status: z.number().int().nullable(),
    responseText: z.string(),
  })
  .openapi('DeliveryAttempt');

const Query = z.strictObject({
  subscription: z.string().max(200).optional(),
  status: status.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const list = createRoute({
  method: 'get',
  path: '/deliveries',
  tags,
  summary: 'Deliveries, newest first',
  request: { query: Query },
  responses: { 200: jsonAnswer(z.object({ deliveries: z.array(DeliverySchema) }), 'Deliveries.'), ...refusals },
});

const read = createRoute({
  method: 'get',
  path: '/deliveries/{id}',
  tags,
  summary: 'One delivery with every attempt and what the receiver answered',
  request: { params },
  responses: {
    200: jsonAnswer(z.object({ delivery: DeliverySchema, attempts: z.array(AttemptSchema) }), 'The delivery.'),
    ...refusals,
  },
});

const replay = createRoute({
  method: 'post',
  path: '/deliveries/{id}/replay',
  tags,
  summary: 'Send the alert of a delivery again, as a new delivery with the same webhook-id',
  request: { params },
  responses: { 202: jsonAnswer(z.object({ deliveryId: z.string() }), 'The new delivery.'), ...refusals },
});

const Range = z
  .strictObject({
    subscription: z.string().min(1).max(200),
    from: z.iso.datetime().optional().openapi({ description: 'Created at or after this instant.' }),
    before: z.iso.datetime().optional().openapi({ description: 'Created before this instant.' }),
    afterSequence: z
      .number()
      .int()
      .min(0)
      .optional()
      .openapi({ description: 'Alerts whose `data.sequence` is larger.' }),
    upToSequence: z
      .number()
      .int()
      .min(0)
      .optional()
      .openapi({ description: 'Alerts whose `data.sequence` is at most this.' }),
  })
  .refine(
    ({ from, before, afterSequence, upToSequence }) =>
      [from, before, afterSequence, upToSequence].some((end) => end !== undefined),
    'must say from when or from which sequence on, or up to which',
  )
  .openapi('DeliveryRange');

const replayMany = createRoute({
  method: 'post',
  path: '/deliveries/replay',
  tags,
  summary: 'Send again what a subscription was sent in a range of time or of sequence numbers',
  request: { body: { required: true, content: { 'application/json': { schema: Range } } } },
  responses: { 202: jsonAnswer(z.object({ deliveries: z.number().int() }), 'How many were queued.'), ...refusals },
});

export function deliveriesApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  const { session } = ports.store;
  api.openapi(list, async (c) => {
    const { tenantId } = signedIn(c);
    const { subscription, status, limit } = c.req.valid('query');
    const filter = {
      ...(subscription === undefined ? {} : { subscriptionId: subscription }),
      ...(status === undefined ? {} : { status }),
    };
    return c.json({ deliveries: (await listOwnDeliveries(session, tenantId, filter, limit)).map(deliveryView) });
  });
  api.openapi(read, async (c) => {
    const { tenantId } = signedIn(c);
    const delivery = (await findOwnDelivery(session, tenantId, c.req.valid('param').id)) ?? notFound('delivery');
    const attempts = await listAttempts(session, delivery.deliveryId);
    return c.json({
      delivery: deliveryView(delivery),
      attempts: attempts.map(({ deliveryId: _deliveryId, ...attempt }) => attempt),
    });
  });
  api.openapi(replayMany, async (c) => {
    const { subscription, from, before, afterSequence, upToSequence } = c.req.valid('json');
    const own = await findOwnSubscription(session, ports.sealer, signedIn(c).tenantId, subscription);
    const range = { from, before, afterPosition: afterSequence, upToPosition: upToSequence };
    const outcome = own
      ? await ports.replayRange(own.subscriptionId, range, actorOf(signedIn(c)))
      : notFound('subscription');
    if (outcome.kind === 'queued') return c.json({ deliveries: outcome.deliveries }, 202);
    if (outcome.kind === 'unknown_subscription') return notFound('subscription');
    return refuse(outcome.kind === 'too_many' ? tooMany(outcome.most) : DISABLED);
  });
  api.openapi(replay, async (c) => {
    const caller = signedIn(c);
    return c.json({ deliveryId: await replayOrRefuse(ports, caller, c.req.valid('param').id) }, 202);
  });
  return api;
}

/** @returns the id of the new delivery. @throws RefusedRequestError when there is nothing to replay. */
export async function replayOrRefuse(ports: DeskPorts, caller: SignedIn, deliveryId: string): Promise<string> {
  if (!(await findOwnDelivery(ports.store.session, caller.tenantId, deliveryId))) return notFound('delivery');
  const outcome = await ports.replayDelivery(deliveryId, actorOf(caller));
  if (outcome.kind === 'queued') return outcome.delivery.deliveryId;
  if (outcome.kind === 'unknown_delivery') return notFound('delivery');
  return refuse(DISABLED);
}

const DISABLED: Problem = {
  status: 409,
  code: 'subscription_disabled',
  title: 'This cannot be sent again',
  detail: 'The subscription is disabled: nothing is sent to it any more.',
};

function tooMany(most: number): Problem {
  const detail = `More than ${most} messages lie in this range: ask for it in parts.`;
  return { status: 409, code: 'range_too_large', title: 'This cannot be sent again at once', detail };
}

function deliveryView({ deliveryId, ...rest }: Delivery) {
  return { id: deliveryId, ...rest };
}
