import { z } from '@hono/zod-openapi';
import { BANDS } from '#domain';

const Line = z.looseObject({ changeId: z.string(), sentence: z.string() });
const Lines = z.array(Line);
const Deadlines = z.array(
  z.looseObject({ kind: z.string(), on: z.string(), about: z.string(), daysLeft: z.number(), mark: z.string() }),
);
const Freshness = z.object({
  sourceId: z.string(),
  title: z.string(),
  lastSuccessAt: z.string().optional(),
  fresh: z.boolean(),
  problem: z.string().optional(),
  checks: z.object({ succeeded: z.number(), failed: z.number() }).optional(),
});

/** A digest, sections in reading order. */
export const DigestSchema = z
  .object({
    header: z.object({
      period: z.object({ from: z.string(), to: z.string(), timeZone: z.string() }),
      profileName: z.string().optional(),
      counts: z.record(z.enum(BANDS), z.number()),
      sources: z.array(Freshness),
      gaps: z.array(Freshness),
      told: z.number(),
      isEmpty: z.boolean(),
    }),
    actNow: z.array(Line.extend({ band: z.enum(BANDS), score: z.number(), decision: z.string() })),
    datesDue: Deadlines,
    deadlines: z.object({ within30: Deadlines, within90: Deadlines }),
    listChanges: Lines,
    itemChanges: Lines,
    pipeline: z.array(z.object({ thread: z.string(), steps: Lines })),
    sideBySide: z.array(
      z.looseObject({
        topic: z.string(),
        us: Lines,
        jp: Lines,
        usStatus: z.string(),
        jpStatus: z.string(),
        gap: z.string(),
      }),
    ),
    guidance: Lines,
    corrections: z.array(Line.extend({ fact: z.string(), said: z.string(), is: z.string() })),
    notAlerted: z.array(z.looseObject({ type: z.string(), because: z.string(), count: z.number() })),
    ledger: z.array(z.looseObject({ url: z.string(), sha256: z.string(), retrievedAt: z.string() })),
    disclaimers: z.array(z.string()),
  })
  .openapi('Digest');
