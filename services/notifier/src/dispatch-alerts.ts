import { BANDS, type Band, digestOf } from '#domain';
import { type AlertRaised, TOPICS } from '#events';
import type { Effect, Subscription as LogSubscription } from '#log';
import { type Delivery, enqueueDelivery, findSubscription, type Subscription } from '#store';
import type { NotifierPorts } from './notifier-ports.ts';
import { quietUntil } from './quiet-hours.ts';

type DispatchPorts = Pick<NotifierPorts, 'store' | 'sealer' | 'now'>;

const NOTHING: Effect = async () => undefined;
const WEBHOOK_ID_DIGITS = 40;

/**
 * Turns alerts into deliveries; sending is the delivery worker's, because a slow receiver must not hold up the log. Only a
 * webhook with cadence `immediate` and a band at or above the profile's threshold gets one. E-mail and digest channels,
 * daily and weekly cadences and alerts below the threshold are served by the digest, which reads the alerts themselves.
 */
export function dispatchAlerts(ports: DispatchPorts): LogSubscription {
  return {
    group: 'notifier.dispatch',
    topics: [TOPICS.alerts],
    handle: async ({ event }) => {
      if (event.type !== 'redline.alert.raised') return NOTHING;
      const subscription = await findSubscription(ports.store.session, ports.sealer, event.data.subscriptionId);
      const delivery = subscription && deliveryOf(event.data, subscription, ports.now());
      if (!delivery) return NOTHING;
      return async (tx) => {
        await enqueueDelivery(tx, delivery);
      };
    },
  };
}

/**
 * The delivery that an alert calls for. Its ids follow from the alert and the channel, so repeating it makes no second one.
 * @returns undefined when the alert is left to the digest.
 */
export function deliveryOf(
  alert: Pick<AlertRaised['data'], 'alertId' | 'band'>,
  subscription: Pick<Subscription, 'subscriptionId' | 'channel' | 'cadence' | 'status' | 'profile'>,
  now: Date,
): Delivery | undefined {
  const { channel, cadence, status, profile } = subscription;
  const band = BANDS.find((known) => known === alert.band);
  if (channel.kind !== 'webhook' || cadence !== 'immediate' || status !== 'active' || !band) return undefined;
  if (!reaches(band, profile.minBand)) return undefined;
  const deliveryId = digestOf('delivery', alert.alertId, channel.kind);
  const quiet = quietUntil(profile, band, now);
  return {
    deliveryId,
    subscriptionId: subscription.subscriptionId,
    messageKind: 'alert',
    subjectId: alert.alertId,
    alertId: alert.alertId,
    webhookId: `msg_${deliveryId.slice(0, WEBHOOK_ID_DIGITS)}`,
    status: 'due',
    attempts: 0,
    nextAttemptAt: (quiet ?? now).toISOString(),
    createdAt: now.toISOString(),
    finishedAt: null,
    lastOutcome: quiet ? 'delayed by quiet hours' : '',
    replayOf: null,
  };
}

function reaches(band: Band, minBand: Band): boolean {
  return BANDS.indexOf(band) >= BANDS.indexOf(minBand);
}
