import type { Delivery, MessageKind, Session } from '#store';
import { loadAlerts } from './load-alerts.ts';
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

/** One loader a kind that this Redline sends. */
export const MESSAGE_LOADERS: MessageLoaders = {
  alert: loadAlerts,
};

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
