import { createHash } from 'node:crypto';
import type { Change, Profile, RegulatoryDocument } from '#domain';
import type { Capture, Delivery, StoredReading, Subscription } from '#store';

export function aCapture(bytes: Uint8Array): Capture {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return {
    captureId: `capture-${sha256.slice(0, 8)}`,
    sourceId: 'source',
    sha256,
    url: 'https://publisher.test/list',
    mediaType: 'text/html; charset=utf-8',
    retrievedAt: '2026-01-01T00:00:00.000Z',
    baseline: false,
  };
}

export function aReading(readingId: string, status: StoredReading['status']): StoredReading {
  return {
    readingId,
    sourceId: 'source',
    captureId: `capture of ${readingId}`,
    sha256: 'ab',
    status,
    reason: '',
    contentHash: `content of ${readingId}`,
    readAt: '2026-01-01T00:00:00.000Z',
  };
}

export function aDocument(documentId: string): RegulatoryDocument {
  return {
    documentId,
    title: 'Additions to the Entity List',
    url: `https://www.federalregister.gov/d/${documentId}`,
    agencies: [],
    cfr: [],
    rins: [],
    dockets: [],
    details: {},
    locator: 'results[0]',
    quote: 'Additions to the Entity List',
  };
}

export function aChange(changeId: string): Change {
  return {
    changeId,
    type: 'entity.added',
    alerting: true,
    sourceId: 'us-ecfr-15-744-supp4',
    instrumentId: 'US-EL',
    jurisdiction: 'US',
    subject: { kind: 'entity', key: changeId, label: `Entity ${changeId}` },
    after: { name: `Entity ${changeId}`, country: 'CN' },
    stage: 'in_force',
    direction: 'tighten',
    dates: { effectiveFrom: '2026-01-01' },
    evidence: [
      {
        side: 'after',
        url: 'https://www.ecfr.gov/',
        locator: 'row 1',
        quote: `Entity ${changeId}`,
        lang: 'en',
        sha256: 'ab'.repeat(32),
        retrievedAt: '2026-01-01T00:00:00.000Z',
      },
    ],
    lineage: {},
    detection: { path: 'list_diff', needsReview: false, notes: [], baseline: false },
    detectedAt: '2026-01-01T00:00:00.000Z',
  };
}

export function aDelivery(deliveryId: string, nextAttemptAt: string): Delivery {
  return {
    deliveryId,
    subscriptionId: 's',
    messageKind: 'alert',
    subjectId: `alert of ${deliveryId}`,
    alertId: `alert of ${deliveryId}`,
    webhookId: `msg_${deliveryId}`,
    status: 'due',
    attempts: 0,
    nextAttemptAt,
    createdAt: nextAttemptAt,
    finishedAt: null,
    lastOutcome: '',
    replayOf: null,
  };
}

export function aProfile(over: Partial<Profile> = {}): Profile {
  return {
    org: 'Example KK',
    timeZone: 'Asia/Tokyo',
    languages: ['en'],
    roles: ['exporter'],
    jurisdictions: ['US', 'JP'],
    instruments: ['*'],
    items: [],
    hsCodes: [],
    technologies: [],
    keywords: [],
    negativeKeywords: [],
    destinations: [],
    counterparties: [],
    endUses: [],
    authorisationsInUse: [],
    investment: [],
    handles: [],
    minBand: 'info',
    ...over,
  };
}

export function aSubscription(subscriptionId: string, tenantId: string): Subscription {
  return {
    subscriptionId,
    tenantId,
    name: `Subscription ${subscriptionId}`,
    profile: aProfile(),
    channel: { kind: 'digest' },
    cadence: 'daily',
    status: 'active',
    createdAt: '2026-01-01T00:00:00.000Z',
    hearsAfterPosition: 0,
  };
}
