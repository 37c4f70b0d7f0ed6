import { describe, expect, it } from 'vitest';
import { readPublicComments } from './read.ts';

const item = (id: string, title: string, description: string) => `<item>
<title>${title}</title>
<link>https://public-comment.e-gov.go.jp/pcm/detail?CLASSNAME=PCMMSTDETAIL&amp;id=${id}&amp;Mode=0</link>
<description>${description}</description>
</item>`;

const lines = (published: string, closes: string, category: string) =>
  [
    `案の公示日：${published}`,
    `受付締切日時：${closes}`,
    `カテゴリー：${category}`,
    '問合せ先（所管省庁・部局名等）：経済産業省',
  ].join('&lt;br/&gt;');

const GOODS = '貨物又は技術を定める省令の一部を改正する省令案に対する意見募集について';

/** RSS 1.0 as e-Gov serves it, written by us: items stand beside the channel, days only in the description. */
const feedOf = (...items: readonly string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xml:lang="ja">
<channel><title>パブリック・コメント：意見募集案件一覧</title><link>https://public-comment.e-gov.go.jp/</link></channel>
${items.join('\n')}
</rdf:RDF>
`;

const feed = feedOf(
  item('595226061', GOODS, lines('2026/08/25', '2026/09/25 00:00', '外国為替・貿易')),
  item(
    '155260912',
    '食品表示基準の一部改正案に関する意見募集について',
    lines('2026/8/20', '2026/9/19 23:59', '消費者保護'),
  ),
);

const read = (text: string) =>
  readPublicComments(
    {
      bytes: new TextEncoder().encode(text),
      mediaType: 'application/rdf+xml; charset=utf-8',
      url: 'https://public-comment.e-gov.go.jp/rss/pcm_list.xml',
      retrievedAt: '2026-08-25T03:00:00Z',
    },
    ['外国為替・貿易'],
  );

describe('readPublicComments', () => {
  it('reads the list of results by the day on which each was published', async () => {
    const description = ['結果の公示日：2026/11/14', 'カテゴリー：外国為替・貿易'].join('&lt;br/&gt;');
    const bytes = new TextEncoder().encode(feedOf(item('595226061', GOODS, description)));
    const capture = {
      bytes,
      mediaType: 'application/rdf+xml',
      url: 'https://public-comment.e-gov.go.jp/',
      retrievedAt: '',
    };
    const results = await readPublicComments(capture, ['外国為替・貿易'], 'results');
    expect(results).toMatchObject({
      reading: { documents: [{ documentType: '結果の公示', publishedOn: '2026-11-14', details: { isWatched: true } }] },
    });
    expect((await readPublicComments(capture, ['外国為替・貿易'])).kind).toBe('structure_changed');
  });

  it('reads the closing day from the description, and marks the watched category', async () => {
    expect(await read(feed)).toMatchObject({
      kind: 'read',
      reading: {
        newestOn: '2026-08-25',
        documents: [
          {
            documentId: '595226061',
            title: GOODS,
            publishedOn: '2026-08-25',
            commentsCloseOn: '2026-09-25',
            details: { isWatched: true, commentCloseRaw: '2026/09/25 00:00', category: '外国為替・貿易' },
          },
          {
            documentId: '155260912',
            publishedOn: '2026-08-20',
            commentsCloseOn: '2026-09-19',
            details: { isWatched: false },
          },
        ],
      },
    });
  });

  it('reads an unchanged case to the same document when the feed around it has moved on', async () => {
    const later = feedOf(
      item('1', '別の案件', lines('2026/08/26', '2026/09/26 00:00', '消費者保護')),
      item('595226061', GOODS, lines('2026/08/25', '2026/09/25 00:00', '外国為替・貿易')),
    );
    const caseOf = async (text: string) => {
      const outcome = await read(text);
      const documents =
        outcome.kind === 'read' && outcome.reading.kind === 'documents' ? outcome.reading.documents : [];
      return { ...documents.find(({ documentId }) => documentId === '595226061'), locator: '' };
    };
    expect(await caseOf(later)).toEqual(await caseOf(feed));
  });

  it('leaves out a date no calendar has and keeps what was printed', async () => {
    const text = feedOf(
      item('1', GOODS, lines('2026/02/30', '未定', '外国為替・貿易')),
      item('2', GOODS, lines('2026/08/25', '2026/09/25 00:00', '外国為替・貿易')),
    );
    const outcome = await read(text);
    expect(outcome).toMatchObject({
      kind: 'read',
      reading: { documents: [{ details: { commentCloseRaw: '未定' } }, {}] },
    });
    expect(JSON.stringify(outcome)).not.toContain('2026-02-30');
  });

  it.each([
    ['a feed cut off inside an item', feed.slice(0, feed.length - 200), 'implausible'],
    ['a feed without items', feedOf(), 'implausible'],
    ['descriptions of another form', feed.replaceAll('カテゴリー', '分野'), 'structure_changed'],
    [
      'a link to another host',
      feed.replaceAll('public-comment.e-gov.go.jp/pcm', 'evil.example/pcm'),
      'structure_changed',
    ],
    ['a block page', '<html><title>Access Denied</title></html>', 'structure_changed'],
    [
      'an entity bomb',
      feed.replace('?>', '?><!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]>').replace(GOODS, '&c;'),
      'structure_changed',
    ],
  ])('holds %s', async (_name, text, kind) => {
    expect((await read(text)).kind).toBe(kind);
  });

  it('keeps markup in a title as text', async () => {
    const hostile = feed.replace(GOODS, '&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(await read(hostile)).toMatchObject({ reading: { documents: [{ title: '<script>alert(1)</script>' }, {}] } });
  });
});
