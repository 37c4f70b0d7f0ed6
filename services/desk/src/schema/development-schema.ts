import { z } from '@hono/zod-openapi';
import { ChangeSchema } from './change-schema.ts';

const texts = z.array(z.string());

/** The thread of one legal act over several sources. */
export const DevelopmentSchema = z
  .object({
    developmentId: z.string(),
    title: z.string(),
    jurisdiction: z.enum(['US', 'JP', 'ML']),
    instruments: texts,
    stage: z.string(),
    openedAt: z.string(),
    lastChangeAt: z.string(),
    changeCount: z.number().int(),
    sourceCount: z.number().int(),
  })
  .openapi('Development');

const Proof = z.object({
  sourceId: z.string(),
  locator: z.string(),
  quote: z.string(),
  sha256: z.string(),
  retrievedAt: z.string(),
});

/** What one source announced and another has yet to show. */
export const ObligationSchema = z
  .object({
    obligationId: z.string(),
    changeId: z.string().openapi({ description: 'The change that announced it.' }),
    kind: z.enum(['listed', 'codified', 'consolidated', 'enforced', 'announced']),
    instrumentId: z.string(),
    sourceId: z.string().openapi({ description: 'The source that must show it.' }),
    expected: z.record(z.string(), z.unknown()),
    dueOn: z.string().nullable(),
    openedAt: z.string(),
    ageInDays: z.number().int(),
    state: z.enum(['open', 'closed', 'unprovable']),
    closedAt: z.string().nullable(),
    because: z.string().openapi({ description: 'How it ended; empty while open.' }),
    proof: z.array(Proof).openapi({ description: 'The announcement first, then what shows it.' }),
  })
  .openapi('Obligation');

/** Something that does not agree and waits for a person. */
export const ReviewItemSchema = z
  .object({
    reviewItemId: z.string(),
    developmentId: z.string(),
    kind: z.enum(['counts_differ', 'terms_differ', 'not_shown', 'not_announced']),
    sourceId: z.string(),
    because: z.string(),
    openedAt: z.string(),
    ageInDays: z.number().int(),
    state: z.enum(['open', 'closed']),
    closedAt: z.string().nullable(),
    resolution: z.string(),
  })
  .openapi('ReviewItem');

const PlacedChange = z.object({
  change: ChangeSchema,
  confirmsChangeId: z.string().nullable().openapi({ description: 'The earlier change of another source it repeats.' }),
  differs: z
    .array(z.object({ field: z.string(), earlier: z.string(), later: z.string() }))
    .openapi({ description: 'What it says otherwise than that one; empty: nothing.' }),
});

/** A development with its changes, what joined them, its documents in order, what is owed and what does not agree. */
export const DevelopmentDetailSchema = z
  .object({
    development: DevelopmentSchema,
    changes: z.array(PlacedChange),
    joins: z.array(z.object({ reason: z.string(), value: z.string(), changeIds: texts })),
    lineage: z.array(
      z.object({
        documentNumber: z.string(),
        publishedOn: z.string().optional(),
        step: z.string(),
        changeId: z.string(),
      }),
    ),
    obligations: z.array(ObligationSchema),
    reviewItems: z.array(ReviewItemSchema),
    links: z.object({ page: z.string(), api: z.string() }),
  })
  .openapi('DevelopmentDetail');
