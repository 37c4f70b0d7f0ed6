import { type Delivery, listNoticesById, type Session } from '#store';
import type { NoticeContent, TestContent } from './message.ts';

/** A test tells only when it was asked for. */
export async function loadTests(
  _session: Session,
  deliveries: readonly Delivery[],
): Promise<ReadonlyMap<string, TestContent>> {
  return new Map(deliveries.map(({ subjectId, createdAt }) => [subjectId, { kind: 'test', askedAt: createdAt }]));
}

/** Word to owners about their other endpoints, by notice id. */
export async function loadNotices(
  session: Session,
  deliveries: readonly Delivery[],
): Promise<ReadonlyMap<string, NoticeContent>> {
  const notices = await listNoticesById(
    session,
    deliveries.map((delivery) => delivery.subjectId),
  );
  return new Map(
    notices.map(({ noticeId, aboutSubscriptionId: subscriptionId, name, channelKind, because, raisedAt }) => [
      noticeId,
      { kind: 'notice', about: { subscriptionId, name, channelKind }, because, raisedAt },
    ]),
  );
}
