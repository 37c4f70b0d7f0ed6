import type { SourceStatus } from './source-status.ts';

/** Instant of the newest check of any source; undefined while none was checked. */
export function lastCheck(statuses: readonly Pick<SourceStatus, 'lastCheckedAt'>[]): string | undefined {
  return statuses
    .map((status) => status.lastCheckedAt)
    .filter((instant) => instant !== null)
    .sort()
    .at(-1);
}
