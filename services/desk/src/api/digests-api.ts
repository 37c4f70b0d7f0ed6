import { createRoute, z } from '@hono/zod-openapi';
import { BANDS } from '#domain';
import { findOwnSubscription } from '#store';
import { requireRole } from '../access/caller.ts';
import { buildDigest } from '../digest/build-digest.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { jsonAnswer, refusals } from '../schema/answers.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const Line = z.looseObject({ changeId: z.string(), sentence: z.string() });
const Lines = z.array(Line);
const Deadlines = z.array(
  z.looseObject({ kind: z.string(), on: z.string(), about: z.string(), daysLeft: z.number(), mark: z.string() }),
);
const Freshness = z.object({
  sourceId: z.string(),
  title: z.string(),
  lastSuccessAt: z.string().optional(),
  fresh: z.boolean(),
  problem: z.string().optional(),
  checks: z.object({ succeeded: z.number(), failed: z.number() }).optional(),
});

const DigestSchema = z
  .object({
    header: z.object({
      period: z.object({ from: z.string(), to: z.string(), timeZone: z.string() }),
      profileName: z.string().optional(),
      counts: z.record(z.enum(BANDS), z.number()),
      sources: z.array(Freshness),
      gaps: z.array(Freshness),
      told: z.number(),
      isEmpty: z.boolean(),
    }),
    actNow: z.array(Line.extend({ band: z.enum(BANDS), score: z.number(), decision: z.string() })),
    deadlines: z.object({ within30: Deadlines, within90: Deadlines }),
    listChanges: Lines,
    itemChanges: Lines,
    pipeline: z.array(z.object({ thread: z.string(), steps: Lines })),
    sideBySide: z.array(
      z.looseObject({
        topic: z.string(),
        us: Lines,
        jp: Lines,
        usStatus: z.string(),
        jpStatus: z.string(),
        gap: z.string(),
      }),
    ),
    guidance: Lines,
    corrections: z.array(Line.extend({ fact: z.string(), said: z.string(), is: z.string() })),
    notAlerted: z.array(z.looseObject({ type: z.string(), because: z.string(), count: z.number() })),
    ledger: z.array(z.looseObject({ url: z.string(), sha256: z.string(), retrievedAt: z.string() })),
    disclaimers: z.array(z.string()),
  })
  .openapi('Digest');

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
