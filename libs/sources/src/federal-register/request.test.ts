import { describe, expect, it } from 'vitest';
import type { Source } from '../source.ts';
import { federalRegister, federalRegisterPublicInspection } from './family.ts';
import { followSearch, planSearch } from './request.ts';

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

function firstRequest() {
  const [request] = planSearch(source, now);
  if (request === undefined) throw new Error('nothing planned');
  return request;
}

function follow(body: unknown, request = firstRequest()) {
  const bytes = new TextEncoder().encode(JSON.stringify(body));
  const answer = { bytes, mediaType: 'application/json', url: request.url, retrievedAt: now.toISOString() };
  return followSearch(request, answer, now).map(({ url }) => new URL(url));
}

describe('planSearch', () => {
  it('asks once for each agency and CFR part, with the page size and fields that are not silently changed', () => {
    const [byAgency, byPart] = planSearch(source, now).map(({ url }) => new URL(url).searchParams);
    expect(byAgency?.getAll('conditions[agencies][]')).toEqual(['industry-and-security-bureau']);
    expect(byPart?.get('conditions[cfr][title]')).toBe('22');
    expect(byPart?.get('conditions[cfr][part]')).toBe('121');
    for (const query of [byAgency, byPart]) {
      expect(query?.get('per_page')).toBe('1000');
      expect(query?.get('conditions[publication_date][gte]')).toBe('2026-09-21');
      expect(query?.has('conditions[publication_date][lte]')).toBe(false);
      expect(query?.getAll('fields[]')).toEqual(
        expect.arrayContaining(['effective_on', 'action', 'dates', 'cfr_references']),
      );
    }
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
