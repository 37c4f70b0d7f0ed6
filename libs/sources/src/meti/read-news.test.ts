import { describe, expect, it } from 'vitest';
import { readNews } from './read-news.ts';

/** Two entries in the form of METI's feed; the first is the real release of November 11, 2025. */
const feed = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ja">
  <title>METI/経済産業省 ニュースリリース</title>
  <updated>2025-11-11T05:00:00Z</updated>
  <entry>
    <title>輸出貿易管理令の一部を改正する政令が閣議決定されました</title>
    <link rel="alternate" type="text/html" href="https://www.meti.go.jp/press/2025/11/20251111001/20251111001.html"/>
    <updated>2025-11-11T05:00:00Z</updated>
    <summary>輸出貿易管理令の一部を改正する政令案が本日閣議決定されました。</summary>
  </entry>
  <entry>
    <title>「外国ユーザーリスト」を改正しました</title>
    <link rel="alternate" type="text/html" href="https://www.meti.go.jp/press/2025/09/20250929006/20250929006.html"/>
    <updated>2025-09-28T16:00:00Z</updated>
  </entry>
</feed>`;

function read(text: string) {
  return readNews({
    bytes: new TextEncoder().encode(text),
    mediaType: 'application/atom+xml; charset=utf-8',
    url: 'https://www.meti.go.jp/ml_index_release_atom.xml',
    retrievedAt: '2025-11-11T06:00:00Z',
  });
}

describe('readNews', () => {
  it('reads entries with the day in Japan and the identity of the release', async () => {
    const outcome = await read(feed);
    expect(outcome).toMatchObject({
      kind: 'read',
      reading: {
        newestOn: '2025-11-11T05:00:00.000Z',
        documents: [
          {
            documentId: '20251111001',
            title: '輸出貿易管理令の一部を改正する政令が閣議決定されました',
            publishedOn: '2025-11-11',
            locator: 'entry 1',
          },
          { documentId: '20250929006', publishedOn: '2025-09-29' },
        ],
      },
    });
  });

  it('reads unchanged entries to the same reading when only the feed date is newer', async () => {
    expect(
      await read(
        feed.replace(
          '<updated>2025-11-11T05:00:00Z</updated>\n  <entry>',
          '<updated>2025-11-12T05:00:00Z</updated>\n  <entry>',
        ),
      ),
    ).toEqual(await read(feed));
  });

  it.each([
    [
      'a changed layout',
      '<rss version="2.0"><channel><title>x</title><item><title>x</title><link>https://example.com/1</link></item></channel></rss>',
      'structure_changed',
    ],
    ['a truncated feed', feed.slice(0, 500), 'structure_changed'],
    ['a block page', '<html><head><title>Access Denied</title></head><body></body></html>', 'structure_changed'],
    ['a feed without entries', '<feed xmlns="http://www.w3.org/2005/Atom"><title>METI</title></feed>', 'implausible'],
    ['a link to another host', feed.replaceAll('www.meti.go.jp', 'www.meti.go.jp.evil.example'), 'structure_changed'],
    [
      'a link that is a script',
      feed.replaceAll('https://www.meti.go.jp/press', 'javascript:alert(1)//'),
      'structure_changed',
    ],
  ])('holds %s', async (_name, text, kind) => {
    expect((await read(text)).kind).toBe(kind);
  });
});
