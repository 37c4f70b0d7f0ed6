import { createHash } from 'node:crypto';
import { canonicalJson, type JsonObject } from '#domain';

/** What was done, in words that do not change. The first five are acts on an item of the review desk. */
export const AUDIT_ACTS = [
  'review.assigned',
  'review.acknowledged',
  'review.not_relevant',
  'review.reopened',
  'review.commented',
  'review_item.settled',
  'reading.released',
  'delivery.replayed',
  'key.created',
  'key.revoked',
  'link.created',
  'session.ended',
  'subscription.created',
  'subscription.imported',
  'subscription.cadence_changed',
  'subscription.secret_rotated',
  'subscription.replayed',
  'subscription.feeds_made',
  'subscription.feeds_revoked',
  'subscription.disabled',
  'subscription.enabled',
  'subscription.edited',
  'tenant.created',
] as const;
export type AuditAct = (typeof AUDIT_ACTS)[number];

/** What it was done to. */
export type AuditSubject =
  | 'alert'
  | 'change'
  | 'review_item'
  | 'reading'
  | 'delivery'
  | 'key'
  | 'link'
  | 'session'
  | 'subscription'
  | 'tenant';

/** One line of a tenant's trail. Never altered, never deleted. */
export interface AuditEntry {
  readonly tenantId: string;
  /** 1, 2, 3 … without a hole. */
  readonly sequence: number;
  /** UTC instant. */
  readonly at: string;
  /** The person, or the name of the key. */
  readonly who: string;
  /** `session`, `key <id>` or `command line`. */
  readonly via: string;
  readonly act: AuditAct;
  readonly subjectKind: AuditSubject;
  readonly subjectId: string;
  readonly fromState: string;
  readonly toState: string;
  /** What else belongs to it: a reason, an assignee. Nothing secret. */
  readonly detail: JsonObject;
  /** Hash of the entry before; {@link FIRST_LINK} for the first. */
  readonly previousHash: string;
  /** {@link hashOfEntry}. */
  readonly hash: string;
}

/** What the first entry of a trail is chained to. */
export const FIRST_LINK = '0'.repeat(64);

/** sha256, hex, over the canonical JSON (RFC 8785) of all that an entry says, the hash of the one before included. */
export function hashOfEntry(said: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256')
    .update(canonicalJson({ ...said }))
    .digest('hex');
}

/** A place in a trail that somebody wrote down elsewhere: what was there then must be there still. */
export interface TrailHead {
  /** 0: nothing was done yet. */
  readonly sequence: number;
  readonly hash: string;
}

export type TrailVerdict =
  | { readonly kind: 'intact'; readonly entries: number; readonly head: TrailHead }
  | { readonly kind: 'broken'; readonly entries: number; readonly sequence: number; readonly because: string };

/** Follows a trail, fed entry by entry. */
export interface ChainFollower {
  /** @returns false once the chain is broken. */
  next(entry: AuditEntry): boolean;
  verdict(): TrailVerdict;
}

/** @param expected a head noted earlier; a chain alone cannot show that its end was cut off */
export function followChain(expected?: TrailHead): ChainFollower {
  let head: TrailHead = { sequence: 0, hash: FIRST_LINK };
  let broken: { readonly sequence: number; readonly because: string } | undefined;
  return {
    next: (entry) => {
      const because = faultOf(entry, head, expected);
      if (because !== undefined) broken ??= { sequence: entry.sequence, because };
      head = { sequence: entry.sequence, hash: entry.hash };
      return broken === undefined;
    },
    verdict: () => {
      const cut = expected && expected.sequence > head.sequence;
      if (cut) broken ??= { sequence: expected.sequence, because: 'the entry noted earlier is gone' };
      return broken
        ? { kind: 'broken', entries: head.sequence, ...broken }
        : { kind: 'intact', entries: head.sequence, head };
    },
  };
}

function faultOf(
  { hash, ...said }: AuditEntry,
  before: TrailHead,
  expected: TrailHead | undefined,
): string | undefined {
  if (said.sequence !== before.sequence + 1) return `entry ${before.sequence + 1} is missing`;
  if (said.previousHash !== before.hash) return 'it is not chained to the entry before it';
  if (hash !== hashOfEntry(said)) return 'what it says does not give its hash';
  if (expected?.sequence === said.sequence && expected.hash !== hash) return 'it is not the entry noted earlier';
  return undefined;
}
