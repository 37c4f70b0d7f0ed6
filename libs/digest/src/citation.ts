import type { Change, Evidence } from '#domain';
import type { Citation } from './digest.ts';

function documentLabel({ jurisdiction }: Change, number: string): string {
  return jurisdiction === 'US' ? `FR Doc. ${number}` : number;
}

function citationText(change: Change, entry: Evidence): string {
  const number = entry.documentNumber ?? change.documentNumber;
  const parts = [
    entry.citation ?? change.lineage.citation?.[0],
    number === undefined ? undefined : documentLabel(change, number),
    change.lineage.rin?.[0] === undefined ? undefined : `RIN ${change.lineage.rin[0]}`,
    entry.locator,
  ];
  return [...new Set(parts.filter((part) => part !== undefined && part !== ''))].join(', ');
}

/** Where a change can be looked up: one citation a place, with the official page where it is known. */
export function citationsOf(change: Change): readonly Citation[] {
  const citations = change.evidence.map((entry) => ({
    text: citationText(change, entry),
    url: entry.url,
    ...(entry.officialUrl !== undefined && { officialUrl: entry.officialUrl }),
  }));
  return [...new Map(citations.map((citation) => [citation.text, citation])).values()];
}
