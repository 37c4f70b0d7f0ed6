import { type EndpointNews, type FinishedAttempt, finishAttempts, noteEndpointNews, type Session } from '#store';
import type { DoneAttempt } from './attempt-delivery.ts';
import { disableEndpoint } from './disable-endpoint.ts';
import { whyDisable } from './endpoint-verdict.ts';
import type { NotifierPorts } from './notifier-ports.ts';

/** Records attempts, many in one transaction: a commit each would cost more than the sending. */
export interface AttemptRecorder {
  /** Resolves once the attempt is recorded. @throws what the store throws: then it is not, and its claim runs out. */
  record(done: DoneAttempt): Promise<void>;
  /** Nothing else is under way that is worth waiting for: what waits is recorded now. */
  noMoreUnderWay(): void;
}

/** How long an attempt waits for those under way, to be recorded with them: what a crash may repeat beyond these. */
const GROUP_MS = 40;
/** So many are recorded without waiting. */
const GROUP = 128;

interface Waiting {
  readonly done: DoneAttempt;
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

export function createAttemptRecorder({ store, logger }: Pick<NotifierPorts, 'store' | 'logger'>): AttemptRecorder {
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> = Promise.resolve();

  const write = async (group: readonly Waiting[]): Promise<void> => {
    try {
      // Beside `store.transaction`: that an attempt was made is news to no consumer of the log.
      const disabled = await store.session.transaction().execute((tx) =>
        recordAll(
          tx,
          group.map(({ done }) => done),
        ),
      );
      for (const endpointId of disabled) logger.warn({ endpointId }, 'endpoint.disabled');
      for (const { resolve } of group) resolve();
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const group = waiting;
    waiting = [];
    if (group.length > 0) writing = writing.then(() => write(group));
  };

  return {
    record: (done) =>
      new Promise((resolve, reject) => {
        waiting.push({ done, resolve, reject });
        if (waiting.length >= GROUP) flush();
        else timer ??= setTimeout(flush, GROUP_MS);
      }),
    noMoreUnderWay: flush,
  };
}

/** @returns the endpoints that were disabled by it. */
async function recordAll(tx: Session, group: readonly DoneAttempt[]): Promise<readonly string[]> {
  const recorded = await finishAttempts(tx, group.map(finishedOf));
  const fresh = group.filter(({ prepared }) => recorded.has(prepared.delivery.deliveryId));
  const states = await noteEndpointNews(tx, newsOf(fresh));
  const reasons = new Map<string, string>();
  for (const state of states) {
    const because = whyDisable(state, lastOf(fresh, state.subscriptionId).endedAt);
    if (because !== undefined) reasons.set(state.subscriptionId, because);
  }
  for (const { prepared, result } of fresh) {
    if (result.kind === 'gave_up' && result.disableSubscription) {
      reasons.set(prepared.delivery.subscriptionId, result.outcome);
    }
  }
  for (const [subscriptionId, because] of reasons) {
    const { prepared, endedAt } = lastOf(fresh, subscriptionId);
    const tenantId = prepared.task.kind === 'send' ? prepared.task.subscription.tenantId : '';
    await disableEndpoint(tx, { subscriptionId, tenantId }, because, endedAt);
  }
  return [...reasons.keys()];
}

function finishedOf({ prepared, result, status, responseText, startedAt, endedAt, durationMs }: DoneAttempt) {
  const { deliveryId, attempts } = prepared.delivery;
  const attempt = {
    deliveryId,
    attempt: attempts + 1,
    startedAt: startedAt.toISOString(),
    durationMs,
    outcome: result.outcome,
    status,
    responseText,
  };
  const after: FinishedAttempt['after'] =
    result.kind === 'retry'
      ? { status: 'due', nextAttemptAt: new Date(endedAt.getTime() + result.delayMs).toISOString(), finishedAt: null }
      : { status: result.kind, nextAttemptAt: null, finishedAt: endedAt.toISOString() };
  return { attempt, after };
}

/** What the attempts say about their endpoints: failures count from the last success on. */
function newsOf(group: readonly DoneAttempt[]): readonly EndpointNews[] {
  const asked = group.filter(({ endpoint }) => endpoint !== 'untouched');
  return [...Map.groupBy(asked, ({ prepared }) => prepared.delivery.subscriptionId)].map(
    ([subscriptionId, attempts]) => {
      const lastSuccess = attempts.findLastIndex(({ endpoint }) => endpoint === 'worked');
      const failures = attempts.slice(lastSuccess + 1);
      const [first] = failures;
      const last = attempts.at(-1);
      return {
        subscriptionId,
        tenantId: last?.prepared.task.kind === 'send' ? last.prepared.task.subscription.tenantId : '',
        at: (first ?? last)?.endedAt.toISOString() ?? '',
        lastOutcome: last?.result.outcome ?? '',
        succeeded: lastSuccess >= 0,
        failures: failures.length,
        bounces: failures.filter(({ result }) => result.kind === 'gave_up' && result.bounced).length,
      };
    },
  );
}

function lastOf(group: readonly DoneAttempt[], subscriptionId: string): DoneAttempt {
  const last = group.findLast(({ prepared }) => prepared.delivery.subscriptionId === subscriptionId);
  if (!last) throw new Error('an endpoint is judged by its own attempts only');
  return last;
}
