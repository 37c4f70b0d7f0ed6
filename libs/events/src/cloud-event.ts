import { z } from 'zod';

/** Longest serialised event: CloudEvents intermediaries forward at least 64 KiB. Larger facts travel by claim check. */
export const MAX_EVENT_BYTES = 64 * 1024;

/**
 * CloudEvents 1.0 attributes as Redline uses them. `source` + `id` is unique: a consumer may treat an equal pair as a
 * duplicate. `partitionkey` is the key whose order matters.
 */
export const CloudEventAttributes = z.strictObject({
  specversion: z.literal('1.0'),
  id: z.string().min(1),
  source: z.string().min(1),
  time: z.iso.datetime(),
  datacontenttype: z.literal('application/json'),
  partitionkey: z.string().min(1),
  /** Joins everything that follows from one capture. */
  correlation: z.string().min(1),
  schemaversion: z.literal('1'),
  /**
   * The step that made the event, for tracing only: nothing is decided by it. Source: CloudEvents distributed tracing
   * extension 1.0.2; form: W3C Trace Context, section 3.2.
   */
  traceparent: z
    .string()
    .regex(/^[0-9a-f]{2}-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}$/)
    .optional(),
});
