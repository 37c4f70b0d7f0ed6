import { type Change, DISCLAIMERS, type Impact, type JsonObject } from '#domain';
import { type Allowance, jsonBytes, shortened, shortenedObject, shortenedText } from './shortened.ts';

/** Largest body: the standard recommends staying below 20 kB. Source: Standard Webhooks 1.0.0, "Payload". */
export const MAX_BODY_BYTES = 20_000;

/** What one message tells. */
export interface MessageFacts {
  readonly change: Change;
  /** Place in the order of detection: deliveries may overtake one another, and a receiver that cares sorts by this. */
  readonly sequence: number;
  readonly impact: Impact;
  readonly subscription: { readonly id: string; readonly name: string };
  readonly publicUrl: string;
}

/** From whole to smallest; `keys` bounds the values before and after, whose keys a publisher may choose. */
const ALLOWANCES: readonly Allowance[] = [
  { stringBytes: MAX_BODY_BYTES, addressBytes: MAX_BODY_BYTES, items: MAX_BODY_BYTES, keys: MAX_BODY_BYTES, depth: 20 },
  { stringBytes: 4_000, addressBytes: 2_000, items: 60, keys: 60, depth: 10 },
  { stringBytes: 1_500, addressBytes: 2_000, items: 30, keys: 40, depth: 8 },
  { stringBytes: 500, addressBytes: 2_000, items: 15, keys: 30, depth: 6 },
  { stringBytes: 200, addressBytes: 2_000, items: 10, keys: 15, depth: 5 },
];
/** Even the worst change fits: before and after are left to the API. */
const SMALLEST: Allowance = { stringBytes: 90, addressBytes: 300, items: 1, keys: 0, depth: 5 };

/** Keys of the envelope are ours and all stay. */
const ENVELOPE_KEYS = 100;
/** The arithmetic of a score stays complete. */
const LEAST_REASONS = 12;
const NAME = { stringBytes: 400, addressBytes: 0 };

/**
 * The body of a webhook, `{ type, timestamp, data }` of Standard Webhooks 1.0.0: type is the change's, timestamp the instant
 * it was detected. Always below {@link MAX_BODY_BYTES}: long texts are cut with a mark, at last the values before and after
 * are left out, and `data.meta.shortened` says so; `data.links.api` has the whole.
 */
export function webhookBody(facts: MessageFacts): string {
  for (const allowance of ALLOWANCES) {
    const message = messageWith(facts, allowance);
    if (jsonBytes(message) < MAX_BODY_BYTES) return JSON.stringify(message);
  }
  return JSON.stringify(messageWith(facts, SMALLEST));
}

function messageWith(facts: MessageFacts, allowance: Allowance): JsonObject {
  const { change, publicUrl, subscription } = facts;
  const path = encodeURIComponent(change.changeId);
  const reasons = Math.max(allowance.items, LEAST_REASONS);
  return {
    type: change.type,
    timestamp: change.detectedAt,
    data: {
      sequence: facts.sequence,
      change: changeWith(change, allowance),
      impact: shortened(facts.impact, { ...allowance, items: reasons, keys: ENVELOPE_KEYS }),
      subscription: { id: subscription.id, name: shortenedText(subscription.name, NAME) },
      links: { change: `${publicUrl}/changes/${path}`, api: `${publicUrl}/api/v1/changes/${path}` },
      meta: { disclaimers: DISCLAIMERS, shortened: allowance !== ALLOWANCES[0] },
    },
  };
}

function changeWith({ before, after, ...envelope }: Change, allowance: Allowance): JsonObject {
  const values = allowance.keys > 0 ? { before, after } : {};
  return {
    ...shortenedObject(envelope, { ...allowance, keys: ENVELOPE_KEYS }),
    ...shortenedObject(values, allowance),
  };
}
