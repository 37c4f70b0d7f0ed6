import { lineageOf } from '#digest';
import { type Change, JOIN_REASONS, type LineageStep } from '#domain';
import {
  type Development,
  type DevelopmentChange,
  findDevelopment,
  listChangesOfDevelopment,
  listDevelopmentChanges,
  listJoinKeys,
  listObligations,
  listReviewItems,
  type Obligation,
  type ReviewItem,
  type Session,
  type StoredJoinKey,
} from '#store';

/** Why changes of a development belong together. */
export interface Join {
  readonly reason: string;
  readonly value: string;
  /** Changes that share it, two at least. */
  readonly changeIds: readonly string[];
}

/** One development with everything that is known of it. */
export interface LoadedDevelopment {
  readonly development: Development;
  /** In the order of detection, with what each repeats of another source. */
  readonly changes: readonly (Pick<DevelopmentChange, 'confirmsChangeId' | 'differs'> & { readonly change: Change })[];
  readonly joins: readonly Join[];
  readonly lineage: readonly LineageStep[];
  readonly obligations: readonly Obligation[];
  readonly reviewItems: readonly ReviewItem[];
}

const MOST_JOINS = 100;

/** @param id also one that the development had before it was joined with another */
export async function loadDevelopment(session: Session, id: string): Promise<LoadedDevelopment | undefined> {
  const development = await findDevelopment(session, id);
  if (!development) return undefined;
  const { developmentId } = development;
  const changes = await listChangesOfDevelopment(session, developmentId);
  const places = new Map(
    (await listDevelopmentChanges(session, developmentId)).map((place) => [place.changeId, place]),
  );
  return {
    development,
    changes: changes.map((change) => {
      const place = places.get(change.changeId);
      return { change, confirmsChangeId: place?.confirmsChangeId ?? null, differs: place?.differs ?? [] };
    }),
    joins: joinsOf(await listJoinKeys(session, [developmentId])),
    lineage: lineageOf(changes),
    obligations: await listObligations(session, developmentId),
    reviewItems: await listReviewItems(session, { developmentId }),
  };
}

/** Keys that at least two changes share; those that join the same changes for the same reason are said once. */
function joinsOf(keys: readonly StoredJoinKey[]): readonly Join[] {
  const groups = Map.groupBy(keys, ({ kind, value }) => `${kind} ${value}`);
  const joins = new Map<string, Join>();
  for (const group of groups.values()) {
    const [first] = group;
    if (!first || group.length < 2) continue;
    const changeIds = group.map((key) => key.changeId);
    const same = `${first.kind} ${changeIds.join(' ')}`;
    if (!joins.has(same)) joins.set(same, { reason: JOIN_REASONS[first.kind], value: first.value, changeIds });
  }
  return [...joins.values()].sort((one, other) => other.changeIds.length - one.changeIds.length).slice(0, MOST_JOINS);
}

const DAY_MS = 86_400_000;

/** Whole days an obligation or review item has been open, to now or to its end. */
export function ageInDays(one: { readonly openedAt: string; readonly closedAt: string | null }, now: Date): number {
  const until = one.closedAt === null ? now.getTime() : Date.parse(one.closedAt);
  return Math.max(0, Math.floor((until - Date.parse(one.openedAt)) / DAY_MS));
}
