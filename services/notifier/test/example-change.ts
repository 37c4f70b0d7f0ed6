import type { Change, Impact, Profile } from '#domain';

/** A change in the words of the Federal Register: 84 FR 22961, document 2019-10616, written by us for these tests. */
export function exampleChange(parts: Partial<Change> = {}): Change {
  return {
    changeId: 'c1',
    type: 'entity.added',
    alerting: true,
    sourceId: 'us-ecfr-15-744-supp4',
    instrumentId: 'US-EL',
    jurisdiction: 'US',
    subject: { kind: 'entity', key: 'huaweitechnologiescoltd', label: 'Huawei Technologies Co., Ltd.' },
    after: { name: 'Huawei Technologies Co., Ltd.', country: 'CN', aliases: ['Huawei'] },
    stage: 'in_force',
    direction: 'tighten',
    dates: { effectiveFrom: '2019-05-16', publishedOn: '2019-05-21' },
    evidence: [
      {
        side: 'after',
        url: 'https://www.ecfr.gov/api/versioner/v1/full/2019-05-21/title-15.xml',
        locator: 'row 1',
        quote: 'Huawei Technologies Co., Ltd.',
        lang: 'en',
        sha256: 'a'.repeat(64),
        retrievedAt: '2026-11-23T00:00:00.000Z',
      },
    ],
    lineage: { citation: ['84 FR 22961'] },
    documentNumber: '2019-10616',
    detection: { path: 'list_diff', needsReview: false, notes: [], baseline: false },
    detectedAt: '2026-11-23T00:00:00.000Z',
    ...parts,
  };
}

export function exampleImpact(parts: Partial<Impact> = {}): Impact {
  return {
    score: 100,
    band: 'critical',
    reasons: [{ factor: 'relevance', value: 1, because: 'a declared counterparty is named', evidenceRef: 0 }],
    labels: [],
    ...parts,
  };
}

export function exampleProfile(parts: Partial<Profile> = {}): Profile {
  return {
    org: 'Example Optics KK',
    timeZone: 'Asia/Tokyo',
    languages: ['en'],
    roles: ['exporter'],
    jurisdictions: ['US'],
    instruments: ['US-EL'],
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
    minBand: 'medium',
    ...parts,
  };
}
