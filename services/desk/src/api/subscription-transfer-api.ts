import { createRoute, z } from '@hono/zod-openapi';
import { listDigestCursors, listSubscriptions } from '#store';
import { actorOf, signedIn } from '../access/caller.ts';
import type { DeskPorts } from '../ports.ts';
import { jsonAnswer, refusals, textAnswer } from '../schema/answers.ts';
import { importSubscriptions } from '../subscription/import-subscriptions.ts';
import { readSubscriptionFile, writeSubscriptionFile } from '../subscription/subscription-file.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const YAML = 'application/yaml';

const exportRoute = createRoute({
  method: 'get',
  path: '/subscriptions/export',
  tags: ['Subscriptions'],
  summary: 'All subscriptions as a YAML file; with secrets=true also the signing secrets (a complete backup)',
  request: { query: z.strictObject({ secrets: z.enum(['true', 'false']).default('false') }) },
  responses: { 200: textAnswer(YAML, 'The file. Importing it restores what was exported.'), ...refusals },
});

const Imported = z.object({
  imported: z.array(
    z.object({
      id: z.string(),
      outcome: z.enum(['created', 'updated']),
      secret: z.string().optional().openapi({ description: 'Made because the file held none. Shown once.' }),
    }),
  ),
});

const importRoute = createRoute({
  method: 'post',
  path: '/subscriptions/import',
  tags: ['Subscriptions'],
  summary: 'Takes over an exported file, all of it or nothing; a known id is replaced',
  request: { body: { required: true, content: { [YAML]: { schema: z.string() } } } },
  responses: { 200: jsonAnswer(Imported, 'What became of each entry.'), ...refusals },
});

/** Subscriptions as code: export, wipe, import gives the same again. */
export function subscriptionTransferApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  api.openapi(exportRoute, async (c) => {
    const { tenantId } = signedIn(c);
    const all = await listSubscriptions(ports.store.session, ports.sealer, tenantId);
    const places = await listDigestCursors(ports.store.session, tenantId);
    const file = writeSubscriptionFile(all, c.req.valid('query').secrets === 'true', places);
    return c.body(file, 200, { 'content-type': `${YAML}; charset=utf-8` });
  });
  api.openapi(importRoute, async (c) => {
    const by = actorOf(signedIn(c));
    const imported = await importSubscriptions(ports, by, readSubscriptionFile(await c.req.text()));
    return c.json({ imported });
  });
  return api;
}
