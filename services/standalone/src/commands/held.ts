import { compareHeld, type HeldComparison } from '#desk';
import { DEFAULT_TENANT, listHeldReadings } from '#store';
import { commandLineActor } from '../command-line-actor.ts';
import type { Redline } from '../compose.ts';

type Print = (line: string) => void;

/** What is held, oldest first: id, source, when and why. */
export async function showHeld(redline: Redline, print: Print): Promise<boolean> {
  const held = await listHeldReadings(redline.store.session);
  if (held.length === 0) print('nothing is held');
  for (const { readingId, sourceId, readAt, reason } of held) print(`${readingId}  ${sourceId}  ${readAt}  ${reason}`);
  return true;
}

/** A held reading beside the last good one of its source. @returns false when none is held under this id */
export async function showComparison(redline: Redline, readingId: string, print: Print): Promise<boolean> {
  const comparison = await compareHeld(redline.store.session, readingId);
  if (!comparison) {
    print('refused: no reading with this id is held');
    return false;
  }
  for (const line of linesOf(comparison)) print(line);
  return true;
}

function linesOf({ held, good, isReadable, counts, ...only }: HeldComparison): readonly string[] {
  return [
    `${held.sourceId}: held because ${held.reason}`,
    `last good ${good ? `${good.readAt} ${good.sha256}` : 'none'}`,
    `held      ${held.readAt} ${held.sha256}${isReadable ? '' : ' (cannot be read, cannot be released)'}`,
    ...counts.map(({ what, good: before, held: after }) => `${what}: ${before ?? '-'} -> ${after ?? '-'}`),
    ...only.onlyGood.map((part) => `[-${part}-]`),
    ...more(only.onlyGoodCount - only.onlyGood.length, 'only in the last good version'),
    ...only.onlyHeld.map((part) => `[+${part}+]`),
    ...more(only.onlyHeldCount - only.onlyHeld.length, 'only in the held version'),
  ];
}

function more(count: number, where: string): readonly string[] {
  return count > 0 ? [`and ${count} more ${where}`] : [];
}

/** Accepts a held reading on somebody's word. @returns false when it is refused */
export async function releaseHeld(
  redline: Redline,
  { readingId, reason }: { readonly readingId: string; readonly reason?: string | undefined },
  print: Print,
): Promise<boolean> {
  const released = await redline.differ.release(readingId, commandLineActor(DEFAULT_TENANT), reason ?? '');
  print(released.kind === 'released' ? `released: ${released.changes} changes` : `refused: ${released.because}`);
  return released.kind === 'released';
}
