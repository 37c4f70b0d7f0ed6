import { describe, expect, it } from 'vitest';
import type { Source } from '../source.ts';
import { metiEndUserList } from './family.ts';

const source: Source = {
  id: 'jp-meti-end-user-list',
  family: 'meti-end-user-list',
  title: '外国ユーザーリスト',
  jurisdiction: 'JP',
  instrumentId: 'JP-EUL',
  url: 'https://www.meti.go.jp/policy/anpo/law00.html',
  link: 'https://www.meti.go.jp/policy/anpo/law00.html',
  schedule: '45 */3 * * *',
  timeZone: 'Asia/Tokyo',
  freshnessHours: 26,
  requestsPerSecond: 0.5,
  timeoutSeconds: 60,
  maxBodyBytes: 20_000_000,
  guard: { minEntries: 1, maxLossShare: 0.1, confirmAfterMinutes: 0 },
  firstCapture: 'history',
  documentSpace: 'jp-meti-end-user-list',
  params: {},
};
const now = new Date('2025-10-09T00:00:00Z');

function follow(html: string) {
  const [probe] = metiEndUserList.plan(source, now);
  if (!probe) throw new Error('no probe');
  const answer = { bytes: new TextEncoder().encode(html), mediaType: 'text/html', url: source.url, retrievedAt: '' };
  return metiEndUserList.follow?.(source, probe, answer, now) ?? [];
}

describe('metiEndUserList', () => {
  it('follows the index of laws to the newest edition of the workbook', () => {
    const html = `<a href="/policy/anpo/20250131_4.xlsx">外国ユーザーリスト</a>
      <a href="/policy/anpo/20250929_3.pdf">PDF</a>
      <a href="/policy/anpo/20250929_4.xlsx">Excel</a>
      <a href="/policy/anpo/20260101_1.xlsx">貨物・技術のマトリクス表</a>`;
    expect(follow(html).map(({ url }) => url)).toEqual(['https://www.meti.go.jp/policy/anpo/20250929_4.xlsx']);
  });

  it('holds the source when the index links no edition any more', async () => {
    const [request] = follow('<p>改正情報</p>');
    expect(request).toMatchObject({ url: source.url, purpose: 'capture' });
    const bytes = new TextEncoder().encode('<p>改正情報</p>');
    const outcome = await metiEndUserList.read(source, {
      bytes,
      mediaType: 'text/html',
      url: source.url,
      retrievedAt: '',
    });
    expect(outcome.kind).toBe('structure_changed');
  });
});
