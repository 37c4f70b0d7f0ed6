import { describe, expect, it } from 'vitest';
import type { CaptureRequest, Source } from '../source.ts';
import { egovLaw } from './egov-law.ts';

const source: Source = {
  id: 'jp-egov-324CO0000000378',
  family: 'egov-law',
  title: '輸出貿易管理令',
  jurisdiction: 'JP',
  instrumentId: 'JP-EXPORT-T1',
  url: 'https://laws.e-gov.go.jp/api/2',
  link: 'https://laws.e-gov.go.jp/',
  schedule: '20 */3 * * *',
  timeZone: 'Asia/Tokyo',
  freshnessHours: 24,
  requestsPerSecond: 1,
  timeoutSeconds: 60,
  maxBodyBytes: 10_000_000,
  guard: { minEntries: 300, maxLossShare: 0.3, confirmAfterMinutes: 1440 },
  firstCapture: 'history',
  documentSpace: 'jp-egov-324CO0000000378',
  params: { lawId: '324CO0000000378' },
};
const NOW = new Date('2026-02-14T00:00:00Z');

function probe(): CaptureRequest {
  const [request] = egovLaw.plan(source, NOW);
  if (!request) throw new Error('no request planned');
  return request;
}

function followed(body: string) {
  const answer = {
    bytes: new TextEncoder().encode(body),
    mediaType: 'application/json',
    url: probe().url,
    retrievedAt: '',
  };
  return egovLaw.follow?.(source, probe(), answer, NOW).map((request) => request.url);
}

const LAW = 'https://laws.e-gov.go.jp/api/2/law_file/xml/324CO0000000378';
const listed = (...revisions: readonly (readonly [string, string])[]) =>
  JSON.stringify({
    revisions: revisions.map(([id, status]) => ({ law_revision_id: id, current_revision_status: status })),
  });

describe('the requests of a law', () => {
  it('ask for the list of revisions first', () => {
    expect(probe()).toMatchObject({
      url: 'https://laws.e-gov.go.jp/api/2/law_revisions/324CO0000000378',
      purpose: 'probe',
    });
  });

  it('then for the revision in force: the last of two enforced on one day, never a pending one', () => {
    const body = listed(
      ['324CO0000000378_20260605_508CO0000000194', 'UnEnforced'],
      ['324CO0000000378_20251009_507CO0000000175', 'CurrentEnforced'],
      ['324CO0000000378_20251009_507CO0000000177', 'PreviousEnforced'],
    );
    expect(followed(body)).toEqual([`${LAW}_20251009_507CO0000000175`]);
  });

  it('leave the text unasked while the list says that it was not touched', () => {
    const revision = '324CO0000000378_20251009_507CO0000000175';
    const body = JSON.stringify({
      revisions: [
        { law_revision_id: revision, current_revision_status: 'CurrentEnforced', updated: '2025-10-09T08:00:00+09:00' },
      ],
    });
    const answer = { bytes: new TextEncoder().encode(body), mediaType: '', url: probe().url, retrievedAt: '' };
    expect(egovLaw.follow?.(source, probe(), answer, NOW)).toMatchObject([
      { state: { of: '324CO0000000378', mark: `${revision} 2025-10-09T08:00:00+09:00` } },
    ]);
  });

  it('are, for a source of what is not yet law, each revision that waits for its day, the nearest first', () => {
    const pending = { ...source, params: { ...source.params, revisions: 'pending' } };
    const answer = (body: string) => ({
      bytes: new TextEncoder().encode(body),
      mediaType: 'application/json',
      url: probe().url,
      retrievedAt: '',
    });
    const body = listed(
      ['324CO0000000378_20270722_508CO0000000200', 'UnEnforced'],
      ['324CO0000000378_20270401_508CO0000000194', 'UnEnforced'],
      ['999CO0000000378_20270401_508CO0000000194', 'UnEnforced'],
      ['324CO0000000378_20251009_507CO0000000175', 'CurrentEnforced'],
    );
    const urls = (text: string) =>
      egovLaw.follow?.(pending, probe(), answer(text), NOW).map((request) => new URL(request.url).pathname);
    expect(urls(body)).toEqual([
      '/api/2/law_data/324CO0000000378_20270401_508CO0000000194',
      '/api/2/law_data/324CO0000000378_20270722_508CO0000000200',
    ]);
    expect(urls(listed(['324CO0000000378_20251009_507CO0000000175', 'CurrentEnforced']))).toEqual([]);
  });

  it.each([
    'not JSON',
    '{}',
    '{"revisions":[null,7,{"law_revision_id":3}]}',
    listed(['../../evil', 'CurrentEnforced']),
  ])('fall back to the law itself when the list says nothing usable: %s', (body) => {
    expect(followed(body)).toEqual([LAW]);
  });

  it('are none for a source without a valid law id, and nothing follows a capture', () => {
    expect(egovLaw.plan({ ...source, params: { lawId: '../x' } }, NOW)).toEqual([]);
    const capture: CaptureRequest = { url: LAW, accept: [], purpose: 'capture' };
    const answer = { bytes: new Uint8Array(), mediaType: '', url: LAW, retrievedAt: '' };
    expect(egovLaw.follow?.(source, capture, answer, NOW)).toEqual([]);
  });

  it('link to the page of the law', () => {
    expect(egovLaw.link(source, '第四条')).toBe('https://laws.e-gov.go.jp/law/324CO0000000378');
  });
});
