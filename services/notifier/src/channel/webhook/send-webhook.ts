import type { Subscription } from '#store';
import { parseSigningKey, type SigningKey, signedHeaders } from '#webhook';
import type { ChannelSender } from '../channel-sender.ts';
import { cloudEventBody, webhookBody } from './webhook-message.ts';

/** Signs and posts one message. The body is the same on every attempt; timestamp and signatures are the attempt's own. */
export const sendWebhook: ChannelSender<'webhook'> = async (ports, outgoing) => {
  const { message, channel, subscription, sentAt, traceparent } = outgoing;
  const { secret } = subscription;
  if (secret === undefined) return { kind: 'pointless', because: 'the subscription has no webhook any more' };
  const asEvent = channel.format === 'cloudevents';
  // Encoded once: what is signed is what is sent.
  const body = Buffer.from((asEvent ? cloudEventBody : webhookBody)(message, ports.publicUrl));
  const headers = {
    ...signedHeaders([keyOf(subscription, secret), ...stillSigning(subscription, sentAt)], {
      webhookId: message.messageId,
      sentAt,
      body,
    }),
    ...(asEvent ? { 'content-type': 'application/cloudevents+json; charset=utf-8' } : {}),
    // Source: W3C Trace Context, section 3.2. It is not among the signed parts: a proxy on the way may put its own.
    ...(traceparent === undefined ? {} : { traceparent }),
  };
  return ports.postWebhook({ url: channel.url, headers, body, timeoutMs: ports.limits.timeoutMs });
};

const keys = new WeakMap<Subscription, SigningKey>();

/** The current secret, parsed once: one subscription is handed out for all its messages until its row changes. */
function keyOf(subscription: Subscription, secret: string): SigningKey | string {
  const known = keys.get(subscription);
  if (known) return known;
  const key = parseSigningKey(secret);
  if (key) keys.set(subscription, key);
  return key ?? secret;
}

/** Secrets that were replaced less than a day ago: the receiver may not have changed over yet. */
function stillSigning({ retiring = [] }: Subscription, sentAt: Date): readonly string[] {
  if (retiring.length === 0) return [];
  const now = sentAt.toISOString();
  return retiring.filter(({ until }) => until > now).map(({ secret }) => secret);
}
