import { createRoute, z } from '@hono/zod-openapi';
import { BANDS } from '#domain';
import type { DeskPorts } from '../ports.ts';
import { jsonAnswer, refusals } from '../schema/answers.ts';
import { ChangeSchema, ImpactSchema } from '../schema/change-schema.ts';
import { WatchfulProfile } from '../schema/subscription-schema.ts';
import { previewProfile } from '../subscription/preview-profile.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const Window = z.object({
  days: z.number().int(),
  detected: z.number().int(),
  matched: z.number().int(),
  toldPerWeek: z.number().openapi({ description: 'Alerts a week at or above the threshold of the profile.' }),
  matchedPerWeek: z.number().openapi({ description: 'Alerts a week with those that stand in the digest only.' }),
  byBand: z.record(z.enum(BANDS), z.number().int()),
});

const PreviewSchema = z
  .object({
    windows: z.array(Window),
    matches: z.array(z.object({ change: ChangeSchema, impact: ImpactSchema })),
    truncated: z.boolean(),
  })
  .openapi('Preview');

const preview = createRoute({
  method: 'post',
  path: '/subscriptions/preview',
  tags: ['Subscriptions'],
  summary: 'What a profile would have been told in the last 30, 90 and 365 days; saves nothing',
  request: {
    body: {
      required: true,
      content: { 'application/json': { schema: z.strictObject({ profile: WatchfulProfile }) } },
    },
  },
  responses: { 200: jsonAnswer(PreviewSchema, 'Counts and the changes with their impact.'), ...refusals },
});

export function previewApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  api.openapi(preview, async (c) => {
    return c.json(await previewProfile(ports.store.session, c.req.valid('json').profile, ports.now()));
  });
  return api;
}
