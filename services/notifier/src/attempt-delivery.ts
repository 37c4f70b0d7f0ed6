import { UNTRACED } from '#process';
import { type AttemptOutcome, attemptOutcome, failed } from './attempt-outcome.ts';
import type { SendAnswer } from './channel/channel-sender.ts';
import { sendMessage } from './channel/send-message.ts';
import type { Message } from './message/message.ts';
import type { NotifierPorts } from './notifier-ports.ts';
import type { PreparedDelivery } from './prepare-deliveries.ts';
import { MAX_ATTEMPTS } from './retry-schedule.ts';

export type AttemptPorts = Omit<NotifierPorts, 'log' | 'newId'>;

/** An attempt as it went, before it is recorded. */
export interface DoneAttempt {
  readonly prepared: PreparedDelivery;
  readonly result: AttemptOutcome;
  /** What it says about the endpoint; nothing where none was asked or the error was ours. */
  readonly endpoint: 'worked' | 'failed' | 'untouched';
  /** What the other side answered: a status of HTTP or SMTP, and the start of its text. */
  readonly status: number | null;
  readonly responseText: string;
  readonly startedAt: Date;
  readonly endedAt: Date;
  readonly durationMs: number;
}

type Went = Pick<DoneAttempt, 'result' | 'endpoint' | 'status' | 'responseText'>;

/** What the record of an attempt keeps of an answer; longer ones are cut. */
const MAX_RESPONSE_CHARS = 16_384;

/** Makes one attempt. Resolves whatever happens; recording it is the recorder's. */
export async function attemptDelivery(ports: AttemptPorts, prepared: PreparedDelivery): Promise<DoneAttempt> {
  const { deliveryId, subscriptionId, attempts } = prepared.delivery;
  const facts = { 'redline.delivery': deliveryId, 'redline.subscription': subscriptionId };
  return (ports.tracing ?? UNTRACED).step('deliver', prepared.traceparent, facts, async (step) => {
    const startedAt = ports.now();
    const went = await attempt(ports, prepared, startedAt, step.traceparent);
    const endedAt = ports.now();
    const durationMs = Math.max(0, endedAt.getTime() - startedAt.getTime());
    const done: DoneAttempt = { prepared, ...went, startedAt, endedAt, durationMs };
    step.note({ 'redline.attempt': attempts + 1, 'redline.outcome': done.result.kind });
    report(ports, done);
    return done;
  });
}

async function attempt(
  ports: AttemptPorts,
  { delivery, task }: PreparedDelivery,
  sentAt: Date,
  traceparent: string | undefined,
): Promise<Went> {
  const number = delivery.attempts + 1;
  if (task.kind === 'pointless') return pointless(task.because);
  try {
    const answer = await sendMessage(ports, task.subscription, { message: task.message, sentAt, traceparent });
    return wentAs(answer, number, ports.random());
  } catch (err) {
    // An error of ours must not spin on the same row: it takes its place on the schedule, and wakes someone.
    ports.logger.error({ deliveryId: delivery.deliveryId, attempt: number, err }, 'delivery.attempt_broke');
    return ours('an error of Redline kept it from being sent', number, ports.random());
  }
}

function wentAs(answer: SendAnswer, number: number, random: number): Went {
  if (answer.kind === 'pointless') return pointless(answer.because);
  if (answer.kind === 'unsent') return ours(answer.because, number, random);
  const result = attemptOutcome(answer, number, random);
  const said = 'status' in answer ? answer : { status: null, bodyText: '' };
  return {
    result,
    endpoint: result.kind === 'delivered' ? 'worked' : 'failed',
    status: said.status,
    responseText: storable(said.bodyText),
  };
}

function pointless(because: string): Went {
  const result: AttemptOutcome = { kind: 'gave_up', outcome: because, disableSubscription: false };
  return { result, endpoint: 'untouched', status: null, responseText: '' };
}

function ours(because: string, number: number, random: number): Went {
  return { result: failed(because, number, random, 0), endpoint: 'untouched', status: null, responseText: '' };
}

/** PostgreSQL refuses NUL in text, and a receiver chooses what it answers. */
function storable(text: string): string {
  return text.slice(0, MAX_RESPONSE_CHARS).replaceAll('\0', '\uFFFD').toWellFormed();
}

function report(ports: AttemptPorts, { prepared, result, durationMs }: DoneAttempt): void {
  const { delivery, task } = prepared;
  const facts = {
    deliveryId: delivery.deliveryId,
    webhookId: delivery.webhookId,
    endpointId: delivery.subscriptionId,
    ...(task.kind === 'send' ? subjectOf(task.message) : {}),
    attempt: delivery.attempts + 1,
    of: MAX_ATTEMPTS,
    outcome: result.outcome,
    durationMs,
  };
  ports.logger[result.kind === 'gave_up' ? 'warn' : 'info'](facts, 'delivery.attempted');
  ports.observer?.deliveryAttempted(result.kind, durationMs);
}

function subjectOf({ content }: Message) {
  return { messageKind: content.kind, ...('change' in content ? { changeId: content.change.changeId } : {}) };
}
