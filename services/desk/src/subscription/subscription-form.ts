import { ITEM_SCHEMES } from '#domain';

/** The fields of the subscription form, as typed. */
export type FormFields = Readonly<Record<string, string>>;

/**
 * What the form says, in the shape that the API's schema checks: the form knows fewer fields, never other rules.
 * Lists are lines or commas; a counterparty line is `Name; other name; other name; CN`; an item line is `ECCN 3A090`.
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
    profile: {
      org: fields.org ?? '',
      timeZone: (fields.timeZone ?? '').trim() || 'UTC',
      instruments: parts(fields.instruments),
      items: lines(fields.items).map(itemOf),
      destinations: parts(fields.destinations).map((code) => code.toUpperCase()),
      counterparties: lines(fields.counterparties).map(counterpartyOf),
      keywords: parts(fields.keywords),
      ...(fields.minBand ? { minBand: fields.minBand } : {}),
    },
  };
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

function counterpartyOf(line: string): { name: string; aliases: string[]; country?: string } {
  const [name = '', ...others] = line.split(';').map((part) => part.trim());
  const country = others.findLast((part) => /^[A-Z]{2}$/.test(part));
  const aliases = others.filter((part) => part !== '' && part !== country);
  return { name, aliases, ...(country === undefined ? {} : { country }) };
}

function lines(text: string | undefined): string[] {
  return (text ?? '')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function parts(text: string | undefined): string[] {
  return lines((text ?? '').replaceAll(',', '\n'));
}
