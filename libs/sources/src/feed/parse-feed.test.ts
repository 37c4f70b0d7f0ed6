import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFeed } from './parse-feed.ts';

const atom = (entry: string) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>METI</title>${entry}</feed>`;

describe('parseFeed', () => {
  it('reads an Atom entry', async () => {
    const entry =
      '<entry><title>外国ユーザーリストを改正しました</title><link rel="alternate" href="https://www.meti.go.jp/a.html"/><updated>2025-09-29T05:00:00Z</updated><summary>835団体</summary></entry>';
    expect(await parseFeed(atom(entry))).toEqual({
      ok: true,
      title: 'METI',
      entries: [
        {
          title: '外国ユーザーリストを改正しました',
          link: 'https://www.meti.go.jp/a.html',
          updatedAt: '2025-09-29T05:00:00.000Z',
          summary: '835団体',
          locator: 'entry 1',
        },
      ],
    });
  });

  it('reads RSS 1.0, whose items stand outside the channel', async () => {
    const rdf =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>案件</title></channel><item><title>意見募集</title><link>https://public-comment.e-gov.go.jp/1?id=5</link><description>案の公示日：2026/08/25</description></item></rdf:RDF>';
    expect(await parseFeed(rdf)).toMatchObject({
      ok: true,
      entries: [{ title: '意見募集', summary: '案の公示日：2026/08/25' }],
    });
  });

  it('keeps markup in a title as text', async () => {
    expect(await parseFeed(atom('<entry><title>&lt;script&gt;x</title></entry>'))).toMatchObject({
      entries: [{ title: '<script>x' }],
    });
  });

  it.each([
    ['a block page', '<html><body>Access Denied</body></html>'],
    ['a feed cut off half way', '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>a</title>'],
    ['a date no calendar has', atom('<entry><title>a</title><updated>2025-13-45</updated></entry>')],
    ['an entry without title', atom('<entry><updated>2025-09-29T05:00:00Z</updated></entry>')],
    ['markup where text belongs', atom('<entry><title><b>a</b></title></entry>')],
    ['an entity bomb', '<!DOCTYPE f [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><feed><title>&b;</title></feed>'],
    ['nothing', ''],
  ])('refuses %s', async (_name, xml) => {
    expect((await parseFeed(xml)).ok).toBe(false);
  });

  it('answers any text without rejecting', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ maxLength: 200 }), async (xml) => typeof (await parseFeed(xml)).ok === 'boolean'),
    );
  });
});
