import { type Change, digestOf, type JoinKey, type JoinKind } from '#domain';
import { joinKeysOf } from './join-keys.ts';

/** Which key names a development best: what the publisher numbers, the steadiest first. */
const STEADINESS: readonly JoinKind[] = ['document', 'law', 'citation', 'cited_day', 'authorisation'];

/** The best name a change has for its act: the least of its steadiest keys, else its own id. */
export function anchorOf(change: Change, keys: readonly JoinKey[]): string {
  for (const [rank, kind] of STEADINESS.entries()) {
    const [least] = keys
      .filter((key) => key.kind === kind)
      .map((key) => key.value)
      .sort();
    if (least !== undefined) return `${rank} ${kind} ${least}`;
  }
  return `${STEADINESS.length} change ${change.changeId}`;
}

/** Id of the development with an anchor. */
export function developmentIdOf(anchor: string): string {
  return digestOf('development', anchor);
}

/** A change, or a development known before, as something to be joined. */
export interface Joinable {
  readonly id: string;
  readonly anchor: string;
  readonly keys: readonly string[];
}

/** What belongs together, with the least anchor among its members. */
export interface Joined {
  readonly anchor: string;
  readonly developmentId: string;
  readonly members: readonly string[];
}

/** One text a key, to compare by. */
export const keyName = ({ kind, value }: JoinKey): string => `${kind} ${value}`;

/** Joins whatever shares a key, over any number of steps. The result does not depend on the order. Pure. */
export function join(joinables: readonly Joinable[]): readonly Joined[] {
  const parents = new Map(joinables.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent;
    parents.set(id, root);
    return root;
  };
  const firstWith = new Map<string, string>();
  for (const { id, keys } of joinables) {
    for (const key of keys) {
      const other = firstWith.get(key);
      if (other === undefined) firstWith.set(key, id);
      else parents.set(rootOf(id), rootOf(other));
    }
  }
  const groups = Map.groupBy(joinables, ({ id }) => rootOf(id));
  return [...groups.values()].map((group) => {
    const [anchor = ''] = group.map((one) => one.anchor).sort();
    return { anchor, developmentId: developmentIdOf(anchor), members: group.map(({ id }) => id) };
  });
}

/** The developments that a set of changes makes. Any order of the same changes gives the same ones, ids included. Pure. */
export function developmentsOf(changes: readonly Change[]): readonly Joined[] {
  return join(changes.map(joinableOf));
}

/** A change with its keys and its name. */
export function joinableOf(change: Change): Joinable {
  const keys = joinKeysOf(change);
  return { id: change.changeId, anchor: anchorOf(change, keys), keys: keys.map(keyName) };
}
