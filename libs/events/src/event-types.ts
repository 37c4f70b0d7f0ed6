import { z } from 'zod';
import { CloudEventAttributes } from './cloud-event.ts';

/** New bytes of a source were kept. The bytes stay in the store: claim check by sha256. Key: source id. */
export const CaptureRecorded = CloudEventAttributes.extend({
  type: z.literal('redline.capture.recorded'),
  data: z.strictObject({
    captureId: z.string(),
    sourceId: z.string(),
    sha256: z.string().length(64),
    retrievedAt: z.iso.datetime(),
    /** Part of the first complete poll of its source: what it holds is history. */
    baseline: z.boolean(),
  }),
});
export type CaptureRecorded = z.infer<typeof CaptureRecorded>;

/** A typed change was found and stored. Key: source id. */
export const ChangeDetected = CloudEventAttributes.extend({
  type: z.literal('redline.change.detected'),
  data: z.strictObject({
    changeId: z.string(),
    changeType: z.string(),
    /** Number of the document that tells it, where one does. */
    documentNumber: z.string().optional(),
    sourceId: z.string(),
    instrumentId: z.string(),
    alerting: z.boolean(),
    /** Part of a first capture: history, nobody is alerted. */
    baseline: z.boolean(),
  }),
});
export type ChangeDetected = z.infer<typeof ChangeDetected>;

/** A change matters to one subscription. Carries ids and the score only: the profile is a trade secret. Key: subscription id. */
export const AlertRaised = CloudEventAttributes.extend({
  type: z.literal('redline.alert.raised'),
  data: z.strictObject({
    alertId: z.string(),
    changeId: z.string(),
    subscriptionId: z.string(),
    score: z.number(),
    band: z.string(),
  }),
});
export type AlertRaised = z.infer<typeof AlertRaised>;

/** Something is wrong with a source, or is well again. Key: source id. */
export const SourceConditionChanged = CloudEventAttributes.extend({
  type: z.literal('redline.source.condition_changed'),
  data: z.strictObject({
    sourceId: z.string(),
    problem: z.string(),
    state: z.enum(['open', 'closed']),
    because: z.string(),
  }),
});
export type SourceConditionChanged = z.infer<typeof SourceConditionChanged>;

/** Every event that may stand in the log. */
export const RedlineEvent = z.discriminatedUnion('type', [
  CaptureRecorded,
  ChangeDetected,
  AlertRaised,
  SourceConditionChanged,
]);
export type RedlineEvent = z.infer<typeof RedlineEvent>;
