import { type Change, digestOf } from '#domain';

const EVIDENCE: Change['evidence'][number] = {
  side: 'after',
  url: 'https://www.ecfr.gov/api/versioner/v1/full/2023-12-07/title-15.xml?part=744',
  locator: 'Supplement No. 4 to Part 744, ARMENIA, row 33',
  quote: 'Aram Kocharyan',
  lang: 'en',
  sha256: 'ab'.repeat(32),
  retrievedAt: '2023-12-07T12:00:00.000Z',
};

/** A change written for tests of what joins changes; its id follows from its source, type and subject. */
export function aChange(over: Partial<Change> & { readonly sourceId: string; readonly type: Change['type'] }): Change {
  const subject = over.subject ?? { kind: 'entity', key: 'entity aramkocharyan AM', label: 'Aram Kocharyan' };
  const retrievedAt = over.detectedAt ?? EVIDENCE.retrievedAt;
  return {
    changeId: digestOf(over.sourceId, over.type, subject.key, over.documentNumber ?? '', retrievedAt),
    alerting: true,
    instrumentId: 'US-EL',
    jurisdiction: 'US',
    subject,
    stage: 'in_force',
    direction: 'tighten',
    dates: {},
    evidence: [{ ...EVIDENCE, retrievedAt }],
    lineage: {},
    detection: { path: 'list_diff', needsReview: false, notes: [], baseline: false },
    detectedAt: retrievedAt,
    ...over,
  };
}

/** A row that came to the Entity List by a rule of 7 December 2023, as one of its copies shows it. */
export function listed(sourceId: string, name: string, detectedAt: string, after: Change['after'] = {}): Change {
  return aChange({
    sourceId,
    type: 'entity.added',
    subject: { kind: 'entity', key: `${sourceId} ${name}`, label: name },
    after: {
      name,
      country: 'AM',
      licenseRequirement: 'For all items subject to the EAR (See § 744.11 of the EAR)',
      reviewPolicy: { kind: 'presumption_of_denial', text: 'Presumption of denial' },
      frCitation: ['88 FR 85097, 12/7/23.'],
      ...after,
    },
    detectedAt,
  });
}

/** A document of the Federal Register. */
export function aRule(documentNumber: string, over: Partial<Change> = {}): Change {
  return aChange({
    sourceId: 'us-federal-register',
    type: 'document.published',
    subject: { kind: 'document', key: documentNumber, label: documentNumber },
    documentNumber,
    stage: 'final',
    detection: { path: 'document', needsReview: false, notes: [], baseline: false },
    after: { documentNumber, title: 'Addition of Entities to the Entity List' },
    ...over,
  });
}
