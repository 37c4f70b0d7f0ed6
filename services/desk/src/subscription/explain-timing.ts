import { type Band, isAtLeast, quietUntil } from '#domain';
import { DEFAULT_DIGEST_TIME, type Subscription } from '#store';
import { inUtc } from '../view/instants.ts';
import { nextRunOf } from './begin-digests.ts';
import type { WhyStep } from './explain-change.ts';

/** When an alert of a band, raised at `at`, reaches the subscriber: threshold of the channel, cadence and quiet hours in words. */
export function timingSteps(subscription: Subscription, band: Band, at: Date): readonly WhyStep[] {
  const threshold = thresholdStep(band, leastTold(subscription));
  const cadence = cadenceStep(subscription, at);
  return threshold.passed && cadence.passed
    ? [threshold, cadence, quietStep(subscription, band, at)]
    : [threshold, cadence];
}

/** A channel may ask for more than the profile. */
function leastTold({ channel, profile }: Subscription): Band {
  return channel.kind === 'digest' ? profile.minBand : (channel.minBand ?? profile.minBand);
}

/** Whether the band is loud enough to be told by itself. */
export function thresholdStep(band: Band, least: Band): WhyStep {
  const passed = isAtLeast(band, least);
  const because = passed
    ? `${band} reaches the threshold ${least}`
    : `${band} is below the threshold ${least}: it stands in the digest only`;
  return { step: 'threshold', passed, because };
}

function cadenceStep(subscription: Subscription, at: Date): WhyStep {
  const { channel, cadence, digest = DEFAULT_DIGEST_TIME, profile } = subscription;
  const day = cadence === 'weekly' ? `every ${digest.weekday}` : 'every day';
  const rhythm = `${day} at ${digest.at} on the clock of ${profile.timeZone}`;
  const next = `the next after it was due ${inUtc(nextRunOf(subscription, at))}`;
  if (channel.kind === 'digest') {
    const because = `its channel is the digest page, where nothing is sent: it stands in the digest made ${rhythm}, ${next}`;
    return { step: 'cadence', passed: false, because };
  }
  if (cadence === 'immediate') return { step: 'cadence', passed: true, because: 'its cadence is immediate' };
  const because = `its cadence is ${cadence}, not immediate: it stands in the digest made ${rhythm}, ${next}`;
  return { step: 'cadence', passed: false, because };
}

/** Quiet hours delay and never drop, so this step is always passed; what it says is when. */
function quietStep({ profile }: Subscription, band: Band, at: Date): WhyStep {
  const { quietHours, timeZone } = profile;
  if (quietHours === undefined) return { step: 'quiet hours', passed: true, because: 'none are declared' };
  const { from, to, overrideBand } = quietHours;
  const hours = `${from} to ${to} on the clock of ${timeZone}`;
  const until = quietUntil(profile, band, at);
  if (until) {
    const because = `it was raised within quiet hours, ${hours}: held back until ${inUtc(until.toISOString())}, not dropped`;
    return { step: 'quiet hours', passed: true, because };
  }
  const because =
    band === 'critical' && overrideBand === 'critical'
      ? `quiet hours, ${hours}, do not hold back what is critical`
      : `it was raised outside quiet hours, ${hours}`;
  return { step: 'quiet hours', passed: true, because };
}
