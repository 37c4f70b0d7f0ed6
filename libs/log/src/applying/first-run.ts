import type { LogRecord, Together } from '../event-log.ts';

/** The first records that may be applied together: never none where there is one. */
export function firstRun<Item extends { readonly record?: LogRecord }>(
  items: readonly Item[],
  together: Together | undefined,
): readonly Item[] {
  if (!together) return items.slice(0, 1);
  const keys = new Set<string>();
  const goesOn = ({ record }: Item): boolean => {
    if (!record || keys.size >= together.most || together.byItself?.(record)) return false;
    const key = together.sameKey ? String(keys.size) : record.key;
    if (keys.has(key)) return false;
    keys.add(key);
    return true;
  };
  const end = items.findIndex((item) => !goesOn(item));
  return end === -1 ? items : items.slice(0, Math.max(end, 1));
}
