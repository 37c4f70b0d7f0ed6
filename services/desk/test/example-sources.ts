import type { Source } from '#sources';

const standing = {
  schedule: '*/15 * * * *',
  timeZone: 'America/New_York',
  freshnessHours: 24,
  requestsPerSecond: 1,
  timeoutSeconds: 60,
  maxBodyBytes: 50_000_000,
  guard: { minEntries: 1, maxLossShare: 0.2, confirmAfterMinutes: 60 },
  firstCapture: 'history',
  documentSpace: 'example',
  params: {},
} as const;

export const EXAMPLE_SOURCES: readonly Source[] = [
  {
    ...standing,
    id: 'us-ecfr-15-744-supp4',
    family: 'ecfr',
    title: 'Entity List (eCFR, 15 CFR part 744, Supplement No. 4)',
    jurisdiction: 'US',
    instrumentId: 'US-EL',
    url: 'https://www.ecfr.gov',
    link: 'https://www.ecfr.gov/current/title-15/part-744',
  },
  {
    ...standing,
    id: 'us-federal-register',
    family: 'federal-register',
    title: 'Federal Register: export-control documents',
    jurisdiction: 'US',
    instrumentId: 'US-EAR',
    url: 'https://www.federalregister.gov',
    link: 'https://www.federalregister.gov',
  },
  {
    ...standing,
    id: 'jp-egov-324CO0000000378',
    family: 'egov',
    title: '輸出貿易管理令 (e-Gov)',
    jurisdiction: 'JP',
    instrumentId: 'JP-EXPORT-T1',
    url: 'https://laws.e-gov.go.jp',
    link: 'https://laws.e-gov.go.jp/law/324CO0000000378',
    timeZone: 'Asia/Tokyo',
  },
  {
    ...standing,
    id: 'jp-meti-news',
    family: 'meti',
    title: '経済産業省 安全保障貿易管理 新着情報',
    jurisdiction: 'JP',
    instrumentId: 'JP-EUL',
    url: 'https://www.meti.go.jp',
    link: 'https://www.meti.go.jp/policy/anpo/',
    timeZone: 'Asia/Tokyo',
  },
];
