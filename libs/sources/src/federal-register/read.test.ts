import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DocumentsReading } from '#domain';
import { readFederalRegister } from './read.ts';
import { filedDocument, searchPage } from './search-page.fixture.ts';

function capture(body: unknown, url = 'https://www.federalregister.gov/api/v1/documents.json') {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return {
    bytes: new TextEncoder().encode(text),
    mediaType: 'application/json',
    url,
    retrievedAt: '2020-04-01T00:00:00Z',
  };
}

function documentsOf(body: unknown): DocumentsReading {
  const outcome = readFederalRegister(capture(body));
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'documents') throw new Error(JSON.stringify(outcome));
  return outcome.reading;
}

describe('readFederalRegister', () => {
  it('reads a document with its four kinds of dates apart, and the official address first', () => {
    expect(documentsOf(searchPage).documents[0]).toEqual({
      documentId: '2020-05190',
      documentNumber: '2020-05190',
      title: 'Temporary General License: Extension of Validity',
      url: 'https://www.govinfo.gov/content/pkg/FR-2020-03-12/pdf/2020-05190.pdf',
      publishedOn: '2020-03-12',
      effectiveOn: '2020-03-10',
      datesText: 'This rule is effective March 10, 2020, through May 15, 2020.',
      documentType: 'Rule',
      action: 'Final rule.',
      summary: 'The U.S. Government has decided to extend through May 15, 2020, the temporary general license.',
      citation: '85 FR 14416',
      agencies: ['Commerce Department', 'Industry and Security Bureau'],
      cfr: [{ title: 15, part: '744' }],
      rins: ['0694-AH97'],
      dockets: ['Docket No. 200309-0072'],
      details: {
        agencySlugs: ['commerce-department', 'industry-and-security-bureau'],
        topics: ['Exports', 'Terrorism'],
        webPage: 'https://www.federalregister.gov/documents/2020/03/12/2020-05190/temporary-general-license',
      },
      locator: 'results[0]',
      quote: 'Temporary General License: Extension of Validity',
    });
  });

  it('writes document numbers with one kind of hyphen and finds the official text of one without a file link', () => {
    expect(documentsOf(searchPage).documents[1]).toMatchObject({
      documentNumber: '2020-27931',
      url: 'https://www.govinfo.gov/content/pkg/FR-2021-01-11/pdf/2020-27931.pdf',
    });
  });

  it('reads the same page again to the same reading, whatever the page views are (unchanged)', () => {
    const later = structuredClone(searchPage);
    Object.assign(later.results[0] ?? {}, { page_views: { count: 900 }, public_inspection_pdf_url: 'https://x/?9' });
    expect(documentsOf(later)).toEqual(documentsOf(searchPage));
    expect(documentsOf(later).newestOn).toBe('2021-01-11');
  });

  it('reads a document on public inspection with its filing instant', () => {
    expect(documentsOf({ count: 1, results: [filedDocument] }).documents[0]).toMatchObject({
      documentId: '2019-10616',
      title: 'Addition of Entities to the Entity List',
      publicInspectionAt: '2019-05-16T16:15:00.000-04:00',
      publishedOn: '2019-05-21',
      url: 'https://public-inspection.federalregister.gov/2019-10616.pdf',
    });
  });

  it('reads a search without hits, which has no results at all, as no documents', () => {
    expect(documentsOf({ description: 'Documents matching x', count: 0 }).documents).toEqual([]);
  });

  it('reads the found part of a batch in which a number was not found', () => {
    const batch = { count: 1, results: [searchPage.results[0]], errors: { not_found: ['9999-99999'] } };
    expect(documentsOf(batch).documents.map(({ documentId }) => documentId)).toEqual(['2020-05190']);
  });

  it('names the corrected document', () => {
    const correction = {
      ...searchPage.results[0],
      correction_of: 'https://www.federalregister.gov/api/v1/documents/2020-02941',
    };
    expect(documentsOf(correction).documents[0]?.corrects).toBe('2020-02941');
  });

  it.each([
    ['another layout', { documents: [{ id: 1 }] }],
    ['a document without a number', { count: 1, results: [{ title: 'x' }] }],
    ['a field of another type', { count: 1, results: [{ ...searchPage.results[0], title: { en: 'x' } }] }],
    ['a refused condition', { errors: { 'agencies]': 'is not a valid field' } }],
    ['a refused cursor', { status: 400, message: 'Invalid search_after_cursor token' }],
    ['a page cut off half way', JSON.stringify(searchPage).slice(0, 900)],
    ['a page of HTML', '<!DOCTYPE html><title>Federal Register :: Request Access</title>'],
    ['nothing', ''],
  ])('holds %s instead of reading it as silence', (_name, body) => {
    expect(readFederalRegister(capture(body)).kind).toBe('structure_changed');
  });

  it('holds a body that the access page served with a good status', () => {
    expect(readFederalRegister(capture(searchPage, 'https://unblock.federalregister.gov/')).kind).toBe(
      'structure_changed',
    );
  });

  it('holds a page that counts documents and shows none', () => {
    expect(readFederalRegister(capture({ count: 12, results: [] })).kind).toBe('implausible');
  });

  it('keeps markup in a title as text and refuses addresses of other hosts', () => {
    const hostile = {
      ...searchPage.results[0],
      title: '<script>alert(1)</script>',
      pdf_url: 'javascript:alert(1)',
      html_url: 'https://evil.example/',
    };
    const [document] = documentsOf({ count: 1, results: [hostile] }).documents;
    expect(document).toMatchObject({
      title: '<script>alert(1)</script>',
      url: 'https://www.govinfo.gov/content/pkg/FR-2020-03-12/pdf/2020-05190.pdf',
    });
    expect(document?.details).not.toHaveProperty('webPage');
  });

  it('answers any bytes with an outcome', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        expect(['read', 'structure_changed', 'implausible']).toContain(readFederalRegister(capture(body)).kind);
      }),
    );
  });
});

const corpus = join(process.env.REDLINE_CORPUS ?? '../shared/corpus', 'us-federal-register');
const hasCorpus = existsSync(corpus);
if (!hasCorpus) console.log('real Federal Register captures not read: REDLINE_CORPUS names no corpus');

describe.runIf(hasCorpus)('readFederalRegister on real captures', () => {
  it('reads every recorded page and holds only the refused query', () => {
    const outcomes = readdirSync(corpus).map((name) => {
      const outcome = readFederalRegister(capture(readFileSync(join(corpus, name), 'utf8')));
      return `${outcome.kind} ${name}`;
    });
    expect(outcomes.filter((line) => !line.startsWith('read '))).toEqual(['structure_changed fixtures-error-400.json']);
  });
});
