import { listDeadLetters, replayDeadLetters } from '#log';
import type { Redline } from '../compose.ts';

type Print = (line: string) => void;

/** Prints one waiting record with its event. @returns false when none waits at this position. */
export async function showDeadLetter(redline: Redline, position: number, print: Print): Promise<boolean> {
  const letter = (await listDeadLetters(redline.store.session)).find((waiting) => waiting.position === position);
  const row = await redline.store.session
    .selectFrom('eventLog')
    .select('body')
    .where('position', '=', position)
    .executeTakeFirst();
  if (!letter || !row) return false;
  print(JSON.stringify({ ...letter, event: JSON.parse(row.body) }, null, 2));
  return true;
}

/** Prints the records that wait for a person, in log order, each with the reason it could not be applied. */
export async function showDeadLetters(redline: Redline, group: string | undefined, print: Print): Promise<boolean> {
  const letters = await listDeadLetters(redline.store.session, group);
  for (const letter of letters) {
    print(`${letter.consumerGroup} ${letter.position} ${letter.topic} ${letter.key} ${letter.code}: ${letter.reason}`);
  }
  print(`${letters.length} records wait`);
  return true;
}

/** Applies the waiting records of every group again. @returns false while some still wait. */
export async function replayLetters(redline: Redline, key: string | undefined, print: Print): Promise<boolean> {
  let waiting = 0;
  for (const subscription of [...redline.differ.subscriptions, ...redline.notifier.subscriptions]) {
    const { applied, stillParked } = await replayDeadLetters(redline.store, subscription, redline.clock.now, key);
    if (applied > 0) print(`${subscription.group}: ${applied} records applied`);
    for (const parked of stillParked) print(`${subscription.group}: ${parked.key} still waits: ${parked.because}`);
    waiting += stillParked.length;
  }
  return waiting === 0;
}
