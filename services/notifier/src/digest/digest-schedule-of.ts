import { DEFAULT_DIGEST_TIME, type Subscription } from '#store';
import { type DigestSchedule, digestSchedule } from '#time';

/**
 * When a subscription's digest is made. One that is told at once gets a daily digest all the same: it holds what was below
 * its threshold.
 */
export function digestScheduleOf({
  cadence,
  digest = DEFAULT_DIGEST_TIME,
  profile,
}: Pick<Subscription, 'cadence' | 'digest' | 'profile'>): DigestSchedule {
  return digestSchedule(cadence, digest, profile.timeZone);
}

/**
 * True where the digest is sent, not only kept to be read. A digest cadence always sends. Who is told at once is sent it
 * when a person reads the channel; a program that asked for every alert gets no second message about it.
 */
export function sendsDigest({ cadence, channel }: Pick<Subscription, 'cadence' | 'channel'>): boolean {
  if (channel.kind === 'digest') return false;
  return cadence !== 'immediate' || channel.kind !== 'webhook';
}
