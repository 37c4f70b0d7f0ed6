import type { Delivery, MessageKind, Sealer, Session } from '#store';
import { loadBursts } from '../burst/load-bursts.ts';
import { loadCorrections } from '../correction/load-corrections.ts';
import { loadDigests } from '../digest/load-digests.ts';
import { loadAlerts } from './load-alerts.ts';
import { loadNotices, loadTests } from './load-own-words.ts';
import type { MessageContent } from './message.ts';

/**
 * Reads what deliveries of one kind tell, many at a time: a query a delivery would cost more than sending it.
 * @returns by `subjectId`; what the store no longer holds is left out.
 */
export type MessageLoader = (
  session: Session,
  deliveries: readonly Delivery[],
) => Promise<ReadonlyMap<string, MessageContent>>;

export type MessageLoaders = Readonly<Partial<Record<MessageKind, MessageLoader>>>;

/** One loader a kind that this Redline sends. What names a profile's secrets lies sealed. */
export function messageLoaders(sealer: Sealer): MessageLoaders {
  return {
    alert: loadAlerts,
    burst: loadBursts,
    correction: loadCorrections,
    digest: (session, deliveries) => loadDigests(session, sealer, deliveries),
    test: loadTests,
    notice: loadNotices,
  };
}

/** The contents of deliveries of any kinds, by {@link contentKey}. */
export async function loadContents(
  loaders: MessageLoaders,
  session: Session,
  deliveries: readonly Delivery[],
): Promise<ReadonlyMap<string, MessageContent>> {
  const contents = new Map<string, MessageContent>();
  for (const [kind, ofKind] of Map.groupBy(deliveries, (delivery) => delivery.messageKind)) {
    const loaded = await loaders[kind]?.(session, ofKind);
    for (const [subjectId, content] of loaded ?? []) contents.set(contentKey(kind, subjectId), content);
  }
  return contents;
}

/** Ids are unique within a kind only. */
export function contentKey(kind: MessageKind, subjectId: string): string {
  return `${kind} ${subjectId}`;
}
