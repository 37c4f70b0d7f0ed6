import { createRoute, z } from '@hono/zod-openapi';
import { type ApiKey, listApiKeys, SCOPES } from '#store';
import { actorOf, type SignedIn, signedIn } from '../access/caller.ts';
import { createKey, NewKeySchema } from '../access/create-key.ts';
import { revokeKey } from '../access/revoke-key.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { jsonAnswer, refusals } from '../schema/answers.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const tags = ['Keys'];

const KeySchema = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(SCOPES)),
    createdAt: z.string(),
    lastUsedAt: z.string().nullable().openapi({ description: 'To the minute.' }),
    revokedAt: z.string().nullable(),
  })
  .openapi('Key');

const CreatedKeySchema = KeySchema.extend({
  key: z.string().openapi({ description: 'The key itself. Shown once: keep it now.' }),
}).openapi('CreatedKey');

const list = createRoute({
  method: 'get',
  path: '/keys',
  tags,
  summary: 'All keys, revoked ones too, oldest first',
  responses: { 200: jsonAnswer(z.object({ keys: z.array(KeySchema) }), 'Keys.'), ...refusals },
});

const create = createRoute({
  method: 'post',
  path: '/keys',
  tags,
  summary: 'Make a key with the scopes named; the answer holds it, once',
  request: { body: { required: true, content: { 'application/json': { schema: NewKeySchema } } } },
  responses: { 201: jsonAnswer(CreatedKeySchema, 'The new key.'), ...refusals },
});

const revoke = createRoute({
  method: 'delete',
  path: '/keys/{id}',
  tags,
  summary: 'Revoke a key at once, with every session that was opened with it',
  request: { params: z.object({ id: z.string().max(200) }) },
  responses: { 204: { description: 'It opens nothing any more.' }, ...refusals },
});

export function keysApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  api.openapi(list, async (c) => {
    const keys = await listApiKeys(ports.store.session, signedIn(c).tenantId);
    return c.json({ keys: keys.map(keyView) });
  });
  api.openapi(create, async (c) => {
    const { key, token } = await createKey(ports, actorOf(signedIn(c)), c.req.valid('json'));
    return c.json({ ...keyView(key), key: token }, 201);
  });
  api.openapi(revoke, async (c) => {
    await revokeOrRefuse(ports, signedIn(c), c.req.valid('param').id);
    return c.body(null, 204);
  });
  return api;
}

/** @throws RefusedRequestError (404) when the tenant has no such key. */
export async function revokeOrRefuse(ports: DeskPorts, caller: SignedIn, keyId: string): Promise<void> {
  if (!(await revokeKey(ports, actorOf(caller), keyId))) notFound('key');
}

function keyView({ keyId, tenantId: _tenantId, ...rest }: ApiKey) {
  return { id: keyId, ...rest };
}
