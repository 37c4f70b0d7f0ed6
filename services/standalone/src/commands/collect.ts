import type { Redline } from '../compose.ts';

/** Polls once and waits until what came in is compared. @returns false when a poll failed. */
export async function collect(
  redline: Redline,
  sourceId: string | undefined,
  print: (line: string) => void,
): Promise<boolean> {
  await redline.startLog();
  await redline.differ.start();
  await redline.notifier.start();
  const polled =
    sourceId === undefined ? await redline.collector.collectDue() : [await redline.collector.collect(sourceId)];
  await redline.differ.drained();
  await redline.notifier.drained();
  await redline.differ.stop();
  await redline.notifier.stop();
  for (const one of polled) print(`${one.sourceId.padEnd(36)} ${one.outcome}${one.detail ? `: ${one.detail}` : ''}`);
  return polled.every((one) => one.outcome !== 'failed');
}
