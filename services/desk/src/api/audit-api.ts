import { createRoute, z } from '@hono/zod-openapi';
import { type AuditEntry, listTrail, readTrail, type TrailHead, type TrailVerdict, verifyTrail } from '#store';
import { signedIn } from '../access/caller.ts';
import type { DeskPorts } from '../ports.ts';
import { trailTable } from '../review/review-tables.ts';
import { jsonAnswer, refusals, textAnswer } from '../schema/answers.ts';
import { AuditEntrySchema, TrailVerdictSchema } from '../schema/review-schema.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';
import { csvHeaders } from './reviews-api.ts';

const tags = ['Audit'];

const Query = z.strictObject({
  after: z.coerce.number().int().min(0).default(0).openapi({ description: 'The `next` of the last answer.' }),
  limit: z.coerce.number().int().min(1).max(10_000).default(500),
});

const Page = z
  .object({
    entries: z.array(AuditEntrySchema),
    next: z.number().int().openapi({ description: 'Send as `after` to go on.' }),
    more: z.boolean(),
  })
  .openapi('AuditPage');

const list = createRoute({
  method: 'get',
  path: '/audit',
  tags,
  summary: 'The audit trail of your tenant: who did what, when, from which state; oldest first',
  request: { query: Query },
  responses: { 200: jsonAnswer(Page, 'Entries.'), ...refusals },
});

const table = createRoute({
  method: 'get',
  path: '/audit.csv',
  tags,
  summary: 'The whole trail as a table (RFC 4180); no text in it is a formula',
  responses: { 200: textAnswer('text/csv', 'All entries.'), ...refusals },
});

const verification = createRoute({
  method: 'get',
  path: '/audit/verification',
  tags,
  summary: 'Follow the hashes of the trail from its first entry: whether any was altered, removed or slipped in',
  request: {
    query: z.strictObject({
      expect: z
        .string()
        .regex(/^\d{1,15}:[0-9a-f]{64}$/, 'must be <sequence>:<hash> of a head noted earlier')
        .optional()
        .openapi({ description: 'A head noted earlier, as `<sequence>:<hash>`: it must be there still.' }),
    }),
  },
  responses: { 200: jsonAnswer(TrailVerdictSchema, 'The verdict.'), ...refusals },
});

export function auditApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  const { session } = ports.store;
  api.openapi(list, async (c) => {
    const { after, limit } = c.req.valid('query');
    const found = await listTrail(session, signedIn(c).tenantId, { afterSequence: after }, limit + 1);
    const entries = found.slice(0, limit).map((entry) => ({ ...entry, detail: { ...entry.detail } }));
    return c.json({ entries, next: entries.at(-1)?.sequence ?? after, more: found.length > limit });
  });
  api.openapi(table, async (c) => {
    const entries: AuditEntry[] = [];
    for await (const entry of readTrail(session, signedIn(c).tenantId)) entries.push(entry);
    return c.body(trailTable(entries), 200, csvHeaders('redline-audit.csv'));
  });
  api.openapi(verification, async (c) => {
    const { expect } = c.req.valid('query');
    const expected = expect === undefined ? undefined : headOf(expect);
    return c.json(verdictAnswer(await verifyTrail(session, signedIn(c).tenantId, expected)));
  });
  return api;
}

/** `<sequence>:<hash>`, as a verdict names the end of a trail. */
export function headOf(text: string): TrailHead {
  const [sequence, hash = ''] = text.split(':');
  return { sequence: Number(sequence), hash };
}

function verdictAnswer(verdict: TrailVerdict) {
  const { entries } = verdict;
  if (verdict.kind === 'intact') return { intact: true, entries, head: verdict.head, brokenAt: null, because: null };
  return { intact: false, entries, head: null, brokenAt: verdict.sequence, because: verdict.because };
}
