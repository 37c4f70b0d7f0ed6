import {
  assessImpact,
  type Change,
  changeFacts,
  type ImpactOutcome,
  type Profile,
  prepareProfile,
  type TriedFacet,
  triedFacets,
} from '#domain';
import { TOPICS } from '#events';
import { findEventPosition } from '#log';
import {
  type Delivery,
  listOwnAlertsOfChange,
  listOwnDeliveries,
  listOwnUntoldAlerts,
  type Session,
  type Subscription,
} from '#store';
import { thresholdStep, timingSteps } from './explain-timing.ts';

/** One question on the way from a change to a message, answered in words. */
export interface WhyStep {
  readonly step: 'change' | 'subscription' | 'profile' | 'threshold' | 'cadence' | 'quiet hours' | 'alert' | 'delivery';
  /** False: here it ended. */
  readonly passed: boolean;
  readonly because: string;
}

/** Why a profile was, or was not, told of a change. */
export interface Why {
  readonly outcome: ImpactOutcome;
  readonly steps: readonly WhyStep[];
  readonly facets: readonly TriedFacet[];
}

const MOST_DELIVERIES = 1_000;

/** What the profile alone says: for one that is not saved. `seenAt` is when the change would have been told. */
export function explainProfile(change: Change, profile: Profile, seenAt: Date): Why {
  const facts = changeFacts(change);
  const prepared = prepareProfile(profile);
  const outcome = assessImpact(facts, prepared, seenAt);
  const threshold = outcome.kind === 'matched' ? [thresholdStep(outcome.impact.band, profile.minBand)] : [];
  const steps = [changeStep(change), profileStep(outcome), ...threshold];
  return { outcome, steps, facets: triedFacets(facts, prepared) };
}

/** The same for a stored subscription, with what became of the alert and of its message. */
export async function explainSubscription(session: Session, change: Change, subscription: Subscription): Promise<Why> {
  const { subscriptionId, tenantId, profile } = subscription;
  const alerts = await listOwnAlertsOfChange(session, tenantId, change.changeId);
  const alert = alerts.find((one) => one.subscriptionId === subscriptionId);
  const untold = await listOwnUntoldAlerts(session, tenantId, change.changeId);
  const known = untold.find((one) => one.subscriptionId === subscriptionId);
  const seenAt = new Date(alert?.raisedAt ?? change.detectedAt);
  const why = explainProfile(change, profile, seenAt);
  const { outcome } = why;
  const deliveries = alert ? await listOwnDeliveries(session, tenantId, { subscriptionId }, MOST_DELIVERIES) : [];
  const delivery = deliveries.find((one) => one.alertId === alert?.alertId);
  const steps = [
    changeStep(change),
    await subscriptionStep(session, change, subscription),
    profileStep(outcome),
    ...(outcome.kind === 'matched' ? timingSteps(subscription, outcome.impact.band, seenAt) : []),
    alertStep(alert?.raisedAt, known?.because),
    ...(alert ? [deliveryStep(delivery, subscription)] : []),
  ];
  return { ...why, steps };
}

function changeStep({ detection, alerting, type }: Change): WhyStep {
  if (detection.baseline) {
    return { step: 'change', passed: false, because: 'it stood in the first capture of its source: history, not news' };
  }
  if (!alerting) return { step: 'change', passed: false, because: `${type} is recorded and shown, and told to nobody` };
  return { step: 'change', passed: true, because: 'it is news, and of a kind that is told' };
}

async function subscriptionStep(
  session: Session,
  change: Change,
  { hearsAfterPosition, status }: Subscription,
): Promise<WhyStep> {
  const position = await findEventPosition(session, TOPICS.changes, change.changeId);
  if (position !== undefined && position <= hearsAfterPosition) {
    return {
      step: 'subscription',
      passed: false,
      because: 'the change was detected before the subscription was made, or while it was disabled',
    };
  }
  if (status !== 'active') return { step: 'subscription', passed: false, because: 'the subscription is disabled' };
  return { step: 'subscription', passed: true, because: 'it was listening when the change was detected' };
}

function profileStep(outcome: ImpactOutcome): WhyStep {
  if (outcome.kind === 'unmatched') return { step: 'profile', passed: false, because: outcome.because };
  const { score, band } = outcome.impact;
  return { step: 'profile', passed: true, because: `the change matters: score ${score}, ${band}` };
}

function alertStep(raisedAt: string | undefined, knownBecause: string | undefined): WhyStep {
  if (raisedAt !== undefined) return { step: 'alert', passed: true, because: `an alert was raised at ${raisedAt}` };
  return { step: 'alert', passed: false, because: knownBecause ?? 'no alert was raised' };
}

function deliveryStep(delivery: Delivery | undefined, { channel, cadence }: Subscription): WhyStep {
  if (!delivery) {
    const because = `nothing was sent for this alert alone: cadence ${cadence}, channel ${channel.kind}; the digest shows it`;
    return { step: 'delivery', passed: false, because };
  }
  const { status, attempts, lastOutcome, nextAttemptAt } = delivery;
  const passed = status === 'delivered';
  const outcome = lastOutcome === '' ? '' : `, ${lastOutcome}`;
  const next = status === 'due' ? `, next attempt ${nextAttemptAt}` : '';
  return { step: 'delivery', passed, because: `the message is ${status} after ${attempts} attempts${outcome}${next}` };
}
