import { isAnyKeyParked } from '../dead-letters.ts';
import type { LogRecord } from '../event-log.ts';
import { type Applying, keepEffects } from './apply-record.ts';

/**
 * Applies a run of records of one partition in one transaction: their effects, inbox entries and the group's place are kept
 * together or not at all.
 * @returns false when anything stood in the way; nothing is kept then, and each record is to be applied by itself, so that
 * one that cannot be applied holds up its own key alone.
 */
export async function applyTogether(applying: Applying, records: readonly LogRecord[]): Promise<boolean> {
  const { store, subscription } = applying;
  try {
    if (await isAnyKeyParked(store.session, subscription.group, records)) return false;
    await keepEffects(applying, records);
    return true;
  } catch {
    // Told by the record that fails again when it is applied by itself.
    return false;
  }
}
