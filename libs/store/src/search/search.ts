import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { SearchQuery } from '#domain';
import type { Session } from '../open-store.ts';
import type { Candidates, GramIndex } from './gram-index.ts';
import { indexOf } from './index-of-session.ts';
import type { SearchKind } from './search-entry.ts';
import { instantOfPlace } from './write-entries.ts';

/** Why an entry was found, best first: the query is a code of it; all words stand in its label or titles; somewhere in it. */
export const SEARCH_RANKS = ['code', 'label', 'text'] as const;
export type SearchRank = (typeof SEARCH_RANKS)[number];

export interface SearchHit {
  readonly kind: SearchKind;
  readonly subjectId: string;
  readonly sourceIds: readonly string[];
  readonly instrumentIds: readonly string[];
  readonly label: string;
  /** Of a provision: its words as printed. */
  readonly printed: string;
  /** UTC instant, to the second. */
  readonly at: string;
  readonly rank: SearchRank;
  readonly place: number;
}

/** Where a page of hits ended. */
export type SearchPlace = Pick<SearchHit, 'rank' | 'place'>;

export interface SearchFilter {
  readonly kind?: SearchKind;
  readonly instrumentId?: string;
  readonly sourceId?: string;
  readonly after?: SearchPlace;
}

/** What matches, the best rank first and the newest first within it. An empty query finds nothing; none fails. */
export async function search(
  session: Session,
  query: SearchQuery,
  filter: SearchFilter,
  limit: number,
): Promise<readonly SearchHit[]> {
  const index = indexOf(session);
  const hits: SearchHit[] = [];
  if (query.wanted.length === 0) return hits;
  const { after } = filter;
  const first = after ? SEARCH_RANKS.indexOf(after.rank) : 0;
  for (const rank of SEARCH_RANKS.slice(first)) {
    const { from, where, place } = candidatesOf(index, query, rank);
    const conditions = [where, ...conditionsOf(index, query, filter, rank)];
    if (after?.rank === rank) conditions.push(sql`${place} < ${after.place}`);
    const { rows } =
      await sql<HitRow>`select search_entries.place, kind, subject_id, source_ids, instrument_ids, label, printed
      from ${from} where ${sql.join(conditions, sql` and `)}
      order by ${place} desc limit ${limit - hits.length}`.execute(session);
    hits.push(...rows.map((row) => toHit(row, rank)));
    if (hits.length >= limit) break;
  }
  return hits;
}

/**
 * SQL for the ids of the changes in which a query stands, so that a list of changes may be narrowed by words as by anything
 * else it is asked for. An empty query stands in none.
 */
export function changesHolding(session: Session, query: SearchQuery): RawBuilder<string> {
  if (query.wanted.length === 0) return sql<string>`(select subject_id from search_entries where 1 = 0)`;
  const index = indexOf(session);
  const { from, where } = index.candidates(query.wanted, 'whole');
  const isChange = sql<SqlBool>`kind = ${'change' satisfies SearchKind}`;
  const unwanted = query.unwanted.map((needle) => sql<SqlBool>`not ${index.holds('whole', needle)}`);
  const holding = [where, ...query.wanted.map((needle) => index.holds('whole', needle)), isChange, ...unwanted];
  const known = [isKnownBy(query), isChange, ...unwanted];
  return sql<string>`(select subject_id from ${from} where ${sql.join(holding, sql` and `)}
    union select subject_id from search_entries where ${sql.join(known, sql` and `)})`;
}

interface HitRow {
  readonly place: number;
  readonly kind: SearchKind;
  readonly subjectId: string;
  readonly sourceIds: string;
  readonly instrumentIds: string;
  readonly label: string;
  readonly printed: string;
}

function toHit(row: HitRow, rank: SearchRank): SearchHit {
  return {
    ...row,
    sourceIds: listOf(row.sourceIds),
    instrumentIds: listOf(row.instrumentIds),
    at: instantOfPlace(row.place),
    rank,
  };
}

function listOf(json: string): readonly string[] {
  return JSON.parse(json) as readonly string[];
}

function candidatesOf(index: GramIndex, query: SearchQuery, rank: SearchRank): Candidates {
  if (rank === 'code') {
    const from = sql`search_entries`;
    return { from, where: isKnownBy(query), place: sql`search_entries.place` };
  }
  return index.candidates(query.wanted, rank === 'label' ? 'heading' : 'whole');
}

function isKnownBy({ codes }: SearchQuery): RawBuilder<SqlBool> {
  if (codes.length === 0) return sql`1 = 0`;
  return sql`search_entries.place in (select place from search_codes where code in (${sql.join(codes)}))`;
}

/** What the candidates are held to; what a better rank has shown is left out. */
function conditionsOf(
  index: GramIndex,
  query: SearchQuery,
  filter: SearchFilter,
  rank: SearchRank,
): RawBuilder<SqlBool>[] {
  const inHeading = query.wanted.map((needle) => index.holds('heading', needle));
  const conditions = query.unwanted.map((needle) => sql<SqlBool>`not ${index.holds('whole', needle)}`);
  if (rank === 'label') conditions.push(...inHeading);
  if (rank === 'text') {
    conditions.push(...query.wanted.map((needle) => index.holds('whole', needle)));
    conditions.push(sql`not (${sql.join(inHeading, sql` and `)})`);
  }
  if (rank !== 'code') conditions.push(sql`not ${isKnownBy(query)}`);
  if (filter.kind) conditions.push(sql`kind = ${filter.kind}`);
  if (filter.sourceId) conditions.push(listHas('source_ids', filter.sourceId));
  if (filter.instrumentId) conditions.push(listHas('instrument_ids', filter.instrumentId));
  return conditions;
}

/** Lists are stored as JSON text. Both dialects know `replace`; `like` would read a `%` in an id as a wildcard. */
function listHas(column: 'source_ids' | 'instrument_ids', id: string): RawBuilder<SqlBool> {
  return sql`replace(${sql.ref(column)}, ${JSON.stringify(id)}, '') <> ${sql.ref(column)}`;
}
