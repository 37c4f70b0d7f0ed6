import { describe, expect, it } from 'vitest';
import type { Source } from '../source.ts';
import { federalRegister, federalRegisterPublicInspection } from './family.ts';
import { followFederalRegister, followSearch, planSearch } from './request.ts';

const now = new Date('2026-10-05T12:00:00Z');
const source: Source = {
  id: 'us-federal-register',
  family: 'federal-register',
  title: 'Federal Register',
  jurisdiction: 'US',
  instrumentId: 'US-EAR',
  url: 'https://www.federalregister.gov/api/v1/documents.json',
  link: 'https://www.federalregister.gov/agencies/industry-and-security-bureau',
  schedule: '0 6 * * *',
  timeZone: 'America/New_York',
  freshnessHours: 30,
  requestsPerSecond: 1,
  timeoutSeconds: 30,
  maxBodyBytes: 20_000_000,
  guard: { minEntries: 0, maxLossShare: 1, confirmAfterMinutes: 0 },
  firstCapture: 'announce',
  documentSpace: 'us-federal-register',
  params: { agencies: ['industry-and-security-bureau'], cfr: ['22/121'], windowDays: 14 },
};

const AGENCIES = 'https://www.federalregister.gov/api/v1/agencies.json';

function answerOf(body: unknown, url: string) {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  return { bytes, mediaType: 'application/json', url, retrievedAt: now.toISOString() };
}

/** The query by CFR part, which needs no list of agencies. */
function firstRequest() {
  const request = planSearch(source, now).find(({ purpose }) => purpose === 'capture');
  if (request === undefined) throw new Error('nothing planned');
  return request;
}

function afterAgencies(body: unknown, own = source) {
  const [probe] = planSearch(own, now);
  if (probe === undefined) throw new Error('nothing planned');
  return followFederalRegister(own, probe, answerOf(body, AGENCIES), now);
}

function follow(body: unknown, request = firstRequest()) {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const answer = { bytes, mediaType: 'application/json', url: request.url, retrievedAt: now.toISOString() };
  return followSearch(request, answer, now).map(({ url }) => new URL(url));
}

describe('planSearch', () => {
  it('asks once for each agency and CFR part, with the page size and fields that are not silently changed', () => {
    const [probe, ...byPart] = planSearch(source, now);
    expect(probe).toMatchObject({ url: AGENCIES, purpose: 'probe', apart: 'counts' });
    const byAgency = afterAgencies([{ slug: 'industry-and-security-bureau' }]);
    expect(new URL(byAgency[0]?.url ?? '').searchParams.getAll('conditions[agencies][]')).toEqual([
      'industry-and-security-bureau',
    ]);
    const part = new URL(byPart[0]?.url ?? '').searchParams;
    expect([part.get('conditions[cfr][title]'), part.get('conditions[cfr][part]')]).toEqual(['22', '121']);
    for (const request of [...byAgency, ...byPart]) {
      const query = new URL(request.url).searchParams;
      expect(request.apart).toBe('counts');
      expect(query.get('per_page')).toBe('1000');
      expect(query.get('conditions[publication_date][gte]')).toBe('2026-09-21');
      expect(query.has('conditions[publication_date][lte]')).toBe(false);
      expect(query.getAll('fields[]')).toEqual(
        expect.arrayContaining(['effective_on', 'action', 'dates', 'cfr_references', 'full_text_xml_url']),
      );
      expect(query.has('conditions[term]')).toBe(false);
    }
  });

  it('asks for presidential documents by their type', () => {
    const requests = planSearch({ ...source, params: { types: ['PRESDOCU'] } }, now);
    expect(requests.map(({ url }) => new URL(url).searchParams.getAll('conditions[type][]'))).toEqual([['PRESDOCU']]);
  });
});

describe('a slug that the publisher does not know', () => {
  const params = { agencies: ['industry-and-security-bureau', 'bureau-of-industry-and-security'] };

  it('is asked for by its own address, which answers 404 to the operator, and the others are watched', () => {
    const requests = afterAgencies([{ slug: 'industry-and-security-bureau' }], { ...source, params });
    expect(requests.map(({ url, purpose, apart }) => [new URL(url).pathname, purpose, apart])).toEqual([
      ['/api/v1/documents.json', 'capture', 'counts'],
      ['/api/v1/agencies/bureau-of-industry-and-security.json', 'probe', 'counts'],
    ]);
  });

  it.each([[{ errors: {} }], ['Request Access'], [[]]])(
    'is not found in a list that cannot be read (%j): every slug is asked for, each alone',
    (body) => {
      const requests = afterAgencies(body, { ...source, params });
      expect(requests.map(({ apart, purpose }) => [apart, purpose])).toEqual([
        ['counts', 'capture'],
        ['counts', 'capture'],
      ]);
    },
  );
});

describe('the full text of a rule', () => {
  const xml = (number: string) => `https://www.federalregister.gov/documents/full_text/xml/2026/10/05/${number}.xml`;
  const rule = (number: string, more: object = {}) => ({
    document_number: number,
    type: 'Rule',
    publication_date: '2026-10-05',
    cfr_references: [{ title: 15, part: '744' }],
    full_text_xml_url: xml(number),
    ...more,
  });
  const own = { ...source, params: { ...source.params, fullText: ['15/730-780'], fullTextDays: 3 } };
  const asked = (results: readonly object[]) =>
    followFederalRegister(own, firstRequest(), answerOf({ count: results.length, results }, firstRequest().url), now);

  it('is asked for before its page is told, and may be missing', () => {
    expect(asked([rule('2026-19001')])).toEqual([
      expect.objectContaining({ url: xml('2026-19001'), purpose: 'capture', apart: 'optional', leads: true }),
    ]);
  });

  it.each([
    ['of a proposal', { type: 'Proposed Rule' }],
    ['of another part', { cfr_references: [{ title: 15, part: '902' }] }],
    ['of a rule that is only scheduled', { publication_date: '2026-10-06' }],
    ['of a rule printed days ago', { publication_date: '2026-10-01' }],
    ['at another host', { full_text_xml_url: 'https://evil.example/documents/full_text/xml/2026/10/05/2026-1.xml' }],
    ['that has no address', { full_text_xml_url: null }],
  ])('is not asked for: %s', (_, more) => {
    expect(asked([rule('2026-19001', more)])).toEqual([]);
  });

  it('leads to nothing further', () => {
    const request = { url: xml('2026-19001'), accept: [], purpose: 'capture' as const };
    expect(followFederalRegister(own, request, answerOf({}, request.url), now)).toEqual([]);
  });
});

describe('followSearch', () => {
  it('takes the next page by the publisher address, unchanged', () => {
    const next =
      'https://www.federalregister.gov/api/v1/documents?format=json&page=2&per_page=2&search_after_cursor=WzE3';
    expect(follow({ count: 30, results: [], next_page_url: next }).map(String)).toEqual([next]);
  });

  it.each([
    'https://evil.example/api/v1/documents?page=2',
    'http://www.federalregister.gov/api/v1/documents?page=2',
    'https://www.federalregister.gov/api/v1/documents?page=1',
    'https://www.federalregister.gov/api/v1/documents?page=51',
    'not an address',
  ])('does not follow %s', (next) => {
    expect(follow({ count: 30, results: [], next_page_url: next })).toEqual([]);
  });

  it('halves the window when the count has reached its cap', () => {
    const halves = follow({ count: 10_000, results: [] }).map(({ searchParams }) => [
      searchParams.get('conditions[publication_date][gte]'),
      searchParams.get('conditions[publication_date][lte]'),
    ]);
    expect(halves).toEqual([
      ['2026-09-21', '2026-10-03'],
      ['2026-10-04', null],
    ]);
  });

  it('ends at a page that has no next, and at an answer it cannot read', () => {
    expect(follow({ count: 3, results: [] })).toEqual([]);
    expect(follow('<html>')).toEqual([]);
  });
});

describe('link', () => {
  it('gives the permanent address of a document and the source page for anything else', () => {
    expect(federalRegister.link(source, '2020\u201303144')).toBe('https://www.federalregister.gov/d/2020-03144');
    expect(federalRegisterPublicInspection.link(source, 'Entity List')).toBe(source.link);
  });
});
