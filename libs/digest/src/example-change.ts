import type { Change, SubjectKind } from '#domain';

/** Parts of an example that differ from the standing one. */
export type ChangeParts = Partial<Omit<Change, 'subject' | 'evidence'>> & {
  label?: string;
  kind?: SubjectKind;
  citation?: string;
};

/** A change for tests: an Entity List addition of 2019-10-09 unless parts say otherwise. */
export function exampleChange({ label = 'Hikvision', kind = 'entity', citation, ...parts }: ChangeParts): Change {
  return {
    changeId: `${parts.type ?? 'entity.added'}:${label}`,
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
        url: 'https://www.ecfr.gov/api/versioner/v1/full/2019-10-09/title-15.xml?part=744',
        officialUrl: 'https://www.ecfr.gov/current/title-15/part-744',
        ...(citation !== undefined && { citation }),
        locator: 'row 14',
        quote: label,
        lang: 'en',
        sha256: 'a'.repeat(64),
        retrievedAt: '2019-10-09T13:00:00Z',
      },
    ],
    lineage: {},
    detection: { path: 'list_diff', needsReview: false, notes: [], baseline: false },
    detectedAt: '2019-10-09T13:00:00Z',
    ...parts,
  };
}
