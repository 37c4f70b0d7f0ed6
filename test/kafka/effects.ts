import { sql } from 'kysely';
import { expect } from 'vitest';
import { makeEvent, type RedlineEvent, TOPICS } from '#events';
import type { Effect, EventLog, LogRecord } from '#log';
import type { Store } from '#store';

/** Effects kept in the store itself, so that an effect that was rolled back does not count as applied. */
export interface Effects {
  keep(record: LogRecord): Effect;
  /** Event ids in the order in which their effects were kept. */
  kept(): Promise<readonly string[]>;
}

export async function createEffects(store: Store): Promise<Effects> {
  await sql`create table effects (place bigserial primary key, event_id text not null)`.execute(store.session);
  return {
    keep: (record) => async (tx) => {
      await sql`insert into effects (event_id) values (${record.event.id})`.execute(tx);
    },
    kept: async () => {
      const { rows } = await sql<{ eventId: string }>`select event_id from effects order by place`.execute(
        store.session,
      );
      return rows.map((row) => row.eventId);
    },
  };
}

/** `count` events over `keys` keys; the id tells both. */
export function someEvents(count: number, keys: number, from: number = 0): readonly RedlineEvent[] {
  return Array.from({ length: count }, (_, index) => anEvent(`e${from + index}`, `key-${(from + index) % keys}`));
}

export function anEvent(id: string, key: string): RedlineEvent {
  const time = '2026-01-01T00:00:00.000Z';
  return makeEvent({
    type: 'redline.capture.recorded',
    id,
    source: '/test',
    time,
    partitionkey: key,
    correlation: id,
    data: { captureId: id, sourceId: key, sha256: 'ab'.repeat(32), retrievedAt: time, baseline: false },
  });
}

export function appendAll(store: Store, log: EventLog, events: readonly RedlineEvent[]): Promise<void> {
  return store.transaction((tx) => log.append(tx, TOPICS.captures, events));
}

/** Each event exactly once, and those of one key in the order they were appended. */
export function expectOnceInOrder(kept: readonly string[], events: readonly RedlineEvent[]): void {
  expect([...kept].sort()).toEqual(events.map((event) => event.id).sort());
  const keyOf = new Map(events.map((event) => [event.id, event.partitionkey]));
  for (const key of new Set(keyOf.values())) {
    expect(kept.filter((id) => keyOf.get(id) === key)).toEqual(
      events.filter((event) => event.partitionkey === key).map((event) => event.id),
    );
  }
}

/** A promise that the test settles. */
export function createGate(): { readonly opened: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}
