import type { SourceFamily } from '../source.ts';
import { readDebarredParties } from './read.ts';
import { followArticle, planArticle } from './request.ts';

/**
 * Parties debarred under the Arms Export Control Act (22 CFR 127.7): by conviction (statutory) or by decision of the
 * Department of State (administrative). Each list is a CSV attached to an article of the Directorate of Defense Trade
 * Controls; the attachment's address changes with each upload. `params.list`: `statutory` or `administrative`.
 */
export const debarredParties: SourceFamily = {
  family: 'ddtc-debarred',
  plan: planArticle,
  follow: followArticle,
  read: readDebarredParties,
  link: (source) => source.link,
};
