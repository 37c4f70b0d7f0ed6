import { BANDS, type Band, quietUntil } from '#domain';
import { type AlertRaised, TOPICS } from '#events';
import type { LogRecord, Subscription as LogSubscription, RunEffect } from '#log';
import {
  type Correction,
  collapses,
  type Delivery,
  enqueueDeliveries,
  listCorrectionsAmong,
  listSealedById,
  openSubscription,
  type Session,
  type Subscription,
} from '#store';
import { type CollapsingAlert, collapse } from './burst/collapse.ts';
import { louder } from './correction/find-corrections.ts';
import { newDelivery } from './new-delivery.ts';
import type { NotifierPorts } from './notifier-ports.ts';

type DispatchPorts = Pick<NotifierPorts, 'store' | 'sealer' | 'now'>;

/** How an alert reaches its subscriber. */
export type Dispatch =
  | { readonly kind: 'left_to_digest' }
  | { readonly kind: 'alone'; readonly delivery: Delivery }
  | { readonly kind: 'with_others'; readonly alert: CollapsingAlert };

/**
 * Turns alerts into deliveries; sending is the delivery worker's, because a slow receiver must not hold up the log. Alerts of
 * a cadence `immediate` at or above the threshold go out, alone or with their neighbours; daily and weekly cadences, the
 * digest channel and alerts below the threshold are served by the digest, which reads the alerts themselves.
 */
export function dispatchAlerts(ports: DispatchPorts): LogSubscription {
  const handle = async (records: readonly LogRecord[]): Promise<RunEffect> => {
    const dispatches = await dispatchesOf(ports, records);
    return (tx, isNew) =>
      dispatch(
        tx,
        dispatches.filter((_, index) => isNew[index]),
      );
  };
  return {
    group: 'notifier.dispatch',
    topics: [TOPICS.alerts],
    together: { most: 50, sameKey: true, handle },
    handle: async (record) => {
      const effect = await handle([record]);
      return (tx) => effect(tx, [true]);
    },
  };
}

/** How each alert goes out, in the queries of one; undefined where its subscription is gone. */
async function dispatchesOf(
  { store: { session }, sealer, now }: DispatchPorts,
  records: readonly LogRecord[],
): Promise<readonly (Dispatch | undefined)[]> {
  const alerts = records.map(({ event }) => (event.type === 'redline.alert.raised' ? event.data : undefined));
  const known = alerts.filter((alert) => alert !== undefined);
  const ids = [...new Set(known.map(({ subscriptionId }) => subscriptionId))];
  const sealed = await listSealedById(session, ids);
  const subscriptions = new Map(sealed.map((row) => [row.subscriptionId, openSubscription(sealer, row)]));
  const corrections = await listCorrectionsAmong(
    session,
    known.map(({ changeId }) => changeId),
    ids,
  );
  return alerts.map((alert) => {
    const subscription = alert && subscriptions.get(alert.subscriptionId);
    if (!subscription) return undefined;
    const { changeId, subscriptionId } = alert;
    const correction = corrections.find((one) => one.changeId === changeId && one.subscriptionId === subscriptionId);
    return dispatchOf(alert, subscription, now(), correction);
  });
}

async function dispatch(tx: Session, dispatches: readonly (Dispatch | undefined)[]): Promise<void> {
  const alone = dispatches.flatMap((one) => (one?.kind === 'alone' ? [one.delivery] : []));
  await enqueueDeliveries(tx, alone);
  for (const one of dispatches) if (one?.kind === 'with_others') await collapse(tx, one.alert);
}

/**
 * How an alert goes out. One that corrects what was told is told as a correction, as loudly as the old alert was, and alone.
 * The ids of a delivery follow from what it tells and the channel, so repeating it makes no second one.
 */
export function dispatchOf(
  alert: Pick<AlertRaised['data'], 'alertId' | 'band'>,
  subscription: Pick<
    Subscription,
    'subscriptionId' | 'tenantId' | 'channel' | 'cadence' | 'status' | 'profile' | 'collapse'
  >,
  now: Date,
  correction?: Correction,
): Dispatch {
  const { subscriptionId, tenantId, channel, cadence, status, profile } = subscription;
  const own = BANDS.find((known) => known === alert.band);
  if (channel.kind === 'digest' || cadence !== 'immediate' || status !== 'active' || !own) return LEFT;
  const band = louder(correction?.toldBand, own);
  if (!reaches(band, channel.minBand ?? profile.minBand)) return LEFT;
  const quiet = quietUntil(profile, band, now);
  const facts = {
    subscriptionId,
    channelKind: channel.kind,
    now,
    waitsBecause: quiet ? 'delayed by quiet hours' : '',
  };
  if (correction) {
    const subjectId = correction.correctionId;
    return alone(newDelivery({ ...facts, messageKind: 'correction', subjectId, notBefore: quiet }));
  }
  const { alertId } = alert;
  if (collapses(subscription))
    return { kind: 'with_others', alert: { ...facts, tenantId, alertId, quietUntil: quiet } };
  return alone(newDelivery({ ...facts, messageKind: 'alert', subjectId: alertId, alertId, notBefore: quiet }));
}

const LEFT: Dispatch = { kind: 'left_to_digest' };

function alone(delivery: Delivery): Dispatch {
  return { kind: 'alone', delivery };
}

function reaches(band: Band, minBand: Band): boolean {
  return BANDS.indexOf(band) >= BANDS.indexOf(minBand);
}
