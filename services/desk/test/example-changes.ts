import type { Change, Evidence } from '#domain';

/** Changes with real facts, written by us in the form the differ stores. */

const SHA = 'd2f0c1a97b3e4f5061728394a5b6c7d8e9f00112233445566778899aabbccdde';

/** 64 hexadecimal digits, as a real one has. */
const idOf = (number: number): string => String(number).padStart(64, 'c');

function evidence(parts: Partial<Evidence> & Pick<Evidence, 'quote' | 'locator'>): Evidence {
  return {
    side: 'after',
    url: 'https://www.ecfr.gov/api/versioner/v1/full/2019-10-09/title-15.xml?part=744',
    officialUrl: 'https://www.ecfr.gov/current/title-15/part-744/appendix-Supplement%20No.%204%20to%20Part%20744',
    lang: 'en',
    sha256: SHA,
    retrievedAt: '2026-11-23T12:00:00.000Z',
    ...parts,
  };
}

const base = {
  alerting: true,
  stage: 'in_force',
  direction: 'tighten',
  lineage: {},
  detection: { path: 'list_diff', needsReview: false, notes: [], baseline: false },
} as const;

export const hikvision: Change = {
  ...base,
  changeId: idOf(1),
  type: 'entity.added',
  sourceId: 'us-ecfr-15-744-supp4',
  instrumentId: 'US-EL',
  jurisdiction: 'US',
  subject: { kind: 'entity', key: 'cn|hikvision', label: 'Hikvision' },
  after: {
    name: 'Hikvision',
    aliases: ['Hangzhou Hikvision Digital Technology Co., Ltd.'],
    country: 'CN',
    licenseRequirement: 'All items subject to the EAR (see § 744.11 of the EAR).',
    licenseReviewPolicy:
      'Case-by-case review for ECCNs 1A004.c, 1A004.d and items on the CCL; presumption of denial for all other items.',
  },
  dates: { publishedOn: '2019-10-09', effectiveFrom: '2019-10-09' },
  evidence: [
    evidence({
      locator: 'Supplement No. 4 to Part 744, row China, People’s Republic of',
      quote: 'Hikvision, a.k.a., the following one alias: —Hangzhou Hikvision Digital Technology Co., Ltd.',
      citation: '84 FR 54004, 10/9/19',
    }),
  ],
  lineage: { citation: ['84 FR 54002'], rin: ['0694-AH68'] },
  documentNumber: '2019-22210',
  detectedAt: '2026-11-23T12:00:05.000Z',
};

export const requirementWidened: Change = {
  ...base,
  changeId: idOf(2),
  type: 'entity.license_requirement_changed',
  sourceId: 'us-ecfr-15-744-supp4',
  instrumentId: 'US-EL',
  jurisdiction: 'US',
  subject: {
    kind: 'entity',
    key: 'cn|chinaelectronics',
    label: 'China Electronics Technology Group Corporation 29 Research Institute',
  },
  before: { licenseRequirement: 'For all items on the CCL (See §744.2(d) of the EAR).' },
  after: { licenseRequirement: 'For all items subject to the EAR (See §744.2(d) of the EAR).' },
  dates: { publishedOn: '2016-09-20', effectiveFrom: '2016-09-20' },
  evidence: [
    evidence({
      side: 'before',
      locator: 'row 211',
      quote: 'For all items on the CCL (See §744.2(d) of the EAR).',
      retrievedAt: '2026-11-22T12:00:00.000Z',
    }),
    evidence({ locator: 'row 211', quote: 'For all items subject to the EAR (See §744.2(d) of the EAR).' }),
  ],
  documentNumber: '2016-21543',
  detectedAt: '2026-11-23T12:00:06.000Z',
};

export const koreaRestored: Change = {
  ...base,
  changeId: idOf(3),
  type: 'country.added',
  sourceId: 'jp-egov-324CO0000000378',
  instrumentId: 'JP-COUNTRY',
  jurisdiction: 'JP',
  direction: 'loosen',
  subject: { kind: 'country', key: 'kr', label: '大韓民国' },
  after: { list: '別表第三', country: 'KR' },
  dates: { effectiveFrom: '2023-07-21' },
  evidence: [
    evidence({
      url: 'https://laws.e-gov.go.jp/api/2/law_data/324CO0000000378?asof=2023-07-21',
      officialUrl: 'https://laws.e-gov.go.jp/law/324CO0000000378',
      locator: '別表第三',
      quote:
        'アイルランド、アメリカ合衆国、アルゼンチン、イタリア、英国、オーストラリア、オーストリア、オランダ、カナダ、ギリシャ、スイス、スウェーデン、スペイン、大韓民国',
      lang: 'ja',
    }),
  ],
  detection: { path: 'codified_diff', needsReview: false, notes: [], baseline: false },
  detectedAt: '2026-11-22T03:00:00.000Z',
};

export const foundationalInquiry: Change = {
  ...base,
  changeId: idOf(4),
  type: 'lineage.anprm',
  sourceId: 'us-federal-register',
  instrumentId: 'US-ECRA-1758',
  jurisdiction: 'US',
  stage: 'anprm',
  direction: 'unknown',
  subject: { kind: 'document', key: '2020-18910', label: '2020-18910' },
  after: { title: 'Identification and Review of Controls for Certain Foundational Technologies' },
  dates: { publishedOn: '2020-08-27', commentClose: '2026-12-26' },
  evidence: [
    evidence({
      url: 'https://www.federalregister.gov/api/v1/documents.json',
      officialUrl: 'https://www.federalregister.gov/d/2020-18910',
      locator: 'results[0]',
      quote: 'Advance notice of proposed rulemaking (ANPRM).',
      documentNumber: '2020-18910',
    }),
  ],
  lineage: { rin: ['0694-AH80'] },
  documentNumber: '2020-18910',
  detection: { path: 'document', needsReview: true, notes: ['the comment date was extended once'], baseline: false },
  detectedAt: '2026-11-24T08:00:00.000Z',
};

/** What a hostile publisher could print where a name is expected. */
export const ATTACK = '<script>alert(1)</script><img src=x onerror=alert(2)>"\'& ]]>';

export const hostile: Change = {
  ...base,
  changeId: idOf(5),
  type: 'guidance.published',
  sourceId: 'jp-meti-news',
  instrumentId: 'JP-EUL',
  jurisdiction: 'JP',
  stage: 'guidance',
  direction: 'neutral',
  subject: { kind: 'document', key: 'hostile', label: ATTACK },
  before: { title: `before ${ATTACK}` },
  after: { title: ATTACK, note: `after ${ATTACK}`, '<b>key</b>': ATTACK },
  dates: { publishedOn: '2026-11-20' },
  evidence: [
    evidence({
      url: 'javascript:alert(3)',
      officialUrl: 'javascript:alert(4)',
      locator: ATTACK,
      quote: ATTACK,
      citation: ATTACK,
    }),
  ],
  lineage: { docket: [ATTACK] },
  documentNumber: ATTACK,
  detectedAt: '2026-11-21T05:00:00.000Z',
};

/** History: told to nobody, shown on request. */
export const firstCapture: Change = {
  ...hikvision,
  changeId: idOf(6),
  subject: { kind: 'entity', key: 'cn|dahua', label: 'Dahua Technology' },
  detection: { path: 'list_diff', needsReview: false, notes: [], baseline: true },
  detectedAt: '2026-11-01T00:00:00.000Z',
};

export const citationOnly: Change = {
  ...hikvision,
  changeId: idOf(7),
  type: 'entity.citation_changed',
  alerting: false,
  direction: 'neutral',
  subject: { kind: 'entity', key: 'cn|yitu', label: 'Yitu Technologies' },
  before: { frCitation: '84 FR 54004, 10/9/19.' },
  after: { frCitation: '84 FR 54004, 10/9/19. 85 FR 34505, 6/5/20.' },
  detectedAt: '2026-11-23T12:00:07.000Z',
};

export const EXAMPLE_CHANGES: readonly Change[] = [
  firstCapture,
  hostile,
  koreaRestored,
  hikvision,
  requirementWidened,
  citationOnly,
  foundationalInquiry,
];
