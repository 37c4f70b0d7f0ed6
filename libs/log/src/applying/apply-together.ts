import { isAnyKeyParked } from '../dead-letters.ts';
import type { Effect, LogRecord } from '../event-log.ts';
import { recordAllSeen } from '../inbox.ts';
import type { Applying } from './apply-record.ts';

/**
 * Applies a run of records of one partition in one transaction: their effects, inbox entries and the group's place are kept
 * together or not at all.
 * @returns false when anything stood in the way; nothing is kept then, and each record is to be applied by itself, so that
 * one that cannot be applied holds up its own key alone.
 */
export async function applyTogether(applying: Applying, records: readonly LogRecord[]): Promise<boolean> {
  const { store, subscription } = applying;
  const last = records.at(-1);
  if (!last) return true;
  try {
    if (await isAnyKeyParked(store.session, subscription.group, records)) return false;
    const effects: Effect[] = [];
    for (const record of records) effects.push(await subscription.handle(record));
    await store.transaction(async (tx) => {
      const unseen = await recordAllSeen(
        tx,
        subscription.group,
        records.map(({ event }) => event),
      );
      for (const [index, effect] of effects.entries()) if (unseen[index]) await effect(tx);
      await applying.keepPlace(tx, last);
    });
    return true;
  } catch {
    // Told by the record that fails again when it is applied by itself.
    return false;
  }
}
