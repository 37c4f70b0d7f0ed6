import { createRoute, z } from '@hono/zod-openapi';
import { isSearchComplete, SEARCH_KINDS, SEARCH_RANKS } from '#store';
import type { DeskPorts } from '../ports.ts';
import { refuse } from '../problem/problem.ts';
import { jsonAnswer, refusals } from '../schema/answers.ts';
import { type FoundThing, findAnything } from '../search/find-anything.ts';
import { decodeSearchCursor, encodeSearchCursor } from '../search/search-cursor.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const Query = z.strictObject({
  q: z.string().default('').openapi({
    description:
      'Words that must all be there, "phrases" word for word, -words that must not. Any text is a query; the first 300 characters count.',
  }),
  kind: z.enum(SEARCH_KINDS).optional(),
  instrument: z.string().max(200).optional(),
  source: z.string().max(200).optional(),
  after: z.string().max(64).optional().openapi({ description: '`next` of an earlier answer to the same question.' }),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

const Passage = z
  .array(z.object({ text: z.string(), found: z.boolean() }))
  .openapi({ description: 'Text in parts; `found` marks what was looked for. Plain text, not HTML.' });

const HitSchema = z
  .object({
    kind: z.enum(SEARCH_KINDS),
    id: z.string(),
    rank: z.enum(SEARCH_RANKS).openapi({
      description:
        'code: the query is a code or number of it; label: all words stand in label or title; text: elsewhere.',
    }),
    label: z.string(),
    title: Passage,
    passage: Passage,
    sources: z.array(z.string()),
    instruments: z.array(z.string()),
    at: z.string(),
    links: z.object({ page: z.string().optional(), api: z.string().optional(), official: z.string().optional() }),
  })
  .openapi('SearchHit');

const Page = z
  .object({
    hits: z.array(HitSchema),
    next: z.string().nullable(),
    complete: z.boolean().openapi({ description: 'False while older entries of the store are still being indexed.' }),
  })
  .openapi('SearchPage');

const find = createRoute({
  method: 'get',
  path: '/search',
  tags: ['Search'],
  summary: 'Changes, developments and provisions by their words, the best first and the newest first among equals',
  request: { query: Query },
  responses: { 200: jsonAnswer(Page, 'Hits.'), ...refusals },
});

/** Search over what publishers printed: the same for all tenants. */
export function searchApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  const { session } = ports.store;
  api.openapi(find, async (c) => {
    const { q, kind, instrument, source, after, limit } = c.req.valid('query');
    const filter = {
      ...(kind === undefined ? {} : { kind }),
      ...(instrument === undefined ? {} : { instrumentId: instrument }),
      ...(source === undefined ? {} : { sourceId: source }),
      ...(after === undefined ? {} : { after: decodeSearchCursor(after) ?? refuseCursor() }),
    };
    const { things, next } = await findAnything({ session, sources: ports.sources }, q, filter, limit);
    const complete = await isSearchComplete(session);
    const hits = things.map((thing) => hitAnswer(thing, ports.settings.publicUrl));
    return c.json({ hits, next: next ? encodeSearchCursor(next) : null, complete });
  });
  return api;
}

function hitAnswer({ hit, title, passage, path, official }: FoundThing, publicUrl: string) {
  return {
    kind: hit.kind,
    id: hit.subjectId,
    rank: hit.rank,
    label: hit.label,
    title: [...title],
    passage: [...passage],
    sources: [...hit.sourceIds],
    instruments: [...hit.instrumentIds],
    at: hit.at,
    links: {
      ...(path === undefined ? {} : { page: `${publicUrl}${path}`, api: `${publicUrl}/api/v1${path}` }),
      ...(official === undefined ? {} : { official }),
    },
  };
}

function refuseCursor(): never {
  return refuse({
    status: 422,
    code: 'invalid_cursor',
    title: 'This cursor is not one of ours',
    detail: 'after: send the value of "next" from an earlier answer unchanged, or leave it out.',
    errors: [{ field: 'after', message: 'is not a cursor of this search' }],
  });
}
