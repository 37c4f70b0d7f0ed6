import { z } from '@hono/zod-openapi';
import { BANDS, profileProblems } from '#domain';
import type { Cadence, Channel } from '#store';
import { CADENCES, WEBHOOK_FORMATS } from '#store';
import { WEEKDAYS } from '#time';
import { SIGNINGS } from '#webhook';
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
  format: z.enum(WEBHOOK_FORMATS).optional().openapi({
    description: 'standard (when left out): {type, timestamp, data}; cloudevents: CloudEvents 1.0, structured mode',
  }),
  maxPerMinute: z.number().int().min(1).max(6_000).optional().openapi({ description: 'Most messages in a minute.' }),
});
const Email = z.strictObject({
  kind: z.literal('email'),
  address: z.email('must be an e-mail address').max(300),
  minBand,
});
const Slack = z.strictObject({ kind: z.literal('slack'), url: secureAddress('Slack'), minBand });
const Teams = z.strictObject({ kind: z.literal('teams'), url: secureAddress('Teams'), minBand });
const Digest = z.strictObject({ kind: z.literal('digest') });

/** Where messages go: an HTTP endpoint, a mailbox, a channel of Slack or Teams, or only the digest page. */
export const ChannelSchema = z
  .discriminatedUnion('kind', [Webhook, Email, Slack, Teams, Digest], 'must be webhook, email, slack, teams or digest')
  .openapi('Channel');

/** A profile that can match: a declaration of no known shape would be silence that looks like safety. */
export const WatchfulProfile = ProfileSchema.refine(watchesSomething, NOTHING_TO_WATCH).superRefine(
  (profile, context) => {
    for (const { path, message } of profileProblems(profile))
      context.addIssue({ code: 'custom', path: [...path], message });
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
    signing: z.enum(SIGNINGS).default('hmac').openapi({ description: 'How a webhook is signed.' }),
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
    publicKey: z.string().optional().openapi({ description: 'whpk_…, where the webhook is signed with ed25519.' }),
    endpoint: z
      .object({
        failingSince: z.string().nullable(),
        consecutiveFailures: z.number().int(),
        lastOutcome: z.string(),
        disabledAt: z.string().nullable(),
        disabledBecause: z.string(),
      })
      .optional()
      .openapi({
        description:
          'How the endpoint has been answering, where it ever failed, and why the subscription was disabled.',
      }),
  })
  .openapi('Subscription');

/** The answer to a creation: the only time the secret of a webhook is shown. */
export const CreatedSubscriptionSchema = SubscriptionSchema.extend({
  secret: z.string().optional().openapi({ description: 'whsec_…, for webhooks. Shown once: keep it now.' }),
}).openapi('CreatedSubscription');

/** What a caller sends to have a webhook's secret replaced. */
export const RotationSchema = z.strictObject({ signing: z.enum(SIGNINGS).default('hmac') }).openapi('Rotation');

/** The new secret, shown once, and until when the old one signs beside it. */
export const RotatedSchema = z
  .object({
    secret: z.string().optional().openapi({ description: 'whsec_…. Shown once: keep it now.' }),
    publicKey: z.string().optional().openapi({ description: 'whpk_…, for ed25519.' }),
    oldSignsUntil: z.iso.datetime(),
  })
  .openapi('RotatedSecret');

/** A mail and a page are read once a day, everything else speaks at once, unless the subscriber says otherwise. */
export function cadenceOf(wanted: Cadence | undefined, channel: Channel): Cadence {
  return wanted ?? (channel.kind === 'email' || channel.kind === 'digest' ? 'daily' : 'immediate');
}

function secureAddress(service: string) {
  const mistake = `must be the address of an incoming webhook of ${service}, which starts with https://`;
  return z
    .string()
    .max(2_000)
    .refine((text) => isWebAddress(text) && text.startsWith('https://'), mistake);
}

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
}
