import { type assessImpact, type ChangeFacts, digestOf, type Impact } from '#domain';
import type { Alert } from '#store';
import type { NotifierPorts } from './notifier-ports.ts';
import type { Listener } from './profile-book.ts';

interface AssessPorts extends Pick<NotifierPorts, 'logger'> {
  readonly assess: typeof assessImpact;
}

/** One alert for each listener to whom the change matters. */
export function alertsFor(ports: AssessPorts, facts: ChangeFacts, listeners: readonly Listener[], now: Date): Alert[] {
  const { change } = facts;
  return listeners.flatMap(({ subscriptionId, prepared }) => {
    const impact = orNotAssessed(ports, change.changeId, subscriptionId, () => ports.assess(facts, prepared, now));
    if (!impact) return [];
    const alertId = digestOf(change.changeId, subscriptionId);
    return [{ alertId, changeId: change.changeId, subscriptionId, impact, raisedAt: now.toISOString() }];
  });
}

/** One profile that cannot be assessed must not silence the change for all others, nor for its own owner. */
function orNotAssessed(
  ports: AssessPorts,
  changeId: string,
  subscriptionId: string,
  assess: () => ReturnType<typeof assessImpact>,
): Impact | undefined {
  try {
    const outcome = assess();
    return outcome.kind === 'matched' ? outcome.impact : undefined;
  } catch (error) {
    ports.logger.error({ changeId, subscriptionId, thrownAt: framesOf(error) }, 'impact.not_assessed');
    return NOT_ASSESSED;
  }
}

/** Where an error was thrown, without its message: that may quote the profile, which no log line may hold. */
function framesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [typeof error];
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return [error.name, ...frames.map((frame) => frame.trim())];
}

const NOT_ASSESSED: Impact = {
  score: 60,
  band: 'high',
  reasons: [
    {
      factor: 'override',
      value: 60,
      because: 'the impact on this profile could not be worked out; the change is told unscored',
    },
  ],
  labels: ['not assessed'],
};
