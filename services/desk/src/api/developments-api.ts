import { createRoute, z } from '@hono/zod-openapi';
import { type Development, listDevelopments, listReviewItems, type Obligation, type ReviewItem } from '#store';
import { ageInDays, loadDevelopment } from '../development/load-development.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound, refuse } from '../problem/problem.ts';
import { jsonAnswer, refusals } from '../schema/answers.ts';
import { DevelopmentDetailSchema, DevelopmentSchema, ReviewItemSchema } from '../schema/development-schema.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const Query = z.strictObject({
  open: z
    .enum(['true', 'false'])
    .optional()
    .openapi({ description: 'true: only those of which something announced is not shown yet.' }),
  instrument: z.string().max(200).optional(),
  before: z.string().max(200).optional().openapi({ description: '`next` of an earlier answer.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

const Page = z
  .object({ developments: z.array(DevelopmentSchema), next: z.string().nullable() })
  .openapi('DevelopmentPage');

const list = createRoute({
  method: 'get',
  path: '/developments',
  tags: ['Developments'],
  summary: 'Legal acts over all sources, the one with the newest change first',
  request: { query: Query },
  responses: { 200: jsonAnswer(Page, 'Developments.'), ...refusals },
});

const detail = createRoute({
  method: 'get',
  path: '/developments/{id}',
  tags: ['Developments'],
  summary: 'One development: its changes, what joined them, what is owed; former ids lead to it, too',
  request: { params: z.object({ id: z.string().max(200) }) },
  responses: { 200: jsonAnswer(DevelopmentDetailSchema, 'The development.'), ...refusals },
});

const items = createRoute({
  method: 'get',
  path: '/review-items',
  tags: ['Developments'],
  summary: 'What does not agree between sources and waits for a person, the oldest first',
  request: { query: z.strictObject({ state: z.enum(['open', 'closed']).default('open') }) },
  responses: { 200: jsonAnswer(z.object({ reviewItems: z.array(ReviewItemSchema) }), 'Review items.'), ...refusals },
});

/** Developments and what does not agree in them: publisher data, the same for all tenants. */
export function developmentsApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  const { session } = ports.store;
  api.openapi(list, async (c) => {
    const { open, instrument, before, limit } = c.req.valid('query');
    const wanted = {
      ...(open === 'true' ? { open: true } : {}),
      ...(instrument === undefined ? {} : { instrumentId: instrument }),
      ...(before === undefined ? {} : { before: placeOf(before) ?? refusePlace() }),
    };
    const found = await listDevelopments(session, wanted, limit + 1);
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const next = last && found.length > limit ? placeName(last) : null;
    return c.json({ developments: page.map(developmentAnswer), next });
  });
  api.openapi(detail, async (c) => {
    const loaded = (await loadDevelopment(session, c.req.valid('param').id)) ?? notFound('development');
    const now = ports.now();
    const path = encodeURIComponent(loaded.development.developmentId);
    const { publicUrl } = ports.settings;
    return c.json({
      development: developmentAnswer(loaded.development),
      changes: [...loaded.changes].map((one) => ({ ...one, differs: [...one.differs] })),
      joins: loaded.joins.map((join) => ({ ...join, changeIds: [...join.changeIds] })),
      lineage: [...loaded.lineage],
      obligations: loaded.obligations.map((one) => obligationAnswer(one, now)),
      reviewItems: loaded.reviewItems.map((one) => itemAnswer(one, now)),
      links: { page: `${publicUrl}/developments/${path}`, api: `${publicUrl}/api/v1/developments/${path}` },
    });
  });
  api.openapi(items, async (c) => {
    const found = await listReviewItems(session, { state: c.req.valid('query').state });
    return c.json({ reviewItems: found.map((one) => itemAnswer(one, ports.now())) });
  });
  return api;
}

function developmentAnswer({ anchor: _anchor, instruments, ...development }: Development) {
  return { ...development, instruments: [...instruments] };
}

function obligationAnswer({ developmentId: _developmentId, proof, expected, ...one }: Obligation, now: Date) {
  return { ...one, expected: { ...expected }, proof: [...proof], ageInDays: ageInDays(one, now) };
}

function itemAnswer(item: ReviewItem, now: Date) {
  return { ...item, ageInDays: ageInDays(item, now) };
}

/** A place in the list: the instant of the newest change, and the id among those of one instant. */
export function placeName({
  lastChangeAt,
  developmentId,
}: Pick<Development, 'lastChangeAt' | 'developmentId'>): string {
  return `${lastChangeAt}_${developmentId}`;
}

/** @returns undefined for text that is no place. */
export function placeOf(name: string): Pick<Development, 'lastChangeAt' | 'developmentId'> | undefined {
  const [, lastChangeAt, developmentId] = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)_([0-9a-f]{64})$/.exec(name) ?? [];
  return lastChangeAt && developmentId ? { lastChangeAt, developmentId } : undefined;
}

function refusePlace(): never {
  return refuse({
    status: 422,
    code: 'invalid_cursor',
    title: 'This cursor is not one of ours',
    detail: 'before: send the value of "next" from an earlier answer unchanged, or leave it out.',
    errors: [{ field: 'before', message: 'is not a cursor of this list' }],
  });
}
