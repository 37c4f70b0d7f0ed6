import type { CapturedBytes, CaptureRequest, Source } from '../source.ts';
import { type ArticleFile, articleContentOf } from './article-content.ts';

const FILE = [
  'application/pdf',
  'application/octet-stream',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
];
/** An article with more files is a library, and no guidance. */
const MOST_FILES = 20;

/** Numbers of the articles the source names, in `params.articles`. */
function numbersOf(source: Source): readonly string[] {
  const { articles } = source.params;
  const named = typeof articles === 'object' ? articles : [String(articles ?? '')];
  return named.filter((number) => /^KB\d{5,10}$/.test(number));
}

export function planArticles(source: Source): readonly CaptureRequest[] {
  return numbersOf(source).map((number) => {
    const url = new URL(source.url);
    url.searchParams.set('id', 'ddtc_kb_article_page');
    url.searchParams.set('kb_number', number);
    return { url: url.href, accept: ['application/json'], purpose: 'capture', apart: 'counts' };
  });
}

/**
 * Asks for the files of an article. The publisher ignores `article` and `title`: they carry to the reader what the file is told
 * by, because its id is another after each upload.
 */
export function followFiles(source: Source, request: CaptureRequest, answer: CapturedBytes): readonly CaptureRequest[] {
  if (!request.url.includes('kb_number=')) return [];
  const article = articleContentOf(new TextDecoder().decode(answer.bytes));
  const files = (article?.files ?? []).filter(({ title }) => !/csv|xls|docx?\b|zip/i.test(title)).slice(0, MOST_FILES);
  return files.map((file) => ({
    url: fileAddress(source, article?.number ?? '', file),
    accept: FILE,
    purpose: 'capture',
    apart: 'counts',
  }));
}

function fileAddress(source: Source, article: string, { sysId, title }: ArticleFile): string {
  const url = new URL('/sys_attachment.do', source.url);
  url.searchParams.set('sys_id', sysId);
  url.searchParams.set('article', article);
  url.searchParams.set('title', title.slice(0, 150));
  return url.href;
}
