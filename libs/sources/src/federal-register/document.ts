import type { JsonObject, RegulatoryDocument } from '#domain';
import { correctedBy, isDocumentNumber, normalDocumentNumber } from './document-number.ts';
import { officialUrl, publisherUrl } from './link.ts';
import type { WireDocument } from './wire.ts';

/** Most entries kept of one repeated field. */
const MAX_MEMBERS = 200;

function present(values: readonly (string | null)[] | null | undefined): readonly string[] {
  const kept = (values ?? []).map((value) => value?.trim() ?? '').filter((value) => value !== '');
  return [...new Set(kept)].slice(0, MAX_MEMBERS);
}

/** Public inspection lists only the sub-agency, documents list the parent first: both as the publisher orders them. */
function agencyNames(document: WireDocument): readonly string[] {
  const named = (document.agencies ?? []).map((agency) => agency.name ?? agency.raw_name ?? null);
  return present(named.length > 0 ? named : document.agency_names);
}

function cfrParts(document: WireDocument): RegulatoryDocument['cfr'] {
  return (document.cfr_references ?? []).slice(0, MAX_MEMBERS).flatMap(({ title, part }) => {
    const number = Number(title ?? Number.NaN);
    return Number.isInteger(number) && part !== null && part !== undefined
      ? [{ title: number, part: String(part) }]
      : [];
  });
}

/** `correction_of` is an API address whose last segment is the number of the corrected document. */
function correctedNumber(url: string | null | undefined): string | undefined {
  const last = url
    ?.split(/[?#]/)[0]
    ?.split('/')
    .at(-1)
    ?.replace(/\.json$/, '');
  const number = last === undefined ? '' : normalDocumentNumber(last);
  return isDocumentNumber(number) ? number : undefined;
}

function detailsOf(document: WireDocument): JsonObject {
  const webPage = publisherUrl(document.html_url);
  const fullText = publisherUrl(document.full_text_xml_url) ?? publisherUrl(document.raw_text_url);
  return {
    agencySlugs: present(document.agencies?.map((agency) => agency.slug ?? null)),
    topics: present(document.topics),
    ...(document.subtype ? { subtype: document.subtype } : {}),
    ...(document.executive_order_number ? { executiveOrderNumber: String(document.executive_order_number) } : {}),
    ...(document.signing_date ? { signedOn: document.signing_date } : {}),
    ...(typeof document.significant === 'boolean' ? { significant: document.significant } : {}),
    ...(document.filing_type ? { filingType: document.filing_type } : {}),
    ...(document.editorial_note ? { editorialNote: document.editorial_note } : {}),
    ...(webPage ? { webPage } : {}),
    ...(fullText ? { fullText } : {}),
  };
}

function datesOf(document: WireDocument): Partial<RegulatoryDocument> {
  return {
    ...(document.publication_date ? { publishedOn: document.publication_date } : {}),
    ...(document.filed_at ? { publicInspectionAt: document.filed_at } : {}),
    ...(document.dates ? { datesText: document.dates } : {}),
    ...(document.effective_on ? { effectiveOn: document.effective_on } : {}),
    ...(document.comments_close_on ? { commentsCloseOn: document.comments_close_on } : {}),
  };
}

/** A document of the API in the field's terms. Titles and names lose the blanks the publisher leaves at their ends. */
export function toRegulatoryDocument(document: WireDocument, locator: string): RegulatoryDocument {
  const number = normalDocumentNumber(document.document_number);
  const title = document.title || document.toc_subject || number;
  const corrects = correctedNumber(document.correction_of) ?? correctedBy(number);
  return {
    documentId: number,
    documentNumber: number,
    title,
    url: officialUrl(document),
    ...datesOf(document),
    ...(document.type ? { documentType: document.type } : {}),
    ...(document.action ? { action: document.action } : {}),
    ...(document.abstract ? { summary: document.abstract } : {}),
    ...(document.citation ? { citation: document.citation } : {}),
    agencies: agencyNames(document),
    cfr: cfrParts(document),
    rins: present(document.regulation_id_numbers),
    dockets: present([...(document.docket_ids ?? []), ...(document.docket_numbers ?? [])]),
    ...(corrects ? { corrects } : {}),
    details: detailsOf(document),
    locator,
    quote: title,
  };
}
