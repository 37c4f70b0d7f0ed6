import type { ListEntry } from '#domain';

/** One entry in both readings. */
export interface EntryPair {
  readonly before: ListEntry;
  readonly after: ListEntry;
  /** Why a person should confirm that the two are one. Absent: the key says so. */
  readonly doubt?: string;
}

/** Entries that no stage of pairing has matched yet. */
export interface Unpaired {
  readonly before: readonly ListEntry[];
  readonly after: readonly ListEntry[];
}

export interface Pairing extends Unpaired {
  readonly pairs: readonly EntryPair[];
}
