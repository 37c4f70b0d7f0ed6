import type { ConsumerPorts } from '../consumer-ports.ts';
import { dispositionOf } from '../disposition.ts';
import type { LogRecord } from '../event-log.ts';
import { type Applied, type Applying, applyRecord, setAside } from './apply-record.ts';

export interface Patience {
  sleep(ms: number): Promise<void>;
  /** True once nobody should go on with this record: the process stops, or the partition belongs to another. */
  cancelled(): boolean;
}

/** While the store cannot even keep a dead letter, its absence is no fault of the record. */
const STORE_AWAY_DELAY_MS = 5_000;

/**
 * Brings one record to its end: applied, or set aside. Retries in between, as {@link dispositionOf} says.
 * @returns `abandoned` when cancelled first; the record is then as if it had never been read.
 */
export async function settleRecord(
  applying: Applying,
  record: LogRecord,
  ports: ConsumerPorts,
  patience: Patience,
): Promise<Applied | { readonly kind: 'abandoned' }> {
  const { group } = applying.subscription;
  const retryLater = async (attempt: number, delayMs: number, error: unknown): Promise<void> => {
    ports.onRetry?.({ group, record, attempt, delayMs, error });
    await patience.sleep(delayMs);
  };
  for (let attempt = 1; !patience.cancelled(); ) {
    try {
      return await applyRecord(applying, record, ports.now());
    } catch (error) {
      const next = dispositionOf(error, attempt);
      if (next.kind === 'retry') {
        await retryLater(attempt, next.delayMs, error);
        attempt += 1;
        continue;
      }
      try {
        const { code, reason } = next;
        const settled = await setAside(applying, record, { code, reason, attempts: attempt }, ports.now());
        if (settled.kind === 'set_aside') ports.onDeadLetter?.({ group, record, code, reason });
        return settled;
      } catch (storeError) {
        await retryLater(attempt, STORE_AWAY_DELAY_MS, storeError);
      }
    }
  }
  return { kind: 'abandoned' };
}
