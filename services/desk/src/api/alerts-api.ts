import { createRoute, z } from '@hono/zod-openapi';
import { signedIn } from '../access/caller.ts';
import type { DeskPorts } from '../ports.ts';
import { loadAlert } from '../review/load-alert.ts';
import { jsonAnswer, refusals } from '../schema/answers.ts';
import { ChangeSchema, ImpactSchema } from '../schema/change-schema.ts';
import { ReviewEntrySchema, ReviewSchema } from '../schema/review-schema.ts';
import { changeLinks } from '../view/change-links.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const AlertSchema = z
  .object({
    alertId: z.string(),
    subscriptionId: z.string(),
    raisedAt: z.string(),
    impact: ImpactSchema,
    change: ChangeSchema,
    links: z.object({ page: z.string(), api: z.string(), official: z.string().optional() }).openapi({
      description: 'Of the change.',
    }),
    review: ReviewSchema.openapi({ description: 'Of this alert by itself.' }),
    entries: z.array(ReviewEntrySchema).openapi({ description: 'What was done with it, the oldest first.' }),
    changeReview: ReviewSchema.openapi({ description: 'Of its change; its end ends what was left open here.' }),
  })
  .openapi('Alert');

const read = createRoute({
  method: 'get',
  path: '/alerts/{id}',
  tags: ['Reviews'],
  summary: 'One alert: a change, what it means for one subscription, and how your team works on it',
  request: { params: z.object({ id: z.string().max(200) }) },
  responses: { 200: jsonAnswer(AlertSchema, 'The alert.'), ...refusals },
});

/** One alert. Acts on it stand in `reviews-api.ts`, beside those on other kinds of items. */
export function alertsApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  api.openapi(read, async (c) => {
    const { alert, change, review, entries, changeReview } = await loadAlert(
      ports,
      signedIn(c),
      c.req.valid('param').id,
    );
    const { alertId, subscriptionId, raisedAt, impact } = alert;
    const links = changeLinks(change, ports.settings.publicUrl);
    return c.json({
      alertId,
      subscriptionId,
      raisedAt,
      impact,
      change,
      links,
      review,
      entries: [...entries],
      changeReview,
    });
  });
  return api;
}
