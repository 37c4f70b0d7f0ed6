import { describe, expect, it } from 'vitest';
import { writtenPdf } from '../pdf-text/written-pdf.fixture.ts';
import { aCapture, aSource } from '../source.fixture.ts';
import { articleJson, FILE_ID, PARAGRAPHS } from './ddtc-articles.fixture.ts';
import { ddtcArticles } from './family.ts';
import { readDdtcArticle } from './read.ts';

const source = aSource({
  family: 'ddtc-articles',
  url: 'https://www.pmddtc.state.gov/api/now/sp/page',
  params: { articles: ['KB0010126', 'KB0011272', 'not a number'] },
});
const ARTICLE = `${source.url}?id=ddtc_kb_article_page&kb_number=KB0010126`;
const json = (body: string | Uint8Array) => aCapture(body, { url: ARTICLE, mediaType: 'application/json' });
const read = (body: string | Uint8Array) => readDdtcArticle(json(body));
const FILE = `https://www.pmddtc.state.gov/sys_attachment.do?sys_id=${FILE_ID}&article=KB0010126&title=Guidance+on+requests+for+reinstatement`;

async function documentOf(body: string) {
  const outcome = await read(body);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'documents') throw new Error(JSON.stringify(outcome));
  return outcome.reading.documents[0];
}

describe('readDdtcArticle', () => {
  it('reads the paragraphs of an article and the titles of its files', async () => {
    const document = await documentOf(articleJson());
    expect(document).toMatchObject({ documentId: 'KB0010126', title: 'AECA Debarment' });
    expect(document?.details.passages).toMatchObject([
      { text: 'AECA Debarment' },
      ...PARAGRAPHS.map((text) => ({ text })),
      { text: 'Guidance on requests for reinstatement' },
      { label: 'Guidance on requests for reinstatement' },
    ]);
  });

  it('is the same when the portal counts views or a file was uploaded again under its title (unchanged)', async () => {
    const again = articleJson({ files: [['Guidance on requests for reinstatement', '0'.repeat(32)]] });
    expect(await read(again.replace('"sys_view_count":1200', '"sys_view_count":1201'))).toEqual(
      await read(articleJson()),
    );
  });

  it('tells a file by its title, whatever its id of the day, and by the words of its pages', async () => {
    const pdf = writtenPdf([{ words: [[40, 700, 'Requests for reinstatement']] }]);
    const of = (url: string) => readDdtcArticle(aCapture(pdf, { url, mediaType: 'application/pdf' }));
    const [one, other] = [await of(FILE), await of(FILE.replace(FILE_ID, 'f'.repeat(32)))];
    expect(one).toMatchObject({
      reading: { documents: [{ documentId: 'KB0010126 Guidance on requests for reinstatement' }] },
    });
    const idOf = (outcome: typeof one) =>
      outcome.kind === 'read' && outcome.reading.kind === 'documents' && outcome.reading.documents[0]?.documentId;
    expect(idOf(other)).toBe(idOf(one));
  });

  it('asks for the articles it is told and for their files, and for no other host', () => {
    const requests = ddtcArticles.plan(source, new Date(0));
    expect(requests.map(({ url }) => new URL(url).searchParams.get('kb_number'))).toEqual(['KB0010126', 'KB0011272']);
    const [first] = requests;
    const answer = json(articleJson());
    expect(first && ddtcArticles.follow?.(source, first, answer, new Date(0)).map(({ url }) => url)).toEqual([FILE]);
  });

  it.each([
    ['a block page', '<html><head><title>Access Denied</title></head></html>', 'structure_changed'],
    ['an answer without article', '{"result":{"containers":[]}}', 'structure_changed'],
    ['a list in its place', '{"result":[{"number":7}]}', 'structure_changed'],
    ['cut short', articleJson().slice(0, -30), 'implausible'],
    ['empty', '', 'implausible'],
    ['an article that lost its words', articleJson({ paragraphs: [], files: [] }), 'implausible'],
    ['bytes of no charset', new Uint8Array([0x7b, 0xff, 0xfe, 0xff]), 'structure_changed'],
  ])('holds %s', async (_name, body, kind) => {
    expect((await read(body)).kind).toBe(kind);
  });

  it('reads no script of an article, and bounds its nesting (hostile)', async () => {
    const scripted = articleJson({ paragraphs: ['<script>alert(1)</script>', ...PARAGRAPHS] });
    expect(JSON.stringify(await read(scripted))).not.toContain('alert');
    expect((await read(articleJson({ paragraphs: ['<div>'.repeat(3_000)] }))).kind).toBe('structure_changed');
  });
});
