import { TOPICS } from '#events';
import { findEvent } from '#log';
import { UNTRACED } from '#process';
import { type Delivery, findSubscription, finishAttempt, type Subscription, setSubscriptionStatus } from '#store';
import { type AttemptOutcome, attemptOutcome, failed } from './attempt-outcome.ts';
import { sendMessage } from './channel/send-message.ts';
import type { Message } from './message/message.ts';
import { contentKey, loadContents, messageLoaders } from './message/message-loaders.ts';
import type { NotifierPorts, WebhookAnswer } from './notifier-ports.ts';
import { MAX_ATTEMPTS } from './retry-schedule.ts';

export type AttemptPorts = Omit<NotifierPorts, 'log' | 'newId'>;

/** What the record of an attempt keeps of an answer; longer ones are cut. */
const MAX_RESPONSE_CHARS = 16_384;

type Prepared =
  | { readonly kind: 'ready'; readonly subscription: Subscription; readonly message: Message }
  | { readonly kind: 'pointless'; readonly because: string };

/** An attempt as it went, before it is recorded. */
interface Attempted {
  readonly result: AttemptOutcome;
  readonly answer?: WebhookAnswer;
  readonly changeId?: string;
}

/**
 * Makes one attempt and records what it means, in that order: a crash in between repeats the attempt under the same
 * `webhook-id`, so a message reaches its receiver at least once and the receiver can tell a repetition.
 * @returns how long the endpoint wants to be left alone, in milliseconds.
 */
export async function attemptDelivery(ports: AttemptPorts, delivery: Delivery): Promise<number> {
  const tracing = ports.tracing ?? UNTRACED;
  const parent = await traceOfAlert(ports, delivery);
  const facts = { 'redline.delivery': delivery.deliveryId, 'redline.subscription': delivery.subscriptionId };
  return tracing.step('deliver', parent, facts, async (step) => {
    const { result, pauseMs } = await attemptAndRecord(ports, delivery, step.traceparent);
    step.note({ 'redline.attempt': delivery.attempts + 1, 'redline.outcome': result });
    return pauseMs;
  });
}

/** A trace that cannot be read begins anew: tracing keeps no message from being sent. */
async function traceOfAlert({ store }: AttemptPorts, { alertId }: Delivery): Promise<string | undefined> {
  const event = await findEvent(store.session, TOPICS.alerts, alertId).catch(() => undefined);
  return event?.traceparent;
}

async function attemptAndRecord(ports: AttemptPorts, delivery: Delivery, traceparent: string | undefined) {
  const startedAt = ports.now();
  const attempted = await attempt(ports, delivery, startedAt, traceparent);
  const endedAt = ports.now();
  const durationMs = Math.max(0, endedAt.getTime() - startedAt.getTime());
  await record(ports, delivery, attempted, { startedAt, endedAt, durationMs });
  report(ports, delivery, attempted, durationMs);
  const { result } = attempted;
  return { result: result.kind, pauseMs: result.kind === 'retry' ? (result.pauseEndpointMs ?? 0) : 0 };
}

async function attempt(
  ports: AttemptPorts,
  delivery: Delivery,
  sentAt: Date,
  traceparent: string | undefined,
): Promise<Attempted> {
  const number = delivery.attempts + 1;
  try {
    const prepared = await prepare(ports, delivery);
    if (prepared.kind === 'pointless') return pointless(prepared.because);
    const { subscription, message } = prepared;
    const answer = await sendMessage(ports, subscription, { message, sentAt, traceparent });
    if (answer.kind === 'pointless') return pointless(answer.because);
    const { content } = message;
    const changeId = content.kind === 'alert' ? { changeId: content.change.changeId } : {};
    return { result: attemptOutcome(answer, number, ports.random()), answer, ...changeId };
  } catch (err) {
    // An error of ours must not spin on the same row: it takes its place on the schedule, and wakes someone.
    ports.logger.error({ deliveryId: delivery.deliveryId, attempt: number, err }, 'delivery.attempt_broke');
    return { result: failed('an error of Redline kept it from being sent', number, ports.random(), 0) };
  }
}

function pointless(because: string): Attempted {
  return { result: { kind: 'gave_up', outcome: because, disableSubscription: false } };
}

async function prepare(ports: AttemptPorts, delivery: Delivery): Promise<Prepared> {
  const { session } = ports.store;
  const subscription = await findSubscription(session, ports.sealer, delivery.subscriptionId);
  if (!subscription) return { kind: 'pointless', because: 'there is no such subscription any more' };
  if (subscription.status === 'disabled') return { kind: 'pointless', because: 'the subscription is disabled' };
  const contents = await loadContents(messageLoaders(ports.sealer), session, [delivery]);
  const content = contents.get(contentKey(delivery.messageKind, delivery.subjectId));
  if (!content) return { kind: 'pointless', because: `the ${delivery.messageKind} is not in the store` };
  const { subscriptionId, name } = subscription;
  const message: Message = { messageId: delivery.webhookId, recipient: { subscriptionId, name }, content };
  return { kind: 'ready', subscription, message };
}

async function record(
  ports: AttemptPorts,
  delivery: Delivery,
  { result, answer }: Attempted,
  times: { readonly startedAt: Date; readonly endedAt: Date; readonly durationMs: number },
): Promise<void> {
  const answered = answer?.kind === 'answered' ? answer : undefined;
  await ports.store.transaction(async (tx) => {
    await finishAttempt(
      tx,
      {
        deliveryId: delivery.deliveryId,
        attempt: delivery.attempts + 1,
        startedAt: times.startedAt.toISOString(),
        durationMs: times.durationMs,
        outcome: result.outcome,
        status: answered?.status ?? null,
        responseText: storable(answered?.bodyText ?? ''),
      },
      standing(result, times.endedAt),
    );
    if (result.kind === 'gave_up' && result.disableSubscription) {
      await setSubscriptionStatus(tx, delivery.subscriptionId, 'disabled');
    }
  });
}

function standing(result: AttemptOutcome, endedAt: Date): Parameters<typeof finishAttempt>[2] {
  if (result.kind !== 'retry') {
    return { status: result.kind, nextAttemptAt: null, finishedAt: endedAt.toISOString() };
  }
  const nextAttemptAt = new Date(endedAt.getTime() + result.delayMs).toISOString();
  return { status: 'due', nextAttemptAt, finishedAt: null };
}

/** PostgreSQL refuses NUL in text, and a receiver chooses what it answers. */
function storable(text: string): string {
  return text.slice(0, MAX_RESPONSE_CHARS).replaceAll('\0', '\uFFFD').toWellFormed();
}

function report(ports: AttemptPorts, delivery: Delivery, { result, changeId }: Attempted, durationMs: number): void {
  const facts = {
    deliveryId: delivery.deliveryId,
    webhookId: delivery.webhookId,
    endpointId: delivery.subscriptionId,
    changeId,
    attempt: delivery.attempts + 1,
    of: MAX_ATTEMPTS,
    outcome: result.outcome,
    durationMs,
  };
  ports.logger[result.kind === 'gave_up' ? 'warn' : 'info'](facts, 'delivery.attempted');
  ports.observer?.deliveryAttempted(result.kind, durationMs);
}
