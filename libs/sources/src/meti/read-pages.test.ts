import { describe, expect, it } from 'vitest';
import { aCapture, aSource } from '../source.fixture.ts';
import { metiIndex, metiQuestions } from './family.ts';
import {
  INDEX_LINKS,
  indexPage,
  pressListPage,
  QUESTIONS,
  questionIndex,
  questionPage,
  RELEASES,
} from './meti-pages.fixture.ts';
import { readIndex } from './read-index.ts';
import { readPressList } from './read-press-list.ts';
import { readQuestions } from './read-questions.ts';

const LAW00 = 'https://www.meti.go.jp/policy/anpo/law00.html';
const QANDA = 'https://www.meti.go.jp/policy/anpo/qanda.html';
const QANDA19 = 'https://www.meti.go.jp/policy/anpo/qanda/qanda19.html';
const source = aSource({ family: 'meti-questions', url: QANDA });

const readers = {
  press: (html: string | Uint8Array) =>
    readPressList(aCapture(html, { url: 'https://www.meti.go.jp/press/category_02.html' })),
  index: (html: string | Uint8Array) => readIndex(source, aCapture(html, { url: LAW00 })),
  questions: (html: string | Uint8Array) => readQuestions(source, aCapture(html, { url: QANDA19 })),
};
const pages: Readonly<Record<keyof typeof readers, string>> = {
  press: pressListPage(),
  index: indexPage(),
  questions: questionPage(),
};
const KINDS = ['press', 'index', 'questions'] as const;

function documentsOf(kind: keyof typeof readers, html = pages[kind]) {
  const outcome = readers[kind](html);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'documents') throw new Error(JSON.stringify(outcome));
  return outcome.reading.documents;
}

describe('readPressList', () => {
  it('reads each release by its number, with the day that the number states', () => {
    expect(documentsOf('press').map(({ documentId, publishedOn, title }) => [documentId, publishedOn, title])).toEqual([
      ['20251111001', '2025-11-11', '輸出貿易管理令の一部を改正する政令が閣議決定されました'],
      ['20250929006', '2025-09-29', '「外国ユーザーリスト」を改正しました'],
      ['20250912003', '2025-09-12', '対外経済に関する会合を開催しました'],
    ]);
  });

  it('leaves links to anywhere else', () => {
    const more = pressListPage([...RELEASES, ['2025年9月1日', 'https://evil.example/x', '偽物']]);
    expect(documentsOf('press', more)).toHaveLength(3);
  });
});

describe('readIndex', () => {
  it('reads each link under its heading and name, with its address', () => {
    const [index] = documentsOf('index');
    expect(index).toMatchObject({ documentId: '/policy/anpo/law00.html', title: '関係法令' });
    expect(index?.details.passages).toMatchObject([
      { label: '法律・政省令 › 外国為替及び外国貿易法' },
      { label: '法律・政省令 › 輸出貿易管理令' },
      { text: '外国ユーザーリスト（Excel） https://www.meti.go.jp/policy/anpo/20250929_4.xlsx' },
      {},
      {},
    ]);
  });

  it('names a link that says only PDF by its line', () => {
    const html = indexPage().replace(
      '<li><a href="20250929_3.pdf">外国ユーザーリスト（PDF）</a></li>',
      '<li>改正概要（<a href="20250929_3.pdf">PDF</a>）</li>',
    );
    expect(JSON.stringify(documentsOf('index', html))).toContain('法律・政省令 › 改正概要（PDF）');
  });
});

describe('readQuestions', () => {
  it('reads each question with its answer, by its number in either width', () => {
    const [page] = documentsOf('questions');
    expect(page?.details.passages).toMatchObject([
      { label: 'Q1', text: expect.stringContaining('禁輸リストではありません') },
      { label: 'Q2' },
      { label: 'Q3' },
    ]);
    const narrow = questionPage().replace(/Ｑ(\d)．/g, 'Q$1.');
    expect(JSON.stringify(documentsOf('questions', narrow))).toContain('"label":"Q3"');
  });

  it('takes the page that links the questions for an index, and asks for each page once', () => {
    const capture = aCapture(questionIndex, { url: QANDA });
    expect(readQuestions(source, capture)).toEqual({ kind: 'read', reading: { kind: 'documents', documents: [] } });
    const [first] = metiQuestions.plan(source, new Date(0));
    const asked = first && metiQuestions.follow?.(source, first, capture, new Date(0));
    expect(asked?.map(({ url }) => url)).toEqual([QANDA19]);
    const empty = aCapture(questionIndex.replace(/<ul>.*<\/ul>/, ''), { url: QANDA });
    expect(readQuestions(source, empty).kind).toBe('structure_changed');
  });

  it('keeps a question that is listed above and answered below once', () => {
    const listed = `<ul>${QUESTIONS.map(([question], at) => `<li>Ｑ${at + 1}．${question}</li>`).join('')}</ul><dl>`;
    const [page] = documentsOf('questions', questionPage().replace('<dl>', listed));
    expect(page?.details.passages).toMatchObject([{ label: 'Q1', text: expect.stringContaining('Ａ1') }, {}, {}]);
  });
});

describe.each(KINDS)('the %s page of METI', (kind) => {
  const read = readers[kind];
  const html = pages[kind];

  it('is the same when only what stands around it, or its day of update, moved (unchanged)', () => {
    const around = html
      .replace('<nav>', '<nav><script>track()</script><p>緊急のお知らせ</p>')
      .replace('2025年10月9日', '2026年1月30日');
    expect(read(around)).toEqual(read(html));
  });

  it.each([
    ['a block page', '<html><head><title>Access Denied</title></head><body></body></html>'],
    [
      'a refusal under an innocent title',
      '<html><head><title>METI</title></head><body><main><h1>Access Denied</h1></main></body></html>',
    ],
    ['a page without main contents', html.replace('__main_contents', 'contents')],
    ['main contents without what the page is for', html.replace(/<(dl|ul)[\s\S]*<\/\1>/, '<p>準備中</p>')],
    ['bytes of no charset', new Uint8Array([0x3c, 0x68, 0xff, 0xfe, 0xff])],
  ])('is held when it is %s (layout changed)', (_name, body) => {
    expect(read(body).kind).toBe('structure_changed');
  });

  it('is never a shorter page when it is cut (truncated)', () => {
    for (const share of [0.3, 0.6, 0.9, 0.98]) {
      expect(read(html.slice(0, Math.floor(html.length * share))).kind).not.toBe('read');
    }
    expect(read('').kind).toBe('implausible');
  });

  it('reads no script and bounds nesting (hostile)', () => {
    const scripted = html.replace('<h1>', '<script>alert(1)</script><h1>');
    expect(read(scripted)).toEqual(read(html));
    expect(read(html.replace('<h1>', `${'<div>'.repeat(3_000)}<h1>`)).kind).toBe('structure_changed');
  });
});

it('METI’s pages are asked for in Japanese', () => {
  expect(metiIndex.plan(aSource({ url: LAW00 }), new Date(0))[0]?.headers).toEqual({ 'Accept-Language': 'ja' });
  expect(INDEX_LINKS.length).toBe(5);
});
