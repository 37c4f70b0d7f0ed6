export const ROLES = [
  'exporter',
  'reexporter',
  'importer',
  'manufacturer',
  'foundry',
  'investor',
  'target_company',
  'university',
  'dod_contractor',
  'telecom_operator',
  'counsel',
] as const;
export type Role = (typeof ROLES)[number];

export const END_USES = [
  'nuclear',
  'missile',
  'chem_bio',
  'conventional',
  'military_intel',
  'supercomputer',
  'semiconductor_mfg',
  'surveillance',
  '5g',
] as const;
export type EndUse = (typeof END_USES)[number];

/** Bands in rising order; the score that opens each stands in the impact model. */
export const BANDS = ['info', 'low', 'medium', 'high', 'critical'] as const;
export type Band = (typeof BANDS)[number];

export const ITEM_SCHEMES = ['ECCN', 'USML', 'JP_T1', 'JP_FX'] as const;
export type ItemScheme = (typeof ITEM_SCHEMES)[number];

export interface Counterparty {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country?: string;
  readonly ownership?: readonly { readonly owner: string; readonly pct: number }[];
  readonly internalRef?: string;
}

/** What a compliance team declares about itself. A trade secret: encrypted at rest, never in an event, a log or a URL. */
export interface Profile {
  readonly org: string;
  /** IANA zone in which dates, digests and quiet hours are meant. */
  readonly timeZone: string;
  readonly languages: readonly ('en' | 'ja')[];
  readonly roles: readonly Role[];
  /** Whose rules are heard, `ML` for those of several states; none named is all of them. */
  readonly jurisdictions: readonly ('US' | 'JP' | 'ML')[];
  /** `*`, instrument ids, or globs such as `US-EL*`. */
  readonly instruments: readonly string[];
  /** `{ scheme: 'ECCN', pattern: '3A*' }`, `{ scheme: 'JP_T1', pattern: '7の項(16)' }`. */
  readonly items: readonly { readonly scheme: ItemScheme; readonly pattern: string }[];
  readonly hsCodes: readonly string[];
  readonly technologies: readonly string[];
  readonly keywords: readonly string[];
  readonly negativeKeywords: readonly string[];
  /** ISO alpha-2, or group names `GROUP_A`, `D:1`, `E:1`. */
  readonly destinations: readonly string[];
  readonly counterparties: readonly Counterparty[];
  readonly endUses: readonly EndUse[];
  readonly authorisationsInUse: readonly string[];
  readonly investment: readonly {
    readonly stakePct: number;
    readonly sector: string;
    readonly investorState: string;
  }[];
  readonly handles: readonly ('CUI' | 'FCI' | 'classified')[];
  /** Alerts below this band go to the digest only. */
  readonly minBand: Band;
  readonly quietHours?: { readonly from: string; readonly to: string; readonly overrideBand: 'critical' | 'never' };
}
