import type { Change, JoinKey } from '#domain';
import {
  anchorsOf,
  developmentsWithKeys,
  listChangesOfDevelopment,
  mergeDevelopment,
  placeChange,
  type Session,
  saveDevelopment,
  summarisedChanges,
} from '#store';
import { confirmationOf, isTold } from './confirmation.ts';
import { type Joinable, join, joinableOf, keyName } from './join-changes.ts';
import { joinKeysOf } from './join-keys.ts';
import { leaderOf, summaryOf } from './summary.ts';

/**
 * Joins changes that were just stored with those before them, in their transaction: each finds its development, developments
 * that turn out to be one are merged, and what repeats another source is marked. Expects {@link takeTurnToJoin} before.
 * @returns the developments touched
 */
export async function enterDevelopments(tx: Session, changes: readonly Change[]): Promise<ReadonlySet<string>> {
  const byId = new Map(changes.map((change) => [change.changeId, change]));
  const keys = new Map(changes.map((change) => [change.changeId, joinKeysOf(change)]));
  const known = await knownDevelopments(tx, [...keys.values()].flat());
  const touched = new Set<string>();
  for (const joined of join([...changes.map(joinableOf), ...known])) {
    const added = joined.members.flatMap((id) => byId.get(id) ?? []);
    if (added.length === 0) continue;
    const { developmentId } = joined;
    for (const id of joined.members) {
      if (!byId.has(id) && id !== developmentId) await mergeDevelopment(tx, id, developmentId);
    }
    await place(tx, developmentId, added, keys);
    await summarise(tx, joined);
    touched.add(developmentId);
  }
  return touched;
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

async function place(
  tx: Session,
  developmentId: string,
  added: readonly Change[],
  keys: ReadonlyMap<string, readonly JoinKey[]>,
): Promise<void> {
  const types = [...new Set(added.filter(isTold).map((change) => change.type))];
  const earlier = await listChangesOfDevelopment(tx, developmentId, types);
  for (const change of added) {
    const confirmation = confirmationOf(change, earlier) ?? { confirmsChangeId: null, differs: [] };
    const { changeId, sourceId } = change;
    await placeChange(tx, { changeId, developmentId, sourceId, ...confirmation }, keys.get(changeId) ?? []);
  }
}

async function summarise(tx: Session, id: { readonly developmentId: string; readonly anchor: string }): Promise<void> {
  const changes = await summarisedChanges(tx, id.developmentId);
  const leader = leaderOf(id.anchor, changes);
  const [change] = leader ? await listChangesOfDevelopment(tx, id.developmentId, undefined, leader.changeId) : [];
  if (!change) return;
  const { developmentId, anchor } = id;
  await saveDevelopment(tx, summaryOf({ developmentId, anchor }, changes, change));
}
