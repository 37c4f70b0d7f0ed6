import type { Generated } from 'kysely';

/** Tables of what people did, and of how often publishers were asked. */
export interface ReviewTables {
  auditTrail: AuditTable;
  polls: PollTable;
}

export interface AuditTable {
  tenantId: Generated<string>;
  /** 1, 2, 3 … in each tenant. */
  sequence: number;
  at: string;
  who: string;
  via: string;
  act: string;
  subjectKind: string;
  subjectId: string;
  fromState: string;
  toState: string;
  detail: string;
  previousHash: string;
  hash: string;
}

export interface PollTable {
  pollId: Generated<number>;
  sourceId: string;
  startedAt: string;
  finishedAt: string;
  outcome: string;
  detail: string;
  requests: number;
}
