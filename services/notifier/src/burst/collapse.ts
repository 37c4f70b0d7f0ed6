import { digestOf } from '#domain';
import { enqueueDelivery, joinBurst, openBurst, type Session } from '#store';
import { newDelivery } from '../new-delivery.ts';

/**
 * How long the first alert of a burst waits for others, and so the most by which a single alert is delayed: long enough for
 * one publication that adds hundreds of parties, short enough for a person not to notice.
 */
export const COLLAPSE_MS = 10_000;

const PROMPT = 'prompt';

/** An alert that is to go out together with its neighbours. */
export interface CollapsingAlert {
  readonly alertId: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly channelKind: string;
  readonly now: Date;
  /** End of the subscriber's quiet hours, where they hold it back. */
  readonly quietUntil?: Date | undefined;
  readonly waitsBecause: string;
}

/**
 * Puts an alert into the message that is being gathered for its subscriber, or begins one with it. Run it in the transaction
 * of the alert's dispatch: then every alert is in exactly one message, whatever dies when.
 */
export async function collapse(tx: Session, alert: CollapsingAlert): Promise<void> {
  const { alertId, subscriptionId, tenantId, now, quietUntil } = alert;
  const lane = quietUntil?.toISOString() ?? PROMPT;
  if (await joinBurst(tx, { alertId, subscriptionId, tenantId, lane, now: now.toISOString() })) return;
  const closesAt = quietUntil ?? new Date(now.getTime() + COLLAPSE_MS);
  const burstId = digestOf('burst', alertId);
  const times = { openedAt: now.toISOString(), closesAt: closesAt.toISOString() };
  await openBurst(tx, { burstId, subscriptionId, tenantId, lane, ...times }, alertId);
  const delivery = newDelivery({
    messageKind: 'burst',
    subjectId: burstId,
    subscriptionId,
    channelKind: alert.channelKind,
    now,
    notBefore: closesAt,
    waitsBecause: alert.waitsBecause,
  });
  await enqueueDelivery(tx, delivery);
}
