import type { Message } from '../../message/message.ts';
import { type Allowance, shortenedText, WHOLE } from './shortened.ts';
import { webhookData } from './webhook-data.ts';
import { webhookType } from './webhook-type.ts';
import { type WrittenJson, writtenObject } from './written-json.ts';

/** Largest body: the standard recommends staying below 20 kB. Source: Standard Webhooks 1.0.0, "Payload". */
export const MAX_BODY_BYTES = 20_000;

/** From all that can be to smallest; `keys` bounds the values before and after, whose keys a publisher may choose. */
const ALLOWANCES: readonly Allowance[] = [
  { stringBytes: MAX_BODY_BYTES, addressBytes: MAX_BODY_BYTES, items: MAX_BODY_BYTES, keys: MAX_BODY_BYTES, depth: 20 },
  { stringBytes: 4_000, addressBytes: 2_000, items: 60, keys: 60, depth: 10 },
  { stringBytes: 1_500, addressBytes: 2_000, items: 30, keys: 40, depth: 8 },
  { stringBytes: 500, addressBytes: 2_000, items: 15, keys: 30, depth: 6 },
  { stringBytes: 200, addressBytes: 2_000, items: 10, keys: 15, depth: 5 },
];
/** Even the worst message fits: values before and after, and the parts of a digest, are left to the API. */
const SMALLEST: Allowance = { stringBytes: 90, addressBytes: 300, items: 1, keys: 0, depth: 5 };

const NAME = { stringBytes: 400, addressBytes: 0 };

/**
 * The body of a webhook, `{ type, timestamp, data }` of Standard Webhooks 1.0.0; timestamp is the instant of what is told.
 * Always below {@link MAX_BODY_BYTES}: long texts are cut with a mark, at last the values before and after are left out,
 * and `data.meta.shortened` says so; `data.links.api` has the whole.
 */
export function webhookBody(message: Message, publicUrl: string): string {
  return fitting((allowance) => {
    const { type, timestamp, data } = standardMessage(message, publicUrl, allowance);
    return writtenObject({ type, timestamp, data: writtenObject(data) });
  });
}

/**
 * The same as a CloudEvents 1.0 event in structured mode: `id` is the `webhook-id`, `source` this Redline, and the two
 * together are unique. Source: CloudEvents 1.0.2 section "Required attributes", extension "sequence".
 */
export function cloudEventBody(message: Message, publicUrl: string): string {
  return fitting((allowance) => {
    const { type, timestamp, data } = standardMessage(message, publicUrl, allowance);
    const sequence =
      data.sequence === undefined ? {} : { sequence: String(data.sequence).padStart(SEQUENCE_DIGITS, '0') };
    return writtenObject({
      specversion: '1.0',
      id: message.messageId,
      source: publicUrl,
      type: `redline.${type}`,
      time: timestamp,
      subject: message.recipient.subscriptionId,
      datacontenttype: 'application/json',
      ...sequence,
      data: writtenObject(data),
    });
  });
}

/** Lexicographic order of the extension must be numeric order. */
const SEQUENCE_DIGITS = 16;

/** What `JSON.stringify` writes for half a character. Source: ECMA-262, QuoteJSONString. */
const HALF_A_CHARACTER = '\\ud';

function fitting(build: (allowance: Allowance) => WrittenJson): string {
  const whole = build(WHOLE).text;
  // Most messages are small and well-formed: nothing is measured piece by piece for them.
  if (isSmall(whole) && !whole.includes(HALF_A_CHARACTER)) return whole;
  for (const allowance of ALLOWANCES) {
    const { text } = build(allowance);
    if (isSmall(text)) return text;
  }
  return build(SMALLEST).text;
}

function isSmall(text: string): boolean {
  return text.length * MOST_BYTES < MAX_BODY_BYTES || Buffer.byteLength(text) < MAX_BODY_BYTES;
}

/** A unit of UTF-16 takes at most three bytes in UTF-8: what is short need not be measured. */
const MOST_BYTES = 3;

function standardMessage(message: Message, publicUrl: string, allowance: Allowance) {
  const { recipient, content } = message;
  return {
    type: webhookType(content),
    ...webhookData(content, publicUrl, allowance, {
      subscription: { id: recipient.subscriptionId, name: shortenedText(recipient.name, NAME) },
      shortened: allowance.stringBytes < MAX_BODY_BYTES,
    }),
  };
}
