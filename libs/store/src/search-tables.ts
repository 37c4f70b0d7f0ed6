/** What search reads. All of it follows from other tables: it is never copied, and built again where it is missing. */
export interface SearchTables {
  searchEntries: SearchEntryTable;
  searchCodes: { code: string; place: number };
  searchProgress: { part: string; reached: string; done: number };
}

export interface SearchEntryTable {
  /** Order by age: seconds since 1970 times 2^20, plus a number within the second. The newest is the highest. */
  place: number;
  kind: string;
  subjectId: string;
  /** JSON lists. */
  sourceIds: string;
  instrumentIds: string;
  fingerprint: string;
  label: string;
  /** Search forms. */
  heading: string;
  body: string;
  /** The words as printed, where no other row holds them. */
  printed: string;
}

/** Tables whose names begin so are derived. */
export const DERIVED_TABLES = 'search_';
