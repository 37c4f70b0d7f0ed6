import type { Change, JoinKey } from '#domain';
import {
  anchorsOf,
  changesOfDevelopments,
  type DevelopmentChange,
  developmentsWithKeys,
  type KeyedPlace,
  listChangesById,
  mergeDevelopment,
  placeChanges,
  type Session,
  saveDevelopments,
  summarisedChanges,
} from '#store';
import { confirmationOf, isTold } from './confirmation.ts';
import { type Joinable, join, joinableOf, keyName } from './join-changes.ts';
import { joinKeysOf } from './join-keys.ts';
import { leaderOf, summaryOf } from './summary.ts';

/**
 * Joins changes that were just stored with those before them, in their transaction: each finds its development, developments
 * that turn out to be one are merged, and what repeats another source is marked. Expects {@link takeTurnToJoin} before.
 * @returns where each of them stands
 */
export async function enterDevelopments(
  tx: Session,
  changes: readonly Change[],
): Promise<ReadonlyMap<string, DevelopmentChange>> {
  const byId = new Map(changes.map((change) => [change.changeId, change]));
  const keys = new Map(changes.map((change) => [change.changeId, joinKeysOf(change)]));
  const known = await knownDevelopments(tx, [...keys.values()].flat());
  const entered: Entered[] = [];
  for (const joined of join([...changes.map(joinableOf), ...known])) {
    const added = joined.members.flatMap((id) => byId.get(id) ?? []);
    if (added.length === 0) continue;
    const { developmentId, anchor } = joined;
    for (const id of joined.members) {
      if (!byId.has(id) && id !== developmentId) await mergeDevelopment(tx, id, developmentId);
    }
    entered.push({ developmentId, anchor, added });
  }
  const places = await placesOf(tx, entered, keys);
  await placeChanges(tx, places);
  await summarise(tx, entered);
  return new Map(places.map((place) => [place.changeId, place]));
}

/** Developments in which the places are. */
export function touchedBy(places: ReadonlyMap<string, DevelopmentChange>): readonly string[] {
  return [...new Set([...places.values()].map(({ developmentId }) => developmentId))];
}

/** A development and what is new in it. */
interface Entered {
  readonly developmentId: string;
  readonly anchor: string;
  readonly added: readonly Change[];
}

/** Developments that have any of the keys, as things to be joined with the new changes. */
async function knownDevelopments(tx: Session, keys: readonly JoinKey[]): Promise<readonly Joinable[]> {
  const withKey = await developmentsWithKeys(tx, keys);
  const keysOf = new Map<string, string[]>();
  for (const key of new Set(keys.map(keyName))) {
    for (const id of withKey.get(key) ?? []) keysOf.set(id, [...(keysOf.get(id) ?? []), key]);
  }
  const anchors = await anchorsOf(tx, [...keysOf.keys()]);
  return [...keysOf].map(([id, shared]) => ({ id, anchor: anchors.get(id) ?? id, keys: shared }));
}

/** What repeats is marked by what came before it, in the store or among the new changes themselves. */
async function placesOf(
  tx: Session,
  entered: readonly Entered[],
  keys: ReadonlyMap<string, readonly JoinKey[]>,
): Promise<readonly KeyedPlace[]> {
  const told = entered.flatMap(({ added }) => added.filter(isTold));
  const types = [...new Set(told.map(({ type }) => type))];
  const stored = await changesOfDevelopments(
    tx,
    entered.map(({ developmentId }) => developmentId),
    types,
  );
  return entered.flatMap(({ developmentId, added }) => {
    const earlier = [...(stored.get(developmentId) ?? [])];
    return added.map((change): KeyedPlace => {
      const { changeId, sourceId } = change;
      const confirmation = confirmationOf(change, earlier) ?? { confirmsChangeId: null, differs: [] };
      earlier.push(change);
      return { changeId, developmentId, sourceId, ...confirmation, keys: keys.get(changeId) ?? [] };
    });
  });
}

async function summarise(tx: Session, entered: readonly Entered[]): Promise<void> {
  const summarised = await summarisedChanges(
    tx,
    entered.map(({ developmentId }) => developmentId),
  );
  const led = entered.flatMap(({ developmentId, anchor }) => {
    const changes = summarised.get(developmentId) ?? [];
    const leader = leaderOf(anchor, changes);
    return leader ? [{ developmentId, anchor, changes, leaderId: leader.changeId }] : [];
  });
  const leaders = await listChangesById(
    tx,
    led.map(({ leaderId }) => leaderId),
  );
  const byId = new Map(leaders.map(({ change }) => [change.changeId, change]));
  const summaries = led.flatMap(({ developmentId, anchor, changes, leaderId }) => {
    const leader = byId.get(leaderId);
    return leader ? [summaryOf({ developmentId, anchor }, changes, leader)] : [];
  });
  await saveDevelopments(tx, summaries);
}
