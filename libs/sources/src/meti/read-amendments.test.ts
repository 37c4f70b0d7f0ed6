import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { amendmentsPage } from './amendments-page.fixture.ts';
import { readAmendments } from './read-amendments.ts';

function read(text: string) {
  return readAmendments({
    bytes: new TextEncoder().encode(text),
    mediaType: 'text/html; charset=utf-8',
    url: 'https://www.meti.go.jp/policy/anpo/law09-2.html',
    retrievedAt: '2026-03-04T00:00:00Z',
  });
}

function documentsOf(text: string) {
  const outcome = read(text);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'documents') throw new Error(JSON.stringify(outcome));
  return outcome.reading.documents;
}

describe('readAmendments', () => {
  it('reads a row with its date, outline and place', () => {
    expect(documentsOf(amendmentsPage)[0]).toMatchObject({
      title: '令和7年11月14日輸出貿易管理令の一部を改正する政令」等の改正に関するQ&Aの追加について',
      publishedOn: '2026-01-16',
      summary: '【１１．コンピュータ】にQ36を追加',
      url: 'https://www.meti.go.jp/policy/anpo/law09-2.html#id32',
      locator: '改正情報 row 1',
    });
  });

  it('reads dates in either width', () => {
    expect(documentsOf(amendmentsPage).map(({ publishedOn }) => publishedOn)).toEqual([
      '2026-01-16',
      '2025-11-14',
      '2023-12-06',
    ]);
  });

  it('gives a shared block to the row that bears its heading, with its dates and files', () => {
    const [question, amendment] = documentsOf(amendmentsPage);
    expect(question?.details).not.toHaveProperty('block');
    expect(amendment).toMatchObject({
      effectiveOn: '2026-02-14',
      details: {
        block: {
          decidedOn: '2025-11-11',
          promulgatedOn: '2025-11-14',
          enforcedOn: ['2026-02-14'],
          links: [
            { text: '新旧対照表', url: 'https://www.meti.go.jp/policy/anpo/law_document/seirei/20251114_shinkyu.pdf' },
          ],
        },
      },
    });
  });

  it('tells two rows of one title apart by their dates', () => {
    const again = amendmentsPage.replace(
      '「輸出貿易管理令の一部を改正する政令」等の改正について</a>',
      '外国ユーザーリストの改正について</a>',
    );
    expect(new Set(documentsOf(again).map(({ documentId }) => documentId)).size).toBe(3);
  });

  it('reads the page to the same reading when only the surroundings changed (unchanged)', () => {
    const around = amendmentsPage
      .replace('<nav>', '<nav><script>track()</script>')
      .replace('最終更新日：2026年1月30日', '最終更新日：2026年2月1日');
    expect(read(around)).toEqual(read(amendmentsPage));
  });

  it.each([
    ['a page without the main contents', amendmentsPage.replace('__main_contents', 'contents')],
    [
      'a table of other columns',
      amendmentsPage.replace('<td>件名</td>\n   <td>概要　</td>', '<td>概要</td>\n   <td>件名</td>'),
    ],
    ['a row without a title', amendmentsPage.replace(/<a href="\/policy\/anpo\/law09-2.html#id15">.*?<\/a>/, '')],
    ['a block page', '<html><head><title>Access Denied</title></head></html>'],
    ['nothing', ''],
  ])('holds %s as a changed structure', (_name, text) => {
    expect(read(text).kind).toBe('structure_changed');
  });

  it('holds a page that was cut off after some rows', () => {
    expect(read(amendmentsPage.slice(0, amendmentsPage.indexOf('令和５年１２月６日'))).kind).toBe('implausible');
  });

  it('keeps markup in a title as text', () => {
    const hostile = amendmentsPage.replace('Q&amp;A', '&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(documentsOf(hostile)[0]?.title).toContain('<script>alert(1)</script>');
  });
});

const corpus = join(
  process.env.REDLINE_CORPUS ?? '../shared/corpus',
  'jp-meti-anpo-amendments',
  '2026-03-04T0000Z.html',
);
const hasCorpus = existsSync(corpus);
if (!hasCorpus) console.log('the real amendment log not read: REDLINE_CORPUS names no corpus');

describe.runIf(hasCorpus)('readAmendments on the real page', () => {
  it('reads every row with a date, and most rows with a block', () => {
    const documents = documentsOf(readFileSync(corpus, 'utf8'));
    expect(documents).toHaveLength(36);
    expect(documents.every(({ publishedOn }) => publishedOn !== undefined)).toBe(true);
    expect(documents.filter(({ details }) => 'block' in details).length).toBeGreaterThan(30);
  });
});
