import { blocksOf, type ComparableName, comparableNames, matchNames, type NameMatch } from './name-match.ts';

/** A declared party and one of its names that a listed name met. */
export interface NameHit<Party> {
  readonly party: Party;
  readonly declared: ComparableName;
  readonly listed: ComparableName;
  readonly match: NameMatch;
}

interface Entry<Party> {
  readonly party: Party;
  readonly name: ComparableName;
}

/** Names of many parties, found without comparing each with each. */
export interface NameIndex<Party> {
  readonly exact: ReadonlyMap<string, readonly Entry<Party>[]>;
  readonly byBlock: ReadonlyMap<string, readonly Entry<Party>[]>;
  readonly byToken: ReadonlyMap<string, readonly Entry<Party>[]>;
}

/** Indexes parties by every name they go under. */
export function indexNames<Party>(
  parties: readonly Party[],
  namesOf: (party: Party) => readonly string[],
): NameIndex<Party> {
  const entries = parties.flatMap((party) =>
    namesOf(party).flatMap((printed) => comparableNames(printed).map((name) => ({ party, name }))),
  );
  return {
    exact: Map.groupBy(entries, (entry) => entry.name.compact),
    byBlock: grouped(entries, blocksOf),
    byToken: grouped(entries, (name) => name.tokens),
  };
}

function grouped<Party>(
  entries: readonly Entry<Party>[],
  keysOf: (name: ComparableName) => readonly string[],
): Map<string, Entry<Party>[]> {
  const groups = new Map<string, Entry<Party>[]>();
  for (const entry of entries) {
    for (const key of new Set(keysOf(entry.name))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [entry]);
      else group.push(entry);
    }
  }
  return groups;
}

function rank(match: NameMatch): number {
  return match.kind === 'exact' ? 2 : match.similarity;
}

function candidates<Party>(index: NameIndex<Party>, listed: ComparableName): Set<Entry<Party>> {
  return new Set([
    ...blocksOf(listed).flatMap((block) => index.byBlock.get(block) ?? []),
    ...listed.tokens.flatMap((token) => index.exact.get(token) ?? []),
    ...(index.byToken.get(listed.compact) ?? []),
  ]);
}

/** @returns the closest declared name to any of the listed names, or `undefined` when none is alike. */
export function closestName<Party>(
  index: NameIndex<Party>,
  listedNames: readonly ComparableName[],
): NameHit<Party> | undefined {
  if (index.exact.size === 0) return undefined;
  let best: NameHit<Party> | undefined;
  for (const listed of listedNames) {
    const equal = index.exact.get(listed.compact)?.[0];
    if (equal !== undefined) return { party: equal.party, declared: equal.name, listed, match: { kind: 'exact' } };
    for (const { party, name } of candidates(index, listed)) {
      const match = matchNames(name, listed);
      if (match === undefined || (best !== undefined && rank(best.match) >= rank(match))) continue;
      best = { party, declared: name, listed, match };
    }
  }
  return best;
}
