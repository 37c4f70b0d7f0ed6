import { createRoute, z } from '@hono/zod-openapi';
import { REVIEW_STATES } from '#domain';
import { findDevelopment, REVIEWED_KINDS, type ReviewedKind } from '#store';
import { signedIn } from '../access/caller.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { actOnReview, actOnReviews } from '../review/act-on-review.ts';
import { findReviewSubject } from '../review/find-subject.ts';
import { listReviews, type ReviewsWanted } from '../review/list-reviews.ts';
import { ReviewActSchema } from '../review/review-act.ts';
import { reviewsTable } from '../review/review-tables.ts';
import { jsonAnswer, refusals, textAnswer } from '../schema/answers.ts';
import { ReviewedItemSchema, ReviewSchema } from '../schema/review-schema.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const tags = ['Reviews'];
const params = z.object({ id: z.string().max(200) });
const body = { required: true, content: { 'application/json': { schema: ReviewActSchema } } };
const EVERYTHING = 1_000_000;

const Query = z.strictObject({
  state: z.enum(REVIEW_STATES).default('open'),
  assignee: z.string().max(100).optional().openapi({ description: 'Empty: items of nobody.' }),
  development: z.string().max(200).optional(),
  kind: z.enum(REVIEWED_KINDS).optional().openapi({
    description:
      'Left out: changes, what does not agree, and alerts that somebody took up by themselves; alert: every alert.',
  }),
  subscription: z.string().max(200).optional().openapi({ description: 'Alerts of one subscription.' }),
  limit: z.coerce.number().int().min(1).max(10_000).default(500),
});

const Found = z.object({ reviews: z.array(ReviewedItemSchema), total: z.number().int() }).openapi('ReviewPage');
const Standing = z.object({ review: ReviewSchema }).openapi('ReviewStanding');
const Counted = z.object({ items: z.number().int().openapi({ description: 'How many it was done to.' }) });

const list = createRoute({
  method: 'get',
  path: '/reviews',
  tags,
  summary: 'Changes that alerted your tenant and what does not agree between sources, in one state, the oldest first',
  request: { query: Query },
  responses: { 200: jsonAnswer(Found, 'Items; `total` counts also those beyond the limit.'), ...refusals },
});

const table = createRoute({
  method: 'get',
  path: '/reviews.csv',
  tags,
  summary: 'The same as a table (RFC 4180); no text in it is a formula',
  request: { query: Query.omit({ limit: true }) },
  responses: { 200: textAnswer('text/csv', 'All items in that state.'), ...refusals },
});

/** One item at a time: the kinds differ in their address alone. */
const onOne = (collection: string, summary: string) =>
  createRoute({
    method: 'post',
    path: `/${collection}/{id}/reviews`,
    tags,
    summary,
    request: { params, body },
    responses: { 201: jsonAnswer(Standing, 'Where it stands now.'), ...refusals },
  });

const ON_ONE = [
  ['change', 'changes', 'Assign, acknowledge, mark as not relevant, reopen or comment a change, for your tenant'],
  ['review_item', 'review-items', 'The same for what does not agree between sources'],
  ['alert', 'alerts', 'The same for one alert: what a change means for one subscription'],
] as const satisfies readonly (readonly [kind: ReviewedKind, collection: string, summary: string])[];

const onDevelopment = createRoute({
  method: 'post',
  path: '/developments/{id}/reviews',
  tags,
  summary: 'The same for every open item of one development at once',
  request: { params, body },
  responses: { 201: jsonAnswer(Counted, 'Done.'), ...refusals },
});

/** Working through what was found. Each act is one line of the audit trail, and where an item stands follows from those. */
export function reviewsApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  const { session } = ports.store;
  api.openapi(list, async (c) => {
    const { limit, ...query } = c.req.valid('query');
    const found = await listReviews(session, signedIn(c).tenantId, wantedOf(query), limit, ports.now());
    return c.json({ reviews: [...found.items], total: found.total });
  });
  api.openapi(table, async (c) => {
    const wanted = wantedOf(c.req.valid('query'));
    const { items } = await listReviews(session, signedIn(c).tenantId, wanted, EVERYTHING, ports.now());
    return c.body(reviewsTable(items), 200, csvHeaders('redline-reviews.csv'));
  });
  for (const [kind, collection, summary] of ON_ONE) {
    api.openapi(onOne(collection, summary), async (c) => {
      const caller = signedIn(c);
      const found = await findReviewSubject(session, caller.tenantId, kind, c.req.valid('param').id);
      const subject = found ?? notFound(kind.replace('_', ' '));
      return c.json({ review: await actOnReview(ports, caller, subject, c.req.valid('json')) }, 201);
    });
  }
  api.openapi(onDevelopment, async (c) => {
    const development = (await findDevelopment(session, c.req.valid('param').id)) ?? notFound('development');
    const caller = signedIn(c);
    const wanted = { state: 'open', developmentId: development.developmentId } as const;
    const { items } = await listReviews(session, caller.tenantId, wanted, EVERYTHING, ports.now());
    return c.json({ items: await actOnReviews(ports, caller, items, c.req.valid('json')) }, 201);
  });
  return api;
}

function wantedOf({ development, subscription, ...wanted }: Omit<z.output<typeof Query>, 'limit'>): ReviewsWanted {
  return { ...wanted, developmentId: development, subscriptionId: subscription };
}

/** Headers of a table that a browser saves as a file. */
export function csvHeaders(name: string): Record<string, string> {
  return {
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': `attachment; filename="${name}"`,
  };
}
