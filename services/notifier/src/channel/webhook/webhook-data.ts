import { assertNever, type Change, DISCLAIMERS } from '#domain';
import type { AlertContent, MessageContent } from '../../message/message.ts';
import { type Allowance, shortened, shortenedObject, WHOLE } from './shortened.ts';
import { type WrittenJson, written } from './written-json.ts';

/** What goes into a body; JSON once it is written. A member of the first level may be written already. */
export type Facts = Readonly<Record<string, unknown>>;

interface Told {
  /** ISO 8601, UTC: the instant of what is told. */
  readonly timestamp: string;
  readonly facts: Facts;
  readonly links: Facts;
}

/** Keys of the envelope are ours and all stay. */
const ENVELOPE_KEYS = 100;
/** The arithmetic of a score stays complete. */
const LEAST_REASONS = 12;
const LEAST_LINES = 5;

/** What a message tells, cut down to the allowance, with what stands in every message. */
export function webhookData(
  content: MessageContent,
  publicUrl: string,
  allowance: Allowance,
  common: { readonly subscription: Facts; readonly shortened: boolean },
): { readonly timestamp: string; readonly data: Facts } {
  const { timestamp, facts, links } = told(content, publicUrl, allowance);
  const meta = common.shortened ? SHORTENED_META : META;
  return { timestamp, data: { ...facts, subscription: common.subscription, links, meta } };
}

const META = written({ disclaimers: DISCLAIMERS, shortened: false });
const SHORTENED_META = written({ disclaimers: DISCLAIMERS, shortened: true });

function told(content: MessageContent, publicUrl: string, allowance: Allowance): Told {
  switch (content.kind) {
    case 'alert':
      return toldOfAlert(content, publicUrl, allowance);
    case 'digest': {
      const whole = shortenedObject(content.digest, { ...allowance, keys: ENVELOPE_KEYS });
      const { period, counts, isEmpty } = content.digest.header;
      const digest = allowance.keys > 0 ? whole : { header: { period: { ...period }, counts, isEmpty } };
      return { timestamp: content.assembledAt, facts: { digest }, links: { digest: publicUrl + content.path } };
    }
    case 'burst': {
      const most = Math.max(allowance.items, LEAST_LINES);
      const alerts = content.alerts.slice(0, most).map((alert) => lineOf(alert, publicUrl, allowance));
      return {
        timestamp: content.closedAt,
        facts: { count: content.count, alerts },
        links: { alerts: publicUrl + content.path },
      };
    }
    case 'correction':
      return {
        timestamp: content.change.detectedAt,
        facts: {
          sequence: content.sequence,
          correctsChangeId: content.correctsChangeId,
          band: content.band,
          corrections: shortened(content.corrections, { ...allowance, items: Math.max(allowance.items, LEAST_LINES) }),
          proofs: shortened(content.proofs, { ...allowance, keys: ENVELOPE_KEYS }),
          change: changeWith(content.change, allowance),
        },
        links: linksOf(content.change, publicUrl),
      };
    case 'test':
      return { timestamp: content.askedAt, facts: {}, links: { subscriptions: `${publicUrl}/subscriptions` } };
    case 'notice':
      return {
        timestamp: content.raisedAt,
        facts: {
          about: shortenedObject(content.about, { ...allowance, keys: ENVELOPE_KEYS }),
          because: shortened(content.because, allowance),
        },
        links: { subscriptions: `${publicUrl}/subscriptions` },
      };
    default:
      return assertNever(content);
  }
}

function toldOfAlert({ change, sequence, impact }: AlertContent, publicUrl: string, allowance: Allowance): Told {
  const reasons = Math.max(allowance.items, LEAST_REASONS);
  return {
    timestamp: change.detectedAt,
    facts: {
      sequence,
      change: allowance === WHOLE ? wholeChange(change) : changeWith(change, allowance),
      impact: shortened(impact, { ...allowance, items: reasons, keys: ENVELOPE_KEYS }),
    },
    links: linksOf(change, publicUrl),
  };
}

/** An alert among many: what it is, and where the whole of it is. */
function lineOf({ change, impact, sequence }: AlertContent, publicUrl: string, allowance: Allowance): Facts {
  return {
    changeId: change.changeId,
    type: change.type,
    sequence,
    score: impact.score,
    band: impact.band,
    label: shortened(change.subject.label, { ...allowance, stringBytes: Math.min(allowance.stringBytes, 300) }),
    links: linksOf(change, publicUrl),
  };
}

function linksOf({ changeId }: Change, publicUrl: string): Facts {
  const path = encodeURIComponent(changeId);
  return { change: `${publicUrl}/changes/${path}`, api: `${publicUrl}/api/v1/changes/${path}` };
}

const wholeChanges = new WeakMap<Change, WrittenJson>();

/** Written once however many subscriptions are told of it. */
function wholeChange(change: Change): WrittenJson {
  const known = wholeChanges.get(change);
  if (known) return known;
  const whole = written(changeWith(change, WHOLE));
  wholeChanges.set(change, whole);
  return whole;
}

function changeWith({ before, after, ...envelope }: Change, allowance: Allowance): Facts {
  const values = allowance.keys > 0 ? { before, after } : {};
  return {
    ...shortenedObject(envelope, { ...allowance, keys: ENVELOPE_KEYS }),
    ...shortenedObject(values, allowance),
  };
}
