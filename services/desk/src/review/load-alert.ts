import { type Change, type Review, type ReviewEntry, reviewOf } from '#domain';
import {
  type Alert,
  findChange,
  findOwnAlert,
  findOwnSubscription,
  listReviewEntries,
  type Subscription,
} from '#store';
import type { SignedIn } from '../access/caller.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';

/** What a change means for one subscription, and how the team works on it: by itself, and through its change. */
export interface AlertUnderReview {
  readonly alert: Alert;
  readonly change: Change;
  readonly subscription: Subscription;
  readonly review: Review;
  /** Oldest first. */
  readonly entries: readonly ReviewEntry[];
  /** Where the change stands, which ends what was left open here. */
  readonly changeReview: Review;
}

/** @throws RefusedRequestError (404) also for an alert of another tenant. */
export async function loadAlert(ports: DeskPorts, { tenantId }: SignedIn, alertId: string): Promise<AlertUnderReview> {
  const { session } = ports.store;
  const alert = (await findOwnAlert(session, tenantId, alertId)) ?? notFound('alert');
  const { change } = (await findChange(session, alert.changeId)) ?? notFound('change');
  const subscription =
    (await findOwnSubscription(session, ports.sealer, tenantId, alert.subscriptionId)) ?? notFound('subscription');
  const entries = await listReviewEntries(session, tenantId, { kind: 'alert', id: alertId });
  const ofChange = await listReviewEntries(session, tenantId, { kind: 'change', id: alert.changeId });
  return { alert, change, subscription, review: reviewOf(entries), entries, changeReview: reviewOf(ofChange) };
}
