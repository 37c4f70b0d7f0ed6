import { z } from '@hono/zod-openapi';
import { BANDS, CHANGE_TYPES } from '#domain';

const Json = z.record(z.string(), z.unknown());
const texts = z.array(z.string());

/** Verbatim proof: the words, where they stand, and the bytes they were read from. */
export const EvidenceSchema = z
  .object({
    side: z.enum(['before', 'after']),
    url: z.string(),
    officialUrl: z.string().optional(),
    documentNumber: z.string().optional(),
    citation: z.string().optional(),
    locator: z.string(),
    quote: z.string(),
    lang: z.enum(['en', 'ja']),
    sha256: z.string(),
    retrievedAt: z.string(),
  })
  .openapi('Evidence');

const LegalDates = z.object({
  announcedOn: z.string().optional(),
  publicInspectionAt: z.string().optional(),
  publishedOn: z.string().optional(),
  effectiveFrom: z.string().optional(),
  effectiveTo: z.string().optional(),
  appliesAsOf: z.string().optional(),
  complianceBy: z.string().optional(),
  commentClose: z.string().optional(),
  savingsUntil: z.string().optional(),
  codifiedOn: z.string().optional(),
  effectiveTBD: z.boolean().optional(),
});

const Lineage = z.object({
  rin: texts.optional(),
  docket: texts.optional(),
  citation: texts.optional(),
  supersedes: texts.optional(),
  corrects: texts.optional(),
});

/** The envelope of a change, as everywhere: log, webhook, API. */
export const ChangeSchema = z
  .object({
    changeId: z.string(),
    type: z.enum(CHANGE_TYPES),
    alerting: z.boolean(),
    sourceId: z.string(),
    instrumentId: z.string(),
    jurisdiction: z.enum(['US', 'JP', 'ML']),
    subject: z.object({ kind: z.string(), key: z.string(), label: z.string() }),
    before: Json.optional(),
    after: Json.optional(),
    stage: z.string(),
    direction: z.enum(['tighten', 'loosen', 'mixed', 'neutral', 'unknown']),
    dates: LegalDates,
    evidence: z.array(EvidenceSchema),
    lineage: Lineage,
    documentNumber: z.string().optional(),
    detection: z.object({ path: z.string(), needsReview: z.boolean(), notes: texts, baseline: z.boolean() }),
    detectedAt: z.string(),
  })
  .openapi('Change');

/** Score, band and the arithmetic behind it. */
export const ImpactSchema = z
  .object({
    score: z.number(),
    band: z.enum(BANDS),
    reasons: z.array(
      z.object({
        factor: z.string(),
        value: z.number(),
        because: z.string(),
        evidenceRef: z.number().optional(),
      }),
    ),
    labels: texts,
  })
  .openapi('Impact');
