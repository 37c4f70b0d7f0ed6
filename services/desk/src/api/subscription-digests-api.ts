import { createRoute, z } from '@hono/zod-openapi';
import { findOwnSubscription, listDigests } from '#store';
import { type SignedIn, signedIn } from '../access/caller.ts';
import { madeDigestView, ownDigest } from '../digest/made-digest.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { jsonAnswer, refusals } from '../schema/answers.ts';
import { DigestSchema } from '../schema/digest-schema.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const tags = ['Digests'];
const PAGE = 50;

const MadeDigestSchema = z
  .object({
    id: z.string(),
    cadence: z.string(),
    fromPosition: z
      .number()
      .int()
      .openapi({ description: 'The window is behind this place in the order of detection …' }),
    toPosition: z
      .number()
      .int()
      .openapi({ description: '… up to and with this one; the next window begins behind it.' }),
    periodFrom: z.iso.datetime(),
    periodTo: z.iso.datetime(),
    timeZone: z.string(),
    scheduledAt: z.iso.datetime(),
    madeAt: z.iso.datetime(),
    told: z.number().int(),
    page: z.url(),
  })
  .openapi('MadeDigest');

const list = createRoute({
  method: 'get',
  path: '/subscriptions/{id}/digests',
  tags,
  summary: 'Digests that were made for a subscription, newest first; every change is in exactly one',
  request: {
    params: z.object({ id: z.string().max(200) }),
    query: z.strictObject({
      before: z.iso.datetime().optional().openapi({ description: 'Only those scheduled before this instant.' }),
    }),
  },
  responses: {
    200: jsonAnswer(
      z.object({ digests: z.array(MadeDigestSchema), next: z.iso.datetime().nullable() }),
      'At most 50; `next` is the `before` of the next page.',
    ),
    ...refusals,
  },
});

const read = createRoute({
  method: 'get',
  path: '/subscriptions/{id}/digests/{digestId}',
  tags,
  summary: 'One digest as it was made',
  request: { params: z.object({ id: z.string().max(200), digestId: z.string().max(200) }) },
  responses: { 200: jsonAnswer(DigestSchema, 'The digest, sections in reading order.'), ...refusals },
});

export function subscriptionDigestsApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  const { session } = ports.store;
  const find = async ({ tenantId }: SignedIn, id: string) =>
    (await findOwnSubscription(session, ports.sealer, tenantId, id)) ?? notFound('subscription');
  api.openapi(list, async (c) => {
    const { subscriptionId } = await find(signedIn(c), c.req.valid('param').id);
    const found = await listDigests(session, subscriptionId, PAGE, c.req.valid('query').before);
    const next = found.length < PAGE ? null : (found.at(-1)?.scheduledAt ?? null);
    return c.json({ digests: found.map((one) => madeDigestView(one, ports.settings.publicUrl)), next });
  });
  api.openapi(read, async (c) => {
    const { id, digestId } = c.req.valid('param');
    const { subscription, digest } = await ownDigest(ports, signedIn(c).tenantId, digestId);
    return subscription.subscriptionId === id ? c.json(digest) : notFound('digest');
  });
  return api;
}
