import type { RawBuilder, SqlBool } from 'kysely';
import type { Session } from '../open-store.ts';

/** Where a word must stand: in the label, titles and codes of an entry, or anywhere in it. */
export type SearchField = 'heading' | 'whole';

/** SQL for entries that may hold what is looked for: all that do, and some that do not. */
export interface Candidates {
  /** Tables, one of them `search_entries`. */
  readonly from: RawBuilder<unknown>;
  readonly where: RawBuilder<SqlBool>;
  /** The entry's place, in the words that let the database walk in its order. */
  readonly place: RawBuilder<number>;
}

/** A written entry, as the index takes it in. */
export interface PlacedForms {
  readonly place: number;
  readonly heading: string;
  readonly body: string;
}

/** An index over the search forms of entries: the port behind which the dialects differ. */
export interface GramIndex {
  /** Expects at least one needle of {@link parseSearch}. */
  candidates(needles: readonly string[], field: SearchField): Candidates;
  /** Whether a column's text holds a needle, exactly. */
  holds(field: SearchField, needle: string): RawBuilder<SqlBool>;
  /** Takes entries in, in the transaction that wrote them. Entries that are deleted leave by themselves. */
  add(tx: Session, entries: readonly PlacedForms[]): Promise<void>;
}
