import { createRoute, z } from '@hono/zod-openapi';
import { attest, attestationFile } from '../attestation/attest.ts';
import { PeriodSchema, periodOf } from '../attestation/period.ts';
import type { DeskPorts } from '../ports.ts';
import { jsonAnswer, refusals } from '../schema/answers.ts';
import { AttestationSchema } from '../schema/attestation-schema.ts';
import { createApiRouter, type DeskApi } from './desk-api.ts';

const tags = ['Attestations'];

const make = createRoute({
  method: 'get',
  path: '/attestations',
  tags,
  summary: 'A signed statement that sources did or did not change in a period, with every check, gap and hash',
  request: {
    query: PeriodSchema.extend({
      source: z.string().max(200).optional().openapi({ description: 'Left out: all sources.' }),
    }),
  },
  responses: {
    200: jsonAnswer(AttestationSchema, 'Keep the bytes as they are: the signature binds each of them.'),
    ...refusals,
  },
});

const key = createRoute({
  method: 'get',
  path: '/attestation-key',
  tags,
  summary: 'The public key that checks the statements of this Redline',
  responses: {
    200: jsonAnswer(
      z
        .object({
          algorithm: z.literal('ed25519'),
          publicKey: z.string().openapi({ description: '32 bytes, hexadecimal.' }),
          pem: z.string(),
        })
        .openapi('AttestationKey'),
      'The key.',
    ),
    ...refusals,
  },
});

export function attestationsApi(ports: DeskPorts): DeskApi {
  const api = createApiRouter();
  api.openapi(make, async (c) => {
    const { source, ...named } = c.req.valid('query');
    const attestation = await attest(ports, periodOf(named, ports.now()), source);
    return c.body(attestationFile(attestation), 200, { 'content-type': 'application/json' });
  });
  api.openapi(key, (c) => {
    const { publicKey, publicPem } = ports.signingKey();
    return c.json({ algorithm: 'ed25519' as const, publicKey, pem: publicPem });
  });
  return api;
}
