import { describe, expect, it } from 'vitest';
import { aCapture } from '../source.fixture.ts';
import { readFederalRegister } from './read.ts';
import { searchPage } from './search-page.fixture.ts';

const SEARCH = 'https://www.federalregister.gov/api/v1/documents.json?per_page=1000';
const read = (body: unknown, url = SEARCH) =>
  readFederalRegister(aCapture(JSON.stringify(body), { mediaType: 'application/json', url }));
const [first] = searchPage.results;

function documentOf(fields: object) {
  const outcome = read({ count: 1, results: [{ ...first, ...fields }] });
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'documents') throw new Error(JSON.stringify(outcome));
  return outcome.reading.documents[0];
}

describe('what the API of the Federal Register does unasked', () => {
  it('counts more documents than its only page holds: the page was cut, nothing is silence', () => {
    expect(read({ count: 25, results: [first] }).kind).toBe('implausible');
    expect(read({ count: 25, results: [first], next_page_url: `${SEARCH}&search_after_cursor=WzE3` }).kind).toBe(
      'read',
    );
    expect(read({ count: 25, results: [first] }, `${SEARCH}&search_after_cursor=WzE3`).kind).toBe('read');
  });

  it('leaves out results where there are none, and sends an empty list on public inspection', () => {
    for (const body of [
      { description: 'Documents', count: 0 },
      { count: 0, results: [] },
    ]) {
      expect(read(body)).toEqual({ kind: 'read', reading: { kind: 'documents', documents: [] } });
    }
  });

  it.each(['C1-2025-01234', '93-32104', 'E8-23178', '2020-03144', '05-1234', 'X94-10307'])(
    'numbers documents in the shape of %s',
    (number) => {
      expect(documentOf({ document_number: number })?.documentNumber).toBe(number);
    },
  );

  it('bears the number of what it corrects, where correction_of is missing', () => {
    expect(documentOf({ document_number: 'C1-2025-01234', correction_of: null })?.corrects).toBe('2025-01234');
  });

  it('lists documents that are only scheduled for a later day', () => {
    expect(documentOf({ publication_date: '2031-01-06' })?.publishedOn).toBe('2031-01-06');
  });

  it('names an agency it does not know by its raw name, and on public inspection the sub-agency alone', () => {
    expect(documentOf({ agencies: [{ raw_name: 'OFFICE OF NOWHERE' }] })?.agencies).toEqual(['OFFICE OF NOWHERE']);
    expect(documentOf({ agencies: null, agency_names: ['Industry and Security Bureau'] })?.agencies).toEqual([
      'Industry and Security Bureau',
    ]);
  });

  it('ends titles in blanks and sends null for links, dates and parts', () => {
    const document = documentOf({
      title: 'Entity List Additions   ',
      pdf_url: null,
      full_text_xml_url: null,
      effective_on: null,
      cfr_references: [
        { title: 15, part: null },
        { title: null, part: '744' },
      ],
      docket_ids: [null, ''],
      regulation_id_numbers: null,
    });
    expect(document).toMatchObject({ title: 'Entity List Additions', cfr: [], dockets: [], rins: [] });
    expect(document).not.toHaveProperty('effectiveOn');
  });

  it('repeats a document on one page: it is read once', () => {
    const outcome = read({ count: 2, results: [first, first] });
    expect(outcome).toMatchObject({ reading: { documents: [{ documentNumber: '2020-05190' }] } });
  });

  it('moves page views, image data and the time stamp of a link, and none of it is read', () => {
    const plain = documentOf({});
    const moved = documentOf({
      page_views: { count: 99_999, last_updated: '2031-01-01' },
      public_inspection_pdf_url: 'https://public-inspection.federalregister.gov/2020-05190.pdf?1',
      images_metadata: { a: 1 },
      regulations_dot_gov_info: { checked_at: '2031-01-01' },
      dockets: [{ comment_count: 7 }],
    });
    expect(moved).toEqual(plain);
  });
});
