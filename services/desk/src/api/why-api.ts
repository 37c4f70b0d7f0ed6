import { createRoute, z } from '@hono/zod-openapi';
import { findChange, findOwnSubscription } from '#store';
import { signedIn } from '../access/caller.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { jsonAnswer, refusals } from '../schema/answers.ts';
import { ImpactSchema } from '../schema/change-schema.ts';
import { explainSubscription } from '../subscription/explain-change.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const Step = z.object({
  step: z.enum(['change', 'subscription', 'profile', 'threshold', 'cadence', 'quiet hours', 'alert', 'delivery']),
  passed: z.boolean().openapi({ description: 'False: here it ended.' }),
  because: z.string(),
});

const WhySchema = z
  .object({
    changeId: z.string(),
    subscriptionId: z.string(),
    steps: z.array(Step),
    facets: z.array(z.object({ name: z.string(), touched: z.boolean(), because: z.string() })),
    impact: ImpactSchema.optional().openapi({ description: 'Where the change matters to the profile.' }),
  })
  .openapi('Why');

const why = createRoute({
  method: 'get',
  path: '/changes/{id}/why',
  tags: ['Changes'],
  summary: 'Why a subscription was, or was not, told of a change: every step and every part of its profile, in words',
  request: {
    params: z.object({ id: z.string().max(200) }),
    query: z.strictObject({ subscription: z.string().min(1).max(200) }),
  },
  responses: { 200: jsonAnswer(WhySchema, 'The steps from the change to the message.'), ...refusals },
});

export function whyApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  api.openapi(why, async (c) => {
    const { tenantId } = signedIn(c);
    const { session } = ports.store;
    const { change } = (await findChange(session, c.req.valid('param').id)) ?? notFound('change');
    const wanted = c.req.valid('query').subscription;
    const subscription =
      (await findOwnSubscription(session, ports.sealer, tenantId, wanted)) ?? notFound('subscription');
    const { outcome, steps, facets } = await explainSubscription(session, change, subscription);
    return c.json({
      changeId: change.changeId,
      subscriptionId: subscription.subscriptionId,
      steps: [...steps],
      facets: [...facets],
      ...(outcome.kind === 'matched' ? { impact: outcome.impact } : {}),
    });
  });
  return api;
}
