import type { ListEntry, ListReading } from '#domain';

/** An Entity List row in our reader's terms. Names and citations are real; the rows are put together by us. */
export function entity(name: string, over: Partial<ListEntry> = {}): ListEntry {
  return {
    kind: 'entity',
    list: 'EL',
    name,
    country: 'CN',
    aliases: [],
    addresses: [],
    licenseRequirement: 'For all items subject to the EAR. (See § 744.11 of the EAR)',
    licenseReviewPolicy: 'Presumption of denial',
    footnotes: [],
    citations: ['84 FR 22963, 5/21/19.'],
    details: {},
    locator: 'row 1',
    quote: `${name}\nFor all items subject to the EAR`,
    ...over,
  };
}

/** A Conditional Approval of the FCC in our reader's terms. */
export function approval(name: string, over: Partial<ListEntry> = {}): ListEntry {
  return {
    kind: 'authorisation',
    list: 'Conditional Approvals',
    name,
    wording: name,
    aliases: [],
    addresses: [],
    footnotes: [],
    citations: [],
    validFrom: '2026-06-22',
    validTo: '2026-12-31',
    details: {},
    locator: 'row 1',
    quote: name,
    ...over,
  };
}

export function listOfEntries(...entries: readonly ListEntry[]): ListReading {
  return { kind: 'list', entries, sections: [{ section: 'CN', entries: entries.length }] };
}
