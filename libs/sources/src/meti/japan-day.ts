const JAPAN_OFFSET_MS = 9 * 3_600_000;

/**
 * Calendar day in Japan of an instant: feeds carry UTC, so `2026-06-19T20:00:00Z` is June 20. Japan has kept one offset
 * without daylight saving since 1952. @returns `undefined` for what is no instant.
 */
export function japanDayOf(instant: string): string | undefined {
  const time = Date.parse(instant);
  return Number.isFinite(time) ? new Date(time + JAPAN_OFFSET_MS).toISOString().slice(0, 10) : undefined;
}
