import { isDocumentNumber, normalDocumentNumber } from './document-number.ts';
import type { WireDocument } from './wire.ts';

const OFFICIAL_HOSTS = new Set(['www.govinfo.gov', 'www.federalregister.gov', 'public-inspection.federalregister.gov']);

/** @returns the address when it is an https address of a host of the publisher, otherwise `undefined`. */
export function publisherUrl(url: string | null | undefined): string | undefined {
  if (!url || !URL.canParse(url)) return undefined;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' && OFFICIAL_HOSTS.has(parsed.hostname) ? parsed.href : undefined;
}

/**
 * The authentic text of a document: the PDF of govinfo.gov (44 U.S.C. 4101), by its fixed address where the API names
 * none; before publication the PDF on public inspection; at last the permanent short address.
 */
export function officialUrl(document: WireDocument): string {
  const number = normalDocumentNumber(document.document_number);
  const stated = publisherUrl(document.pdf_url);
  if (stated !== undefined) return stated;
  if (document.publication_date && isDocumentNumber(number) && !document.filed_at) {
    return `https://www.govinfo.gov/content/pkg/FR-${document.publication_date}/pdf/${number}.pdf`;
  }
  return shortUrl(number);
}

/** Permanent short address of a document, for a reader; programs are turned away from the page it leads to. */
export function shortUrl(documentNumber: string): string {
  return `https://www.federalregister.gov/d/${encodeURIComponent(documentNumber)}`;
}
