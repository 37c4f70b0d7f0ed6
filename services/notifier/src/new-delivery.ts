import { digestOf } from '#domain';
import type { Delivery, MessageKind } from '#store';

const WEBHOOK_ID_DIGITS = 40;

/** What a message is about, and how it goes out. */
export interface DeliveryFacts {
  readonly messageKind: MessageKind;
  readonly subjectId: string;
  readonly subscriptionId: string;
  readonly channelKind: string;
  readonly now: Date;
  /** Sent no earlier than this; at once when left out. */
  readonly notBefore?: Date | undefined;
  /** Why it waits, for people. */
  readonly waitsBecause?: string;
  /** The alert that is told, where it is one alone. */
  readonly alertId?: string;
}

/**
 * A delivery that is due. Its ids follow from what it tells and the channel, so that repeating the call makes no second
 * message.
 */
export function newDelivery(facts: DeliveryFacts): Delivery {
  const { messageKind, subjectId, subscriptionId, channelKind, now, notBefore = now } = facts;
  const deliveryId =
    messageKind === 'alert'
      ? digestOf('delivery', subjectId, channelKind)
      : digestOf('delivery', messageKind, subjectId, channelKind);
  return {
    deliveryId,
    subscriptionId,
    messageKind,
    subjectId,
    alertId: facts.alertId ?? '',
    webhookId: `msg_${deliveryId.slice(0, WEBHOOK_ID_DIGITS)}`,
    status: 'due',
    attempts: 0,
    nextAttemptAt: notBefore.toISOString(),
    createdAt: now.toISOString(),
    finishedAt: null,
    lastOutcome: facts.waitsBecause ?? '',
    replayOf: null,
  };
}
