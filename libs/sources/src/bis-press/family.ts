import type { SourceFamily } from '../source.ts';
import { readBisPress } from './read.ts';
import { followReleases, planReleases } from './request.ts';

/**
 * Press releases of the Bureau of Industry and Security. A release tells of rules, orders and penalties and is none itself: what
 * it announces and no document enacts is told as that.
 */
export const bisPress: SourceFamily = {
  family: 'bis-press',
  eachAddressApart: true,
  plan: planReleases,
  follow: followReleases,
  read: readBisPress,
  link: (source) => source.link,
};
