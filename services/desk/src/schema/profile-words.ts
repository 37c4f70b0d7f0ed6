import { BANDS, END_USES, ITEM_SCHEMES, ROLES } from '#domain';

/** What may stand in a field of a profile, in words for who fills it in, and a value that is right. */
export interface FieldWords {
  readonly allowed: string;
  readonly example: unknown;
}

const counterparty = { name: 'Yangtze Memory Technologies Co., Ltd.', aliases: ['YMTC'], country: 'CN' };
const clock = (example: string): FieldWords => ({ allowed: 'a time of day with hours and minutes', example });
const share: FieldWords = { allowed: 'a percentage from 0 to 100', example: 60 };

/** By name of the field, places in lists left out: `counterparties.name` is the name of each counterparty. */
export const PROFILE_WORDS: Readonly<Record<string, FieldWords>> = {
  org: { allowed: 'the name of your organisation, at most 200 letters', example: 'Example Optics K.K.' },
  timeZone: { allowed: 'the IANA name of a time zone', example: 'Asia/Tokyo' },
  languages: { allowed: 'a list of languages, en or ja', example: ['en', 'ja'] },
  roles: { allowed: `a list of what you are: ${ROLES.join(', ')}`, example: ['exporter'] },
  jurisdictions: { allowed: 'a list of US, JP and ML (multilateral)', example: ['US', 'JP'] },
  instruments: { allowed: 'a list of at most 300 instruments; a * stands for any ending', example: ['US-EL', 'JP-*'] },
  items: { allowed: 'a list of items, each with scheme and pattern', example: [{ scheme: 'ECCN', pattern: '3A*' }] },
  'items.scheme': { allowed: `the list that numbers the item: ${ITEM_SCHEMES.join(', ')}`, example: 'ECCN' },
  'items.pattern': { allowed: 'the number as that list writes it; of an ECCN a * may end it', example: '3A090.a' },
  hsCodes: { allowed: 'a list of customs tariff numbers of 2 to 10 digits without dots', example: ['854231'] },
  technologies: { allowed: 'a list of technologies of at most 100 letters each', example: ['quantum', '半導体'] },
  keywords: { allowed: 'a list of words of at most 200 letters each', example: ['lidar'] },
  negativeKeywords: { allowed: 'a list of words that rule a text out', example: ['antidumping'] },
  destinations: { allowed: 'a list of two-letter country codes and country groups', example: ['CN', 'GROUP_A', 'D:1'] },
  counterparties: { allowed: 'a list of parties, each with a name', example: [counterparty] },
  'counterparties.name': { allowed: 'the name of the party, at most 300 letters', example: counterparty.name },
  'counterparties.aliases': { allowed: 'a list of other names of the party', example: counterparty.aliases },
  'counterparties.country': { allowed: 'a two-letter country code', example: 'CN' },
  'counterparties.ownership': {
    allowed: 'a list of owners of the party, each with owner and pct',
    example: [{ owner: 'Acme Holding', pct: 60 }],
  },
  'counterparties.ownership.owner': { allowed: 'the name of the owner', example: 'Acme Holding' },
  'counterparties.ownership.pct': share,
  'counterparties.internalRef': { allowed: 'your own number of the party, at most 200 letters', example: 'C-1042' },
  endUses: { allowed: `a list of end uses: ${END_USES.join(', ')}`, example: ['semiconductor_mfg'] },
  authorisationsInUse: { allowed: 'a list of the licences and exceptions you rely on', example: ['STA'] },
  investment: {
    allowed: 'a list of stakes, each with stakePct, sector and investorState',
    example: [{ stakePct: 5, sector: 'semiconductor', investorState: 'US' }],
  },
  'investment.stakePct': share,
  'investment.sector': { allowed: 'the sector of the company, at most 200 letters', example: 'semiconductor' },
  'investment.investorState': { allowed: 'the country of the investor', example: 'US' },
  handles: { allowed: 'a list of CUI, FCI and classified', example: ['CUI'] },
  minBand: { allowed: `the least band told at once: ${BANDS.join(', ')}`, example: 'medium' },
  quietHours: {
    allowed: 'the hours in which nothing is sent, with from, to and overrideBand',
    example: { from: '22:00', to: '06:00', overrideBand: 'critical' },
  },
  'quietHours.from': clock('22:00'),
  'quietHours.to': clock('06:00'),
  'quietHours.overrideBand': { allowed: 'critical (sent even then) or never', example: 'critical' },
};

/**
 * The words for a field of a profile, wherever the profile stands: `subscriptions[3].profile.items[0].pattern`,
 * `items[0].pattern`. Undefined for what is no field of a profile.
 */
export function profileWords(path: readonly PropertyKey[]): FieldWords | undefined {
  return PROFILE_WORDS[fieldOf(path)];
}

/** Names of the fields that may stand beside a field, in order; none where it is in no profile. */
export function fieldsBeside(path: readonly PropertyKey[]): readonly string[] {
  const parent = fieldOf(path.slice(0, -1));
  const isTop = parent === '' && path.includes('profile');
  if (!isTop && PROFILE_WORDS[parent] === undefined) return [];
  const prefix = isTop ? '' : `${parent}.`;
  return Object.keys(PROFILE_WORDS)
    .filter((field) => field.startsWith(prefix) && !field.slice(prefix.length).includes('.'))
    .map((field) => field.slice(prefix.length));
}

function fieldOf(path: readonly PropertyKey[]): string {
  const names = path.filter((part) => typeof part !== 'number').map(String);
  return names.slice(names.indexOf('profile') + 1).join('.');
}
