import type { LogRecord, Together } from '../event-log.ts';

/** The first records that may be applied together: never none where there is one. */
export function firstRun<Item extends { readonly record?: Pick<LogRecord, 'key'> }>(
  items: readonly Item[],
  together: Together | undefined,
): readonly Item[] {
  if (!together) return items.slice(0, 1);
  const keys = new Set<string>();
  const end = items.findIndex(({ record }, index) => {
    if (index === 0 && !record) return false;
    if (index >= together.most || !record || items[0]?.record === undefined) return true;
    if (!together.sameKey && keys.has(record.key)) return true;
    keys.add(record.key);
    return false;
  });
  return end === -1 ? items : items.slice(0, end);
}
