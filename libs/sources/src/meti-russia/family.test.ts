import { describe, expect, it } from 'vitest';
import type { Source } from '../source.ts';
import { metiRussia } from './family.ts';

function source(list: string): Source {
  const url = 'https://www.meti.go.jp/policy/external_economy/trade_control/02_export/17_russia/russia.html';
  return {
    id: 'jp-meti-russia-entities',
    family: 'meti-russia',
    title: '特定団体',
    jurisdiction: 'JP',
    instrumentId: 'JP-FEFA',
    url,
    link: url,
    schedule: '50 */3 * * *',
    timeZone: 'Asia/Tokyo',
    freshnessHours: 26,
    requestsPerSecond: 0.5,
    timeoutSeconds: 60,
    maxBodyBytes: 20_000_000,
    guard: { minEntries: 1, maxLossShare: 0.1, confirmAfterMinutes: 0 },
    firstCapture: 'history',
    documentSpace: 'jp-meti-russia-entities',
    params: { list },
  };
}

/** Links as the page of the measures prints them: two lists issued anew with a date, one overwritten in place. */
const page = `<a href="downloadfiles/list_russia_tokutei.pdf">旧</a>
  <a href="downloadfiles/250912_list_russia_tokutei.pdf">ロシア</a>
  <a href="downloadfiles/20250110list_russia_tokutei.pdf">ロシア</a>
  <a href="downloadfiles/list_belarus_tokutei.pdf">ベラルーシ</a>
  <a href="downloadfiles/250912_list_daisangoku_tokutei.pdf">第三国</a>`;

describe('metiRussia', () => {
  it.each([
    ['russia', '250912_list_russia_tokutei.pdf'],
    ['belarus', 'list_belarus_tokutei.pdf'],
    ['daisangoku', '250912_list_daisangoku_tokutei.pdf'],
  ])('follows the page of the measures to the newest list of %s', (list, file) => {
    const now = new Date('2025-09-12T00:00:00Z');
    const [probe] = metiRussia.plan(source(list), now);
    if (!probe) throw new Error('no probe');
    const answer = { bytes: new TextEncoder().encode(page), mediaType: 'text/html', url: probe.url, retrievedAt: '' };
    const requests = metiRussia.follow?.(source(list), probe, answer, now) ?? [];
    expect(requests.map(({ url }) => url.split('/').at(-1))).toEqual([file]);
  });
});
