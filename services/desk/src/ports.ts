import type { TargetVerdict } from '#fetch';
import type { Logger, SigningKey } from '#process';
import type { Instrument, Source } from '#sources';
import type { Actor, DeliveryRange, Sealer, Session, Store } from '#store';
import type { Signing } from '#webhook';
import type { DeskLimits } from './access/rate-limits.ts';

/** What became of a manual replay. */
export type ReplayOutcome =
  | { readonly kind: 'queued'; readonly delivery: { readonly deliveryId: string } }
  | { readonly kind: 'unknown_delivery' }
  | { readonly kind: 'subscription_disabled' };

/** What became of a replay of many. */
export type RangeReplayOutcome =
  | { readonly kind: 'queued'; readonly deliveries: number }
  | { readonly kind: 'too_many'; readonly most: number }
  | { readonly kind: 'unknown_subscription' }
  | { readonly kind: 'subscription_disabled' };

/** What became of asking for a test message. */
export type TestOutcome =
  | { readonly kind: 'queued'; readonly delivery: { readonly deliveryId: string } }
  | { readonly kind: 'unknown_subscription' }
  | { readonly kind: 'subscription_disabled' }
  | { readonly kind: 'nothing_is_sent' };

/** What became of a person's decision to accept a held reading. */
export type ReleaseOutcome =
  | { readonly kind: 'released'; readonly changes: number }
  | { readonly kind: 'refused'; readonly because: string };

/** One dependency that the process cannot work without. */
export interface HealthCheck {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

export interface DeskSettings {
  /** Where readers reach the desk, without a trailing slash: links in feeds and webhooks start with it. */
  readonly publicUrl: string;
  /** True: changes, digests and sources may be read without a key. Subscriptions and deliveries never. */
  readonly openReading: boolean;
  /** IANA zone of a digest that belongs to no profile. */
  readonly timeZone: string;
  readonly limits: DeskLimits;
  /** How many proxies of our own stand in front: so many entries of `X-Forwarded-For` are believed. */
  readonly proxies: number;
}

/** All the desk needs from outside. It owns no clock, no randomness and no environment. */
export interface DeskPorts {
  readonly settings: DeskSettings;
  readonly store: Store;
  readonly sealer: Sealer;
  readonly sources: readonly Source[];
  readonly instruments: readonly Instrument[];
  readonly logger: Logger;
  now(): Date;
  newId(): string;
  /** 256 random bits, URL-safe: a session. */
  newToken(): string;
  /** What a webhook is signed with: `whsec_…`, or `whsk_…` for ed25519. */
  newSecret(signing: Signing): string;
  /** Newest position of the log: a new subscription hears only what comes after it. */
  headPosition(session: Session): Promise<number>;
  addressAllowed(url: string): Promise<TargetVerdict>;
  replayDelivery(deliveryId: string, by: Actor): Promise<ReplayOutcome>;
  replayRange(subscriptionId: string, range: DeliveryRange, by: Actor): Promise<RangeReplayOutcome>;
  sendTest(subscriptionId: string): Promise<TestOutcome>;
  /** @param reason why, in that person's words; may be empty */
  releaseReading(readingId: string, by: Actor, reason: string): Promise<ReleaseOutcome>;
  /** Signs statements about sources. @throws Error when its file cannot be used */
  signingKey(): SigningKey;
  /** Prometheus text exposition. */
  metrics(): Promise<string>;
  health(): Promise<readonly HealthCheck[]>;
}
