import { z } from '@hono/zod-openapi';
import { BANDS, profileProblems } from '#domain';
import type { Cadence, Channel } from '#store';
import { CADENCES } from '#store';
import { WEEKDAYS } from '#time';
import { NOTHING_TO_WATCH, ProfileSchema, watchesSomething } from './profile-schema.ts';

const WEB_ADDRESS = 'must be a web address that starts with https:// or http://, without user name and password';

const minBand = z
  .enum(BANDS)
  .optional()
  .openapi({ description: 'Alerts below go to the digest only; the threshold of the profile where it is left out.' });

const Webhook = z.strictObject({
  minBand,
  kind: z.literal('webhook'),
  url: z.string().min(1).max(2_000).refine(isWebAddress, WEB_ADDRESS),
});
const Email = z.strictObject({
  kind: z.literal('email'),
  address: z.email('must be an e-mail address').max(300),
  minBand,
});
const Digest = z.strictObject({ kind: z.literal('digest') });

/** Where alerts go: an HTTP endpoint, a mailbox, or only the digest page. */
export const ChannelSchema = z
  .discriminatedUnion('kind', [Webhook, Email, Digest], 'kind must be webhook, email or digest')
  .openapi('Channel');

/** A profile that can match: a declaration of no known shape would be silence that looks like safety. */
export const WatchfulProfile = ProfileSchema.refine(watchesSomething, NOTHING_TO_WATCH).superRefine(
  (profile, context) => {
    for (const message of profileProblems(profile)) context.addIssue({ code: 'custom', message });
  },
);

/** Hour of every digest, and the day of a weekly one, on the clock of the profile's zone. */
export const DigestTimeSchema = z
  .strictObject({
    at: z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'write a time such as 07:00')
      .default('07:00'),
    weekday: z.enum(WEEKDAYS).default('monday'),
  })
  .openapi('DigestTime');

const collapse = z.boolean().openapi({
  description:
    'Alerts within ten seconds become one message with a count. Left out: false for a webhook, true for other channels.',
});

/** What the caller sends to subscribe. */
export const NewSubscriptionSchema = z
  .strictObject({
    name: z.string().trim().min(1, 'must not be empty').max(200),
    profile: WatchfulProfile,
    channel: ChannelSchema,
    cadence: z.enum(CADENCES).optional(),
    digest: DigestTimeSchema.optional(),
    collapse: collapse.optional(),
  })
  .openapi('NewSubscription');
export type NewSubscription = z.output<typeof NewSubscriptionSchema>;

/** A subscription as the API shows it: everything but the secret. */
export const SubscriptionSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    profile: ProfileSchema,
    channel: ChannelSchema,
    cadence: z.enum(CADENCES),
    status: z.enum(['active', 'disabled']),
    createdAt: z.iso.datetime(),
    digest: DigestTimeSchema,
    collapse,
    nextRunAt: z.iso
      .datetime()
      .nullable()
      .openapi({ description: 'When the next digest is made; null for a disabled subscription.' }),
  })
  .openapi('Subscription');

/** The answer to a creation: the only time the secret of a webhook is shown. */
export const CreatedSubscriptionSchema = SubscriptionSchema.extend({
  secret: z.string().optional().openapi({ description: 'whsec_…, for webhooks. Shown once: keep it now.' }),
}).openapi('CreatedSubscription');

/** A webhook speaks at once, a page is read once a day, unless the subscriber says otherwise. */
export function cadenceOf(wanted: Cadence | undefined, channel: Channel): Cadence {
  return wanted ?? (channel.kind === 'webhook' ? 'immediate' : 'daily');
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
}
