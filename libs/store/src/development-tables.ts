/** Tables of developments, what is owed and what does not agree. */
export interface DevelopmentTables {
  developments: DevelopmentTable;
  /** Ids under which a development was known before it was joined with another. */
  developmentAliases: { aliasId: string; developmentId: string };
  developmentChanges: {
    changeId: string;
    developmentId: string;
    sourceId: string;
    confirmsChangeId: string | null;
    differs: string;
  };
  developmentKeys: { kind: string; value: string; changeId: string; developmentId: string };
  obligations: ObligationTable;
  reviewItems: ReviewItemTable;
  untoldAlerts: {
    changeId: string;
    subscriptionId: string;
    confirmsChangeId: string;
    because: string;
    decidedAt: string;
  };
}

export interface DevelopmentTable {
  developmentId: string;
  anchor: string;
  title: string;
  jurisdiction: string;
  instruments: string;
  stage: string;
  openedAt: string;
  lastChangeAt: string;
  changeCount: number;
  sourceCount: number;
}

export interface ObligationTable {
  obligationId: string;
  developmentId: string;
  changeId: string;
  kind: string;
  instrumentId: string;
  sourceId: string;
  expected: string;
  dueOn: string | null;
  openedAt: string;
  state: string;
  closedAt: string | null;
  because: string;
  proof: string;
}

export interface ReviewItemTable {
  reviewItemId: string;
  developmentId: string;
  kind: string;
  sourceId: string;
  because: string;
  openedAt: string;
  state: string;
  closedAt: string | null;
  resolution: string;
}
