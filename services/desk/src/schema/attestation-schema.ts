import { z } from '@hono/zod-openapi';

const instant = z.string();
const Gap = z.object({ from: instant, to: instant, seconds: z.number() });
const Capture = z.object({ url: z.string(), sha256: z.string(), retrievedAt: instant });

const Served = z.object({
  digest: z
    .string()
    .openapi({ description: 'sha256 over all addresses with their hashes; equal where no byte differs.' }),
  addresses: z.number().int(),
  captures: z.array(Capture).openapi({ description: 'The newest hundred.' }),
});

const Statement = z
  .object({
    source: z.object({ id: z.string(), title: z.string(), url: z.string(), freshnessHours: z.number() }),
    verdict: z.enum(['changed', 'not_changed', 'not_established']),
    because: z
      .array(z.string())
      .openapi({ description: 'What stood in the way of noticing a change; empty: nothing.' }),
    checks: z.object({
      count: z.number().int().openapi({ description: 'Polls of which every request brought a usable answer.' }),
      requests: z.number().int(),
      first: instant.nullable(),
      last: instant.nullable(),
      longest: Gap.openapi({ description: 'The longest time between two of them.' }),
    }),
    gaps: z.array(Gap).openapi({ description: 'Every time longer than `freshnessHours` without a successful check.' }),
    failures: z.object({
      count: z.number().int(),
      runs: z.array(z.object({ from: instant, to: instant, count: z.number().int(), because: z.string() })),
    }),
    heldReadings: z.array(
      z.object({
        readingId: z.string(),
        sha256: z.string(),
        status: z.enum(['held', 'superseded']),
        reason: z.string(),
        readAt: instant,
      }),
    ),
    problems: z.array(
      z.object({ problem: z.string(), openedAt: instant, closedAt: instant.nullable(), because: z.string() }),
    ),
    unreadCaptures: z.number().int(),
    atStart: Served,
    atEnd: Served,
    captures: z.array(Capture),
    changes: z.array(
      z.object({
        changeId: z.string(),
        type: z.string(),
        subject: z.string(),
        detectedAt: instant,
        baseline: z.boolean(),
      }),
    ),
  })
  .openapi('SourceStatement');

/** A signed statement; the bytes of the answer are the file to keep. */
export const AttestationSchema = z
  .object({
    format: z.literal('redline-attestation/1'),
    limits: z.array(z.string()).openapi({ description: 'What is said, and what is not.' }),
    issuer: z.string(),
    issuedAt: instant,
    key: z.object({ algorithm: z.literal('ed25519'), publicKey: z.string() }),
    period: z.object({ from: instant, to: instant }),
    sources: z.array(Statement),
    signature: z.string().openapi({ description: 'Over the canonical JSON (RFC 8785) of all the rest; hexadecimal.' }),
  })
  .openapi('Attestation');
