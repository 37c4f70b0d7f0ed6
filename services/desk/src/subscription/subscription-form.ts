import { END_USES, ITEM_SCHEMES, ROLES } from '#domain';
import { counterpartyOfLine } from './typed-counterparty.ts';
import { BETWEEN_ENTRIES, BETWEEN_PARTS, piecesOf } from './typed-list.ts';

/** The fields of the subscription form, as typed. */
export type FormFields = Readonly<Record<string, string>>;

/**
 * What the form says, in the shape that the API's schema checks: the form has no rules of its own. Lists are lines or commas;
 * an item line is `ECCN 3A090`. Languages of which none is ticked are left to the schema to fill in; no country ticked is an
 * empty list, which means all, also those that are added later.
 */
export function subscriptionOfForm(fields: FormFields) {
  const kind = fields.kind ?? 'webhook';
  return {
    name: fields.name ?? '',
    channel: channelOf(kind, fields),
    ...(fields.signing ? { signing: fields.signing } : {}),
    ...(fields.cadence ? { cadence: fields.cadence } : {}),
    ...(fields.at || fields.weekday ? { digest: digestOf(fields) } : {}),
    ...(fields.collapse ? { collapse: fields.collapse === 'yes' } : {}),
    profile: profileOf(fields),
  };
}

function profileOf(fields: FormFields) {
  const languages = ticked('language', LANGUAGES, fields);
  return {
    org: fields.org ?? '',
    timeZone: (fields.timeZone ?? '').trim() || 'UTC',
    instruments: entries(fields.instruments),
    items: lines(fields.items).map(itemOf),
    destinations: entries(fields.destinations).map((code) => code.toUpperCase()),
    counterparties: lines(fields.counterparties).map(counterpartyOfLine),
    keywords: entries(fields.keywords),
    negativeKeywords: entries(fields.negativeKeywords),
    technologies: entries(fields.technologies),
    authorisationsInUse: entries(fields.authorisationsInUse),
    hsCodes: entries(fields.hsCodes).map((code) => code.replaceAll('.', '')),
    investment: lines(fields.investment).map(investmentOf),
    roles: ticked('role', ROLES, fields),
    endUses: ticked('endUse', END_USES, fields),
    handles: ticked('handles', HANDLES, fields),
    jurisdictions: ticked('jurisdiction', JURISDICTION_IDS, fields),
    ...(languages.length === 0 ? {} : { languages }),
    ...(fields.quietFrom || fields.quietTo ? { quietHours: quietHoursOf(fields) } : {}),
    ...(fields.minBand ? { minBand: fields.minBand } : {}),
  };
}

export const HANDLES = ['CUI', 'FCI', 'classified'] as const;
export const LANGUAGES = ['en', 'ja'] as const;
export const JURISDICTION_IDS = ['US', 'JP', 'ML'] as const;

/** Boxes are `name.value=on`. */
function ticked(name: string, all: readonly string[], fields: FormFields): readonly string[] {
  return all.filter((one) => fields[`${name}.${one}`]);
}

function quietHoursOf({ quietFrom = '', quietTo = '', quietOverride = 'critical' }: FormFields) {
  return { from: quietFrom, to: quietTo, overrideBand: quietOverride };
}

/** `5; semiconductor; US`: percentage, sector, country of the investor. */
function investmentOf(line: string) {
  const [stake = '', sector = '', investorState = ''] = piecesOf(line, BETWEEN_PARTS).map(({ text }) => text);
  return { stakePct: stake === '' ? undefined : Number(stake.replace('%', '')), sector, investorState };
}

/** Each kind has its own field: what was typed for another is left out. */
function channelOf(kind: string, fields: FormFields): unknown {
  const text = (name: string) => (fields[name] ?? '').trim();
  const threshold = fields.channelMinBand ? { minBand: fields.channelMinBand } : {};
  switch (kind) {
    case 'webhook':
      return {
        kind,
        url: text('url'),
        ...threshold,
        ...(fields.format ? { format: fields.format } : {}),
        ...(text('maxPerMinute') === '' ? {} : { maxPerMinute: Number(text('maxPerMinute')) }),
      };
    case 'slack':
    case 'teams':
      return { kind, url: text('url'), ...threshold };
    case 'email':
      return { kind, address: text('address'), ...threshold };
    default:
      return { kind };
  }
}

/** Hour and weekday of its digests; what was left empty is the schema's to fill in. */
function digestOf({ at, weekday }: FormFields): unknown {
  return { ...(at ? { at } : {}), ...(weekday ? { weekday } : {}) };
}

/** `ECCN 3A090`, `JP_T1 7の項(16)`; without a scheme an ECCN is meant. */
function itemOf(line: string): { scheme: string; pattern: string } {
  const scheme = ITEM_SCHEMES.find((known) => line.toUpperCase().startsWith(`${known} `));
  return scheme ? { scheme, pattern: line.slice(scheme.length).trim() } : { scheme: 'ECCN', pattern: line };
}

function lines(text: string | undefined): string[] {
  return (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function entries(text: string | undefined): string[] {
  return piecesOf(text ?? '', BETWEEN_ENTRIES).map((piece) => piece.text);
}
