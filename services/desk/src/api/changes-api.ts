import { createRoute, z } from '@hono/zod-openapi';
import { CHANGE_TYPES, MAX_QUERY_CHARS, parseSearch } from '#domain';
import { type ChangeFilter, findChange, listChanges, listOwnAlertsOfChange } from '#store';
import { hasRole } from '../access/caller.ts';
import { type PlaceOfChange, placeOfChange } from '../development/place-of-change.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound, refuse } from '../problem/problem.ts';
import { jsonAnswer, refusals } from '../schema/answers.ts';
import { ChangeSchema, ImpactSchema } from '../schema/change-schema.ts';
import { changeLinks } from '../view/change-links.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const Query = z.strictObject({
  after: z
    .string()
    .max(64)
    .optional()
    .openapi({ description: 'Cursor of an earlier answer; left out: from the start.' }),
  type: z.enum(CHANGE_TYPES).optional(),
  source: z.string().max(200).optional(),
  instrument: z.string().max(200).optional(),
  text: z.string().max(MAX_QUERY_CHARS).optional().openapi({
    description: 'Words that must all stand in a change, understood as a search understands them.',
  }),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});

const Page = z
  .object({
    changes: z.array(ChangeSchema),
    next: z.string().openapi({ description: 'Send as `after` to go on; valid also when nothing more is there yet.' }),
    more: z.boolean().openapi({ description: 'True when further changes exist already.' }),
  })
  .openapi('ChangePage');

const AlertOfChange = z.object({
  alertId: z.string(),
  subscriptionId: z.string(),
  impact: ImpactSchema,
  raisedAt: z.string(),
});

const PlaceSchema = z.object({
  developmentId: z.string(),
  title: z.string(),
  confirmsChangeId: z.string().nullable().openapi({ description: 'The earlier change of another source it repeats.' }),
  confirmedBy: z.array(z.string()).openapi({ description: 'Later changes of other sources that repeat this one.' }),
  untold: z
    .array(z.object({ subscriptionId: z.string(), because: z.string() }))
    .optional()
    .openapi({ description: 'Own subscriptions that were told before. Only with a key or session.' }),
});

const Detail = z
  .object({
    change: ChangeSchema,
    links: z.object({ page: z.string(), api: z.string(), official: z.string().optional() }),
    alerts: z.array(AlertOfChange).optional().openapi({ description: 'Only with a key or session.' }),
    development: PlaceSchema.optional().openapi({ description: 'The legal act it belongs to.' }),
  })
  .openapi('ChangeDetail');

const list = createRoute({
  method: 'get',
  path: '/changes',
  tags: ['Changes'],
  summary: 'Changes in order of detection, from a cursor on',
  request: { query: Query },
  responses: { 200: jsonAnswer(Page, 'Changes, oldest first.'), ...refusals },
});

const detail = createRoute({
  method: 'get',
  path: '/changes/{id}',
  tags: ['Changes'],
  summary: 'One change with its evidence, links and (with a key) the alerts it raised',
  request: { params: z.object({ id: z.string().max(200) }) },
  responses: { 200: jsonAnswer(Detail, 'The change.'), ...refusals },
});

/** `GET /changes` is the polling feed: it never loses a place and never repeats one. */
export function changesApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  api.openapi(list, async (c) => {
    const query = c.req.valid('query');
    const after = query.after === undefined ? 0 : (decodeCursor(query.after) ?? refuseCursor());
    const filter: ChangeFilter = {
      afterPosition: after,
      ...(query.type === undefined ? {} : { type: query.type }),
      ...(query.source === undefined ? {} : { sourceId: query.source }),
      ...(query.instrument === undefined ? {} : { instrumentId: query.instrument }),
      ...(query.text?.trim() ? { holding: parseSearch(query.text) } : {}),
    };
    const found = await listChanges(ports.store.session, filter, query.limit + 1);
    const page = found.slice(0, query.limit);
    return c.json({
      changes: page.map((stored) => stored.change),
      next: encodeCursor(page.at(-1)?.position ?? after),
      more: found.length > page.length,
    });
  });
  api.openapi(detail, async (c) => {
    const caller = c.get('caller');
    const { session } = ports.store;
    const { change } = (await findChange(session, c.req.valid('param').id)) ?? notFound('change');
    const alerts = hasRole(caller, 'reader')
      ? await listOwnAlertsOfChange(session, caller.tenantId, change.changeId)
      : undefined;
    const place = await placeOfChange(ports, caller, change.changeId);
    return c.json({
      change,
      ...(place ? { development: placeAnswer(place, hasRole(caller, 'reader')) } : {}),
      links: changeLinks(change, ports.settings.publicUrl),
      ...(alerts === undefined ? {} : { alerts: alerts.map(({ changeId: _changeId, ...alert }) => alert) }),
    });
  });
  return api;
}

function placeAnswer({ development, confirmsChangeId, confirmedBy, untold }: PlaceOfChange, withUntold: boolean) {
  const { developmentId, title } = development;
  const echoes = confirmedBy.map((one) => one.changeId);
  return {
    developmentId,
    title,
    confirmsChangeId,
    confirmedBy: echoes,
    ...(withUntold ? { untold: untold.map(({ subscriptionId, because }) => ({ subscriptionId, because })) } : {}),
  };
}

function refuseCursor(): never {
  return refuse({
    status: 422,
    code: 'invalid_cursor',
    title: 'This cursor is not one of ours',
    detail:
      'after: send the value of "next" from an earlier answer unchanged, or leave it out to start at the beginning.',
    errors: [{ field: 'after', message: 'is not a cursor of this API' }],
  });
}
