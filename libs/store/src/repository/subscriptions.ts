import type { Band, Profile } from '#domain';
import type { Session } from '../open-store.ts';
import type { SubscriptionTable } from '../schema.ts';
import type { Sealer } from '../sealed.ts';
import { nextRevision } from './subscription-revisions.ts';

export const CADENCES = ['immediate', 'daily', 'weekly'] as const;
export type Cadence = (typeof CADENCES)[number];

/** How a webhook's body is written: Standard Webhooks, or a CloudEvents 1.0 event in structured mode. */
export const WEBHOOK_FORMATS = ['standard', 'cloudevents'] as const;
export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number];

export interface WebhookChannel {
  readonly kind: 'webhook';
  readonly url: string;
  /** `standard` when left out. */
  readonly format?: WebhookFormat | undefined;
  /** Most messages in a minute; unlimited when left out. */
  readonly maxPerMinute?: number | undefined;
}

/** Where messages go. `slack` and `teams` are incoming webhooks of those services; `digest` is read on the desk. */
export type Channel =
  | (WebhookChannel & ChannelThreshold)
  | ({ readonly kind: 'email'; readonly address: string } & ChannelThreshold)
  | ({ readonly kind: 'slack'; readonly url: string } & ChannelThreshold)
  | ({ readonly kind: 'teams'; readonly url: string } & ChannelThreshold)
  | { readonly kind: 'digest' };

export interface ChannelThreshold {
  /** Alerts below this band go to the digest only. The profile's threshold where it is left out. */
  readonly minBand?: Band | undefined;
}

/** A signing secret that was replaced and still signs beside its successor until an instant. */
export interface RetiringSecret {
  readonly secret: string;
  readonly until: string;
}

/** Hour of every digest, and the day of a weekly one. */
export interface DigestTime {
  /** `HH:MM`, 24 hours. */
  readonly at: string;
  /** `monday` to `sunday`. */
  readonly weekday: string;
}

export const DEFAULT_DIGEST_TIME: DigestTime = { at: '07:00', weekday: 'monday' };

/** People get one message for a burst of alerts; a program gets one message an alert, unless its owner says otherwise. */
export function collapses({ collapse, channel }: Pick<Subscription, 'collapse' | 'channel'>): boolean {
  return collapse ?? channel.kind !== 'webhook';
}

export interface Subscription {
  readonly subscriptionId: string;
  /** Whose it is. Its alerts and deliveries are the same tenant's. */
  readonly tenantId: string;
  readonly name: string;
  readonly profile: Profile;
  readonly channel: Channel;
  readonly cadence: Cadence;
  readonly status: 'active' | 'disabled';
  readonly createdAt: string;
  /** Log position at creation: it hears only what was detected after it; the rest is history and preview. */
  readonly hearsAfterPosition: number;
  /** When the digest is made, on the wall clock of the profile's zone. 07:00 and Monday where it is left out. */
  readonly digest?: DigestTime;
  /** Many alerts within moments become one message. As {@link collapses} says where it is left out. */
  readonly collapse?: boolean;
  /** `whsec_…` (or `whsk_…`, ed25519) of a webhook; shown to the subscriber once, at creation. */
  readonly secret?: string;
  /** Secrets that still sign beside {@link secret} while receivers change over. None when left out. */
  readonly retiring?: readonly RetiringSecret[];
}

/** @returns false, with nothing written, when another tenant has a subscription of this id. */
export async function saveSubscription(session: Session, sealer: Sealer, subscription: Subscription): Promise<boolean> {
  const row: SubscriptionTable = {
    subscriptionId: subscription.subscriptionId,
    tenantId: subscription.tenantId,
    name: subscription.name,
    cadence: subscription.cadence,
    channelKind: subscription.channel.kind,
    sealedChannel: sealer.seal(JSON.stringify(subscription.channel)),
    sealedProfile: sealer.seal(JSON.stringify(subscription.profile)),
    sealedSecret: subscription.secret ? sealer.seal(subscription.secret) : null,
    status: subscription.status,
    createdAt: subscription.createdAt,
    hearsAfterPosition: subscription.hearsAfterPosition,
    sealedRetiring: subscription.retiring?.length ? sealer.seal(JSON.stringify(subscription.retiring)) : null,
    digestAt: subscription.digest?.at ?? null,
    digestWeekday: subscription.digest?.weekday ?? null,
    collapse: subscription.collapse === undefined ? null : Number(subscription.collapse),
    revision: await nextRevision(session),
  };
  const { numInsertedOrUpdatedRows } = await session
    .insertInto('subscriptions')
    .values(row)
    .onConflict((conflict) =>
      conflict.column('subscriptionId').doUpdateSet(row).where('subscriptions.tenantId', '=', row.tenantId),
    )
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Those of one tenant, oldest first. @throws Error when a row was sealed with another key. */
export async function listSubscriptions(
  session: Session,
  sealer: Sealer,
  tenantId: string,
): Promise<readonly Subscription[]> {
  const rows = await session
    .selectFrom('subscriptions')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .orderBy('createdAt')
    .orderBy('subscriptionId')
    .execute();
  return rows.map((row) => openSubscription(sealer, row));
}

/** A subscription as it lies. Sealing anew changes its text even when the content stays, so equal text is equal content. */
export type SealedSubscription = Readonly<SubscriptionTable>;

/** Those of the given ids, unopened, active or not. */
export async function listSealedById(
  session: Session,
  subscriptionIds: readonly string[],
): Promise<readonly SealedSubscription[]> {
  if (subscriptionIds.length === 0) return [];
  return session.selectFrom('subscriptions').selectAll().where('subscriptionId', 'in', subscriptionIds).execute();
}

/** The oldest active subscription of a tenant to which messages are sent, unopened; undefined where there is none. */
export async function findReachable(session: Session, tenantId: string): Promise<SealedSubscription | undefined> {
  return session
    .selectFrom('subscriptions')
    .selectAll()
    .where('tenantId', '=', tenantId)
    .where('status', '=', 'active')
    .where('channelKind', '!=', 'digest')
    .orderBy('createdAt')
    .orderBy('subscriptionId')
    .executeTakeFirst();
}

/** Any tenant's: for what serves them all. Who answers a caller takes {@link findOwnSubscription}. */
export async function findSubscription(
  session: Session,
  sealer: Sealer,
  subscriptionId: string,
): Promise<Subscription | undefined> {
  const row = await session
    .selectFrom('subscriptions')
    .selectAll()
    .where('subscriptionId', '=', subscriptionId)
    .executeTakeFirst();
  return row && openSubscription(sealer, row);
}

/** @returns undefined also for a subscription of another tenant. */
export async function findOwnSubscription(
  session: Session,
  sealer: Sealer,
  tenantId: string,
  subscriptionId: string,
): Promise<Subscription | undefined> {
  const found = await findSubscription(session, sealer, subscriptionId);
  return found?.tenantId === tenantId ? found : undefined;
}

/** A disabled subscription keeps its alerts and deliveries but raises no more. */
export async function setSubscriptionStatus(
  session: Session,
  subscriptionId: string,
  status: Subscription['status'],
): Promise<void> {
  const revision = await nextRevision(session);
  await session
    .updateTable('subscriptions')
    .set({ status, revision })
    .where('subscriptionId', '=', subscriptionId)
    .execute();
}

/** The profile alone: opening costs a decryption each. @throws Error when the row was sealed with another key. */
export function openProfile(sealer: Sealer, { sealedProfile }: Pick<SealedSubscription, 'sealedProfile'>): Profile {
  return JSON.parse(sealer.open(sealedProfile)) as Profile;
}

/** Disables an active subscription. @returns false when it was not active. */
export async function disableSubscription(session: Session, subscriptionId: string): Promise<boolean> {
  const revision = await nextRevision(session);
  const { numUpdatedRows } = await session
    .updateTable('subscriptions')
    .set({ status: 'disabled', revision })
    .where('subscriptionId', '=', subscriptionId)
    .where('status', '=', 'active')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** @throws Error when the row was sealed with another key. */
export function openSubscription(sealer: Sealer, row: SealedSubscription): Subscription {
  return {
    subscriptionId: row.subscriptionId,
    tenantId: row.tenantId,
    name: row.name,
    profile: openProfile(sealer, row),
    channel: JSON.parse(sealer.open(row.sealedChannel)) as Channel,
    cadence: row.cadence as Cadence,
    status: row.status as Subscription['status'],
    createdAt: row.createdAt,
    hearsAfterPosition: row.hearsAfterPosition,
    ...(row.digestAt === null ? {} : { digest: digestTimeOf(row.digestAt, row.digestWeekday) }),
    ...(row.collapse === null ? {} : { collapse: row.collapse === 1 }),
    ...(row.sealedSecret === null ? {} : { secret: sealer.open(row.sealedSecret) }),
    ...(row.sealedRetiring === null
      ? {}
      : { retiring: JSON.parse(sealer.open(row.sealedRetiring)) as readonly RetiringSecret[] }),
  };
}

function digestTimeOf(at: string, weekday: string | null): DigestTime {
  return { at, weekday: weekday ?? DEFAULT_DIGEST_TIME.weekday };
}
