import { foldName, type ListEntry } from '#domain';
import { parseEnglishDate } from '#time';
import type { DeniedRow } from './denied-row.ts';

/** Name of the list in every entry. */
export const DENIED_PERSONS_LIST = 'DPL';

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)].filter((value) => value !== '');

/** Calendar dates as ISO, so that `9/10/1981` and `09/10/1981` are one; what is no date stays as printed. */
const dateOf = (printed: string): string => parseEnglishDate(printed) ?? printed;

/** `46 F.R. 46154 9/17/81 and 46 F.R. 19290 3/30/81` is two citations. */
function citationsOf(cell: string): readonly string[] {
  return cell
    .split(/(?=\b\d{2,3}\s{0,2}F\.?\s{0,2}R\.?\s{1,2}\d)/)
    .map((citation) => citation.replace(/(?:[\s;,&]+|\band)+$/i, '').trim());
}

function detailsOf(rows: readonly DeniedRow[]): Readonly<Record<string, string>> {
  const joined = (of: (row: DeniedRow) => string) => [...distinct(rows.map(of))].sort().join('; ');
  const details = {
    'effective date': joined(({ effectiveDate }) => dateOf(effectiveDate)),
    'expiration date': joined(({ expirationDate }) => dateOf(expirationDate)),
    'type of denial': joined(({ denialType }) => denialType),
  };
  return Object.fromEntries(Object.entries(details).filter(([, value]) => value !== ''));
}

/** The term of the order where all rows of the party agree on it. */
function termOf(rows: readonly DeniedRow[]): Pick<ListEntry, 'validFrom' | 'validTo'> {
  const from = new Set(rows.map(({ effectiveDate }) => parseEnglishDate(effectiveDate)));
  const to = new Set(rows.map(({ expirationDate }) => parseEnglishDate(expirationDate)));
  const [validFrom] = from.size === 1 ? from : [];
  const [validTo] = to.size === 1 ? to : [];
  return { ...(validFrom === undefined ? {} : { validFrom }), ...(validTo === undefined ? {} : { validTo }) };
}

function entryOf(rows: readonly DeniedRow[], name: string): ListEntry {
  return {
    kind: 'entity',
    list: DENIED_PERSONS_LIST,
    name,
    aliases: [],
    addresses: distinct(rows.map(({ address }) => address)),
    footnotes: [],
    citations: distinct(rows.flatMap(({ citation }) => citationsOf(citation))),
    ...termOf(rows),
    details: detailsOf(rows),
    locator: rows
      .map(({ locator }) => locator)
      .slice(0, 20)
      .join(', '),
    quote: rows
      .map(({ quote }) => quote)
      .slice(0, 20)
      .join('\n'),
  };
}

/** One entry for each party name, whatever the number of its addresses and the spelling of its punctuation. */
export function deniedEntries(rows: readonly DeniedRow[]): readonly ListEntry[] {
  const parties = new Map<string, DeniedRow[]>();
  for (const row of rows) {
    const key = foldName(row.name) || row.name;
    const party = parties.get(key);
    if (party) party.push(row);
    else parties.set(key, [row]);
  }
  return [...parties.values()].map((own) => entryOf(own, own[0]?.name ?? ''));
}
