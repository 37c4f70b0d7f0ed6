import { closeBurst, type Delivery, findBurst, listAlertIdsOfBurst, type Session } from '#store';
import { alertContents } from '../message/load-alerts.ts';
import type { AlertContent, BurstContent } from '../message/message.ts';

/** Alerts that the message itself shows; the others stand behind its link. */
const SHOWN = 10;

/**
 * Closes bursts that are about to be sent and reads what is in them, so that every attempt tells the same alerts. A burst of
 * one is told as the alert it is.
 * @returns by burst id
 */
export async function loadBursts(
  session: Session,
  deliveries: readonly Delivery[],
): Promise<ReadonlyMap<string, AlertContent | BurstContent>> {
  const contents = new Map<string, AlertContent | BurstContent>();
  for (const { subjectId } of deliveries) {
    await closeBurst(session, subjectId);
    const content = await contentOf(session, subjectId);
    if (content) contents.set(subjectId, content);
  }
  return contents;
}

async function contentOf(session: Session, burstId: string): Promise<AlertContent | BurstContent | undefined> {
  const burst = await findBurst(session, burstId);
  const ids = await listAlertIdsOfBurst(session, burstId);
  const alerts = [...(await alertContents(session, ids)).values()];
  const [first] = alerts;
  if (!burst || !first) return undefined;
  if (alerts.length === 1) return first;
  const ranked = alerts.toSorted((a, b) => b.impact.score - a.impact.score || a.sequence - b.sequence);
  return {
    kind: 'burst',
    count: alerts.length,
    alerts: ranked.slice(0, SHOWN),
    path: `/bursts/${encodeURIComponent(burstId)}`,
    closedAt: burst.closesAt,
  };
}
