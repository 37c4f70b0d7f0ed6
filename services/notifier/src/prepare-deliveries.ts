import { TOPICS } from '#events';
import { findTraceparents } from '#log';
import type { Delivery, Session, Subscription } from '#store';
import type { EndpointBook } from './endpoint-book.ts';
import type { Message, MessageContent } from './message/message.ts';
import { contentKey, loadContents, messageLoaders } from './message/message-loaders.ts';
import type { NotifierPorts } from './notifier-ports.ts';

/** A claimed delivery with all that sending it takes. */
export interface PreparedDelivery {
  readonly delivery: Delivery;
  /** When it was claimed: what is prepared grows stale. */
  readonly claimedAt: Date;
  /** Trace of the alert that is told. */
  readonly traceparent: string | undefined;
  readonly task:
    | { readonly kind: 'send'; readonly subscription: Subscription; readonly message: Message }
    | { readonly kind: 'pointless'; readonly because: string };
}

/** Reads what deliveries need, in a handful of queries however many there are. */
export async function prepareDeliveries(
  { store, sealer }: Pick<NotifierPorts, 'store' | 'sealer'>,
  book: EndpointBook,
  deliveries: readonly Delivery[],
  claimedAt: Date,
): Promise<readonly PreparedDelivery[]> {
  if (deliveries.length === 0) return [];
  const { session } = store;
  const ids = [...new Set(deliveries.map(({ subscriptionId }) => subscriptionId))];
  const subscriptions = await book.open(session, ids);
  const contents = await loadContents(messageLoaders(sealer), session, deliveries);
  const toPrepare = deliveries.map((delivery) => ({
    delivery,
    content: contents.get(contentKey(delivery.messageKind, delivery.subjectId)),
  }));
  const traces = await tracesOfChanges(session, toPrepare);
  return toPrepare.map(({ delivery, content }) => ({
    delivery,
    claimedAt,
    traceparent: content?.kind === 'alert' ? traces.get(content.change.changeId) : undefined,
    task: taskOf(delivery, subscriptions.get(delivery.subscriptionId), content),
  }));
}

interface ToPrepare {
  readonly delivery: Delivery;
  readonly content: MessageContent | undefined;
}

/**
 * The trace of each change that is told as an alert, by change id. One of its alerts is looked up for all: they are raised in
 * one step, and a change that many subscribe to is many deliveries.
 */
async function tracesOfChanges(
  session: Session,
  toPrepare: readonly ToPrepare[],
): Promise<ReadonlyMap<string, string>> {
  const alertOf = new Map<string, string>();
  for (const { delivery, content } of toPrepare) {
    if (content?.kind === 'alert') alertOf.set(content.change.changeId, delivery.alertId);
  }
  // A trace that cannot be read begins anew: tracing keeps no message from being sent.
  const traces = await findTraceparents(session, TOPICS.alerts, [...alertOf.values()]).catch(() => NONE);
  return new Map(
    [...alertOf].flatMap(([changeId, alertId]): [string, string][] => {
      const traceparent = traces.get(alertId);
      return traceparent === undefined ? [] : [[changeId, traceparent]];
    }),
  );
}

const NONE: ReadonlyMap<string, string> = new Map();

function taskOf(
  delivery: Delivery,
  subscription: Subscription | undefined,
  content: MessageContent | undefined,
): PreparedDelivery['task'] {
  if (!subscription) return { kind: 'pointless', because: 'there is no such subscription any more' };
  if (subscription.status === 'disabled') return { kind: 'pointless', because: 'the subscription is disabled' };
  if (!content) return { kind: 'pointless', because: `the ${delivery.messageKind} is not in the store` };
  const { deliveryId, webhookId: messageId } = delivery;
  const { subscriptionId, name } = subscription;
  return {
    kind: 'send',
    subscription,
    message: { deliveryId, messageId, recipient: { subscriptionId, name }, content },
  };
}
