import { z } from '@hono/zod-openapi';
import { REVIEW_ACTS, REVIEW_STATES } from '#domain';
import { AUDIT_ACTS, REVIEWED_KINDS } from '#store';

/** Where an item stands. */
export const ReviewSchema = z
  .object({
    state: z.enum(REVIEW_STATES),
    assignee: z.string().nullable(),
    because: z.string().openapi({ description: 'Words of the last change of state; empty: none.' }),
    comments: z.number().int(),
    last: z.object({ who: z.string(), at: z.string() }).nullable().openapi({ description: 'The last act.' }),
  })
  .openapi('Review');

/** One item of the review desk. */
export const ReviewedItemSchema = z
  .object({
    kind: z.enum(REVIEWED_KINDS),
    id: z.string().openapi({ description: 'Of the change, the review item or the alert.' }),
    title: z.string(),
    sourceId: z.string(),
    instrumentId: z.string().nullable(),
    developmentId: z.string().nullable(),
    changeId: z.string().nullable().openapi({ description: 'The change itself, or that of an alert.' }),
    subscription: z.object({ id: z.string(), name: z.string() }).nullable().openapi({ description: 'Of an alert.' }),
    since: z.string().openapi({ description: 'First alerted, opened between sources, or taken up by somebody.' }),
    ageInDays: z.number().int(),
    score: z.number().nullable().openapi({ description: 'Of its most urgent alert; null: it raised none.' }),
    band: z.enum(['critical', 'high', 'medium', 'low', 'info']).nullable(),
    alerts: z.number().int(),
    review: ReviewSchema,
  })
  .openapi('ReviewedItem');

/** One act on an item. */
export const ReviewEntrySchema = z
  .object({
    act: z.enum(REVIEW_ACTS),
    who: z.string(),
    at: z.string(),
    assignee: z.string().nullable().optional(),
    text: z.string().optional(),
  })
  .openapi('ReviewEntry');

/** One line of the audit trail. */
export const AuditEntrySchema = z
  .object({
    sequence: z.number().int(),
    at: z.string(),
    who: z.string(),
    via: z.string().openapi({ description: '`session`, `key <id>`, `command line` or `start`.' }),
    act: z.enum(AUDIT_ACTS),
    subjectKind: z.string(),
    subjectId: z.string(),
    fromState: z.string(),
    toState: z.string(),
    detail: z.record(z.string(), z.unknown()),
    previousHash: z.string(),
    hash: z.string().openapi({
      description: 'sha256 over the canonical JSON (RFC 8785) of the entry without it, with its `tenantId`.',
    }),
    tenantId: z.string(),
  })
  .openapi('AuditEntry');

/** Whether the trail is as it was written. */
export const TrailVerdictSchema = z
  .object({
    intact: z.boolean(),
    entries: z.number().int().openapi({ description: 'How many were followed.' }),
    head: z
      .object({ sequence: z.number().int(), hash: z.string() })
      .nullable()
      .openapi({ description: 'Note it elsewhere and send it back one day: it shows that no end was cut off.' }),
    brokenAt: z.number().int().nullable(),
    because: z.string().nullable(),
  })
  .openapi('TrailVerdict');
