import type { Change, SubjectKind } from '../change.ts';
import type { Profile } from '../profile.ts';

type ChangeParts = Partial<Omit<Change, 'subject' | 'evidence'>> & {
  label?: string;
  kind?: SubjectKind;
  quote?: string;
};

/** A change for tests: an Entity List addition in force unless parts say otherwise. */
export function aChange({ label = 'Acme Holding', kind = 'entity', quote = label, ...parts }: ChangeParts): Change {
  return {
    changeId: `change-${label}`,
    type: 'entity.added',
    alerting: true,
    sourceId: 'us-ecfr-15-744-supp4',
    instrumentId: 'US-EL',
    jurisdiction: 'US',
    subject: { kind, key: label, label },
    stage: 'in_force',
    direction: 'tighten',
    dates: {},
    evidence: [
      {
        side: 'after',
        url: 'https://www.ecfr.gov/',
        locator: 'row 1',
        quote,
        lang: 'en',
        sha256: 'a'.repeat(64),
        retrievedAt: '2026-01-01T00:00:00Z',
      },
    ],
    lineage: {},
    detection: { path: 'list_diff', needsReview: false, notes: [], baseline: false },
    detectedAt: '2026-01-01T00:00:00Z',
    ...parts,
  };
}

/** A profile for tests that declares nothing unless parts say otherwise. */
export function aProfile(parts: Partial<Profile>): Profile {
  return {
    org: 'Example Devices',
    timeZone: 'Asia/Tokyo',
    languages: ['en'],
    roles: [],
    jurisdictions: [],
    instruments: [],
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
    ...parts,
  };
}
