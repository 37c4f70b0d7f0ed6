import type { RegulatoryDocument } from '#domain';

/** A document in the form the readers give, written for these tests; titles and numbers used with it are real. */
export function aDocument(fields: Partial<RegulatoryDocument>): RegulatoryDocument {
  const title = fields.title ?? 'Amendments to the Export Administration Regulations';
  const documentId = fields.documentId ?? '2024-00001';
  return {
    documentId,
    documentNumber: documentId,
    title,
    url: `https://www.govinfo.gov/content/pkg/FR-2024-01-02/pdf/${documentId}.pdf`,
    publishedOn: '2024-01-02',
    agencies: [],
    cfr: [],
    rins: [],
    dockets: [],
    details: {},
    locator: 'results[0]',
    quote: title,
    ...fields,
  };
}
