import { listDevelopments, listObligations, listReviewItems } from '#store';
import type { Redline } from '../compose.ts';

const DAY_MS = 86_400_000;

const daysSince = (at: string, now: Date): number => Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / DAY_MS));

/**
 * Prints legal acts over all sources, the one with the newest change first: a line each, below it what is announced and not
 * shown yet and what waits for review.
 */
export async function showDevelopments(
  { store: { session }, clock }: Redline,
  { open, limit }: { readonly open: boolean; readonly limit: number },
  print: (line: string) => void,
): Promise<void> {
  const now = clock.now();
  for (const one of await listDevelopments(session, { open }, limit)) {
    const { developmentId, title, stage, changeCount, sourceCount, lastChangeAt } = one;
    const counts = `${changeCount} changes, ${sourceCount} sources`;
    print(`${lastChangeAt.slice(0, 10)} ${developmentId.slice(0, 12)} ${stage.padEnd(13)} ${title} (${counts})`);
    for (const obligation of await listObligations(session, developmentId)) {
      if (obligation.state !== 'open') continue;
      const days = daysSince(obligation.openedAt, now);
      print(
        `  open ${days} days: ${obligation.kind} in ${obligation.sourceId}, due ${obligation.dueOn ?? 'not stated'}`,
      );
    }
    for (const item of await listReviewItems(session, { developmentId, state: 'open' })) {
      const days = daysSince(item.openedAt, now);
      print(
        `  to review for ${days} days: ${item.kind} in ${item.sourceId}: ${item.because} (settle ${item.reviewItemId})`,
      );
    }
  }
}
