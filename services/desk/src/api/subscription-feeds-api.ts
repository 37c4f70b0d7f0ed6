import { createRoute, z } from '@hono/zod-openapi';
import { findOwnSubscription } from '#store';
import { actorOf, type SignedIn, signedIn } from '../access/caller.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { jsonAnswer, refusals } from '../schema/answers.ts';
import { newFeedLinks, revokeFeedLinks } from '../subscription/feed-links.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const tags = ['Feeds'];
const params = z.object({ id: z.string().max(200) });

const FeedLinksSchema = z.object({ atom: z.url(), json: z.url(), calendar: z.url() }).openapi('FeedLinks', {
  description: 'Shown once. Whoever knows an address reads along; a new one ends the old one.',
});

const renew = createRoute({
  method: 'post',
  path: '/subscriptions/{id}/feeds',
  tags,
  summary:
    'Make secret addresses for the feeds and the calendar of a subscription; earlier ones lead nowhere from now on',
  request: { params },
  responses: { 201: jsonAnswer(FeedLinksSchema, 'Atom, JSON Feed 1.1 and iCalendar.'), ...refusals },
});

const revoke = createRoute({
  method: 'delete',
  path: '/subscriptions/{id}/feeds',
  tags,
  summary: 'End the addresses of a subscription',
  request: { params },
  responses: { 204: { description: 'They lead nowhere any more.' }, ...refusals },
});

export function subscriptionFeedsApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  const { session } = ports.store;
  const find = async ({ tenantId }: SignedIn, id: string) =>
    (await findOwnSubscription(session, ports.sealer, tenantId, id)) ?? notFound('subscription');
  api.openapi(renew, async (c) => {
    const caller = signedIn(c);
    const subscription = await find(caller, c.req.valid('param').id);
    return c.json(await newFeedLinks(ports, actorOf(caller), subscription), 201);
  });
  api.openapi(revoke, async (c) => {
    const caller = signedIn(c);
    const { subscriptionId } = await find(caller, c.req.valid('param').id);
    await revokeFeedLinks(ports, actorOf(caller), subscriptionId);
    return c.body(null, 204);
  });
  return api;
}
