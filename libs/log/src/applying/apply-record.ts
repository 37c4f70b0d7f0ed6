import type { Session, Store } from '#store';
import { isAnyKeyParked, type Parkable, park } from '../dead-letters.ts';
import type { Effect, LogRecord, RunEffect, Subscription } from '../event-log.ts';
import { isSeen, recordSeen } from '../inbox.ts';

/** Where records are applied, and how the group keeps its place there. */
export interface Applying {
  readonly store: Store;
  readonly subscription: Subscription;
  /** Moves the group past the record, in the transaction of its effect. */
  keepPlace(tx: Session, record: Parkable): Promise<void>;
}

export type Applied =
  | { readonly kind: 'applied' }
  | { readonly kind: 'set_aside'; readonly code: string; readonly reason: string; readonly attempts: number };

/**
 * Applies one record: its effect, its inbox entry and the group's place are kept together or not at all. A record whose
 * key is parked is parked behind it.
 */
export async function applyRecord(applying: Applying, record: LogRecord, now: Date): Promise<Applied> {
  const { store, subscription } = applying;
  const { group } = subscription;
  if (await isAnyKeyParked(store.session, group, [record])) {
    const reason = 'an earlier record of this key waits for a person';
    return setAside(applying, record, { code: 'key_parked', reason, attempts: 0 }, now);
  }
  await keepEffects(applying, [record]);
  return { kind: 'applied' };
}

/** Effects of records of one partition, their inbox entries and the group's place: one transaction. Never none. */
export async function keepEffects(applying: Applying, records: readonly LogRecord[]): Promise<void> {
  const { store, subscription, keepPlace } = applying;
  const effect = await effectOf(subscription, records);
  await store.transaction(async (tx) => {
    const events = records.map(({ event }) => event);
    await effect(tx, await recordSeen(tx, subscription.group, events));
    for (const last of records.slice(-1)) await keepPlace(tx, last);
  });
}

async function effectOf(subscription: Subscription, records: readonly LogRecord[]): Promise<RunEffect> {
  const { together } = subscription;
  if (records.length > 1 && together?.handle) return together.handle(records);
  const effects: Effect[] = [];
  for (const record of records) effects.push(await subscription.handle(record));
  return async (tx, isNew) => {
    for (const [index, effect] of effects.entries()) if (isNew[index]) await effect(tx);
  };
}

/** Parks a record, unless the group has applied it before: a redelivered record has nothing left to fail at. */
export async function setAside(
  applying: Applying,
  record: Parkable,
  why: { readonly code: string; readonly reason: string; readonly attempts: number },
  now: Date,
): Promise<Applied> {
  const { group } = applying.subscription;
  return applying.store.transaction(async (tx) => {
    const seen = await isSeen(tx, group, record.event);
    if (!seen) await park(tx, group, record, { ...why, parkedAt: now.toISOString() });
    await applying.keepPlace(tx, record);
    return seen ? { kind: 'applied' } : { kind: 'set_aside', ...why };
  });
}
