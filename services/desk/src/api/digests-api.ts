import { createRoute, z } from '@hono/zod-openapi';
import { findOwnSubscription } from '#store';
import { requireRole } from '../access/caller.ts';
import { buildDigest } from '../digest/build-digest.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { jsonAnswer, refusals } from '../schema/answers.ts';
import { DigestSchema } from '../schema/digest-schema.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const read = createRoute({
  method: 'get',
  path: '/digests/{date}',
  tags: ['Digests'],
  summary: 'The digest that ends with a calendar day; with a subscription ranked by what matters to its profile',
  request: {
    params: z.object({ date: z.string().max(40).openapi({ example: '2026-11-24' }) }),
    query: z.strictObject({ subscription: z.string().max(200).optional() }),
  },
  responses: { 200: jsonAnswer(DigestSchema, 'The digest, sections in reading order.'), ...refusals },
});

/** A digest for nobody in particular is as open as the changes are; one of a profile never is. */
export function digestsApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  api.openapi(read, async (c) => {
    const { subscription: id } = c.req.valid('query');
    const { date } = c.req.valid('param');
    if (id === undefined) return c.json(await buildDigest(ports, date));
    const { tenantId } = requireRole(c, 'reader');
    const subscription = await findOwnSubscription(ports.store.session, ports.sealer, tenantId, id);
    if (!subscription) return notFound('subscription');
    return c.json(await buildDigest(ports, date, subscription));
  });
  return api;
}
