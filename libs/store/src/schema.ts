import type { Generated } from 'kysely';
import type { DevelopmentTables } from './development-tables.ts';
import type { ReviewTables } from './review-tables.ts';
import type { SearchTables } from './search-tables.ts';

/** Tables of the store; who writes each stands in docs/architecture.md. Instants are UTC ISO text, ids are text, JSON is text. */
export interface Schema extends DevelopmentTables, ReviewTables, SearchTables {
  captureBytes: { sha256: string; body: Uint8Array; byteCount: number };
  captures: {
    captureId: string;
    sourceId: string;
    sha256: string;
    url: string;
    mediaType: string;
    retrievedAt: string;
    baseline: number;
  };
  sourceStates: SourceStateTable;
  checks: {
    checkId: Generated<number>;
    sourceId: string;
    url: string;
    checkedAt: string;
    outcome: string;
    detail: string;
    sha256: string | null;
    durationMs: number;
  };
  validators: { url: string; sourceId: string; etag: string | null; lastModified: string | null; sha256: string };
  readings: ReadingTable;
  knownDocuments: { sourceId: string; documentId: string; body: string; readingId: string };
  changes: ChangeTable;
  sourceProblems: {
    sourceId: string;
    problem: string;
    openedAt: string;
    closedAt: string | null;
    because: string;
    problemId: string;
  };
  subscriptions: SubscriptionTable;
  alerts: {
    alertId: string;
    changeId: string;
    subscriptionId: string;
    score: number;
    band: string;
    body: string;
    raisedAt: string;
  };
  deliveries: DeliveryTable;
  endpointStates: EndpointStateTable;
  notices: {
    noticeId: string;
    tenantId: string;
    aboutSubscriptionId: string;
    because: string;
    raisedAt: string;
  };
  deliveryAttempts: {
    deliveryId: string;
    attempt: number;
    startedAt: string;
    durationMs: number;
    outcome: string;
    status: number | null;
    responseText: string;
  };
  tenants: { tenantId: string; name: string; createdAt: string };
  apiKeys: ApiKeyTable;
  sessions: {
    sessionHash: string;
    kind: string;
    tenantId: string;
    role: string;
    name: string;
    keyId: string | null;
    expiresAt: string;
  };
  eventLog: {
    position: Generated<number>;
    topic: string;
    partition: number;
    key: string;
    eventId: string;
    type: string;
    body: string;
    recordedAt: string;
  };
  deadlines: {
    deadlineId: string;
    thread: string;
    kind: string;
    changeId: string;
    sourceId: string;
    jurisdiction: string;
    lastDay: string;
    toldMark: number;
    state: string;
  };
  digestCursors: {
    subscriptionId: string;
    tenantId: Generated<string>;
    position: number;
    since: string;
    nextRunAt: string | null;
  };
  digests: DigestTable;
  feedAddresses: {
    tokenHash: string;
    tenantId: Generated<string>;
    subscriptionId: string;
    createdAt: string;
    revokedAt: string | null;
  };
  bursts: {
    burstId: string;
    tenantId: Generated<string>;
    subscriptionId: string;
    lane: string;
    openedAt: string;
    closesAt: string;
    state: string;
    alerts: number;
  };
  burstAlerts: { alertId: string; burstId: string; tenantId: Generated<string>; place: number };
  corrections: {
    correctionId: string;
    tenantId: Generated<string>;
    subscriptionId: string;
    changeId: string;
    toldBand: string;
    body: string;
    raisedAt: string;
  };
  listedParties: {
    sourceId: string;
    subjectKey: string;
    name: string;
    list: string;
    instrumentId: string;
    country: string | null;
    seenAt: string;
    goneAt: string | null;
  };
  partyNames: { nameKey: string; subjectKey: string; printed: string; sourceId: string };
  inbox: { consumerGroup: string; eventSource: string; eventId: string };
  consumerPositions: { consumerGroup: string; position: number };
  deadLetters: {
    consumerGroup: string;
    position: number;
    topic: string;
    key: string;
    eventId: string;
    code: string;
    reason: string;
    attempts: number;
    parkedAt: string;
    replayedAt: string | null;
  };
}

export interface SourceStateTable {
  sourceId: string;
  lastCheckedAt: string | null;
  lastSuccessAt: string | null;
  lastChangedAt: string | null;
  consecutiveFailures: number;
  lastOutcome: string;
  lastDetail: string;
  nextRunAt: string | null;
}

export interface ReadingTable {
  readingId: string;
  sourceId: string;
  captureId: string;
  sha256: string;
  kind: string;
  status: string;
  reason: string;
  contentHash: string;
  body: Uint8Array;
  readAt: string;
  position: Generated<number>;
}

export interface ChangeTable {
  position: Generated<number>;
  changeId: string;
  sourceId: string;
  instrumentId: string;
  jurisdiction: string;
  type: string;
  alerting: number;
  baseline: number;
  stage: string;
  direction: string;
  subjectKey: string;
  subjectLabel: string;
  documentNumber: string | null;
  detectedAt: string;
  readingId: string;
  previousReadingId: string | null;
  body: string;
}

export interface ApiKeyTable {
  keyId: string;
  tenantId: string;
  name: string;
  keyHash: string;
  /** Joined by spaces. */
  scopes: string;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
}

export interface SubscriptionTable {
  subscriptionId: string;
  tenantId: string;
  name: string;
  cadence: string;
  channelKind: string;
  sealedChannel: string;
  sealedProfile: string;
  sealedSecret: string | null;
  status: string;
  createdAt: string;
  hearsAfterPosition: number;
  sealedRetiring: string | null;
  digestAt: string | null;
  digestWeekday: string | null;
  collapse: number | null;
  /** Rises with every edit of any subscription. */
  revision: number;
}

export interface DigestTable {
  digestId: string;
  tenantId: Generated<string>;
  subscriptionId: string;
  cadence: string;
  fromPosition: number;
  toPosition: number;
  periodFrom: string;
  periodTo: string;
  timeZone: string;
  scheduledAt: string;
  madeAt: string;
  told: number;
  sealedBody: string;
}

export interface DeliveryTable {
  deliveryId: string;
  subscriptionId: string;
  messageKind: string;
  subjectId: string;
  alertId: string;
  webhookId: string;
  status: string;
  attempts: number;
  nextAttemptAt: string | null;
  claimedUntil: string | null;
  createdAt: string;
  finishedAt: string | null;
  lastOutcome: string;
  replayOf: string | null;
}

export interface EndpointStateTable {
  subscriptionId: string;
  tenantId: string;
  failingSince: string | null;
  consecutiveFailures: number;
  bounces: number;
  lastOutcome: string;
  lastSuccessAt: string | null;
  disabledAt: string | null;
  disabledBecause: string;
}
