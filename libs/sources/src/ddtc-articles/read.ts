import type { ReadOutcome } from '#domain';
import { decodeText, loadHtml, looksBlocked } from '../markup/index.ts';
import { linesOfPage, pagePassages } from '../passages/page-passages.ts';
import { passageOf } from '../passages/passage.ts';
import { watchedReading } from '../passages/watched-document.ts';
import type { CapturedBytes } from '../source.ts';
import { fileNameOf, readWatchedFile } from '../watched-file/read-file.ts';
import { articleContentOf } from './article-content.ts';

const AGENCIES = ['State Department'];
const PORTAL = 'https://www.pmddtc.state.gov/ddtc_public/ddtc_public?id=ddtc_kb_article_page&kb_number=';
/** An article says more than this; what says less has lost its words. */
const LEAST_CHARS = 60;

/** Reads one article of the Directorate, or one of its files. Never rejects. */
export async function readDdtcArticle(capture: CapturedBytes): Promise<ReadOutcome> {
  const { pathname, searchParams } = new URL(capture.url);
  if (pathname !== '/sys_attachment.do') return readArticle(capture);
  const title = searchParams.get('title') ?? fileNameOf(capture.url);
  return readWatchedFile(
    {
      documentId: `${searchParams.get('article') ?? ''} ${title}`.trim(),
      fileName: title,
      documentType: 'file of an article',
      agencies: AGENCIES,
    },
    capture,
  );
}

function readArticle(capture: CapturedBytes): ReadOutcome {
  const decoded = decodeText(capture.bytes, capture.mediaType);
  if (!decoded.ok) return { kind: 'structure_changed', because: decoded.because };
  const start = decoded.text.slice(0, 200).trimStart();
  if (start === '') return { kind: 'implausible', because: 'the answer is empty' };
  if (start.startsWith('<'))
    return { kind: 'structure_changed', because: looksBlocked(decoded.text) ?? 'a page stands in for the article' };
  if (!decoded.text.trimEnd().endsWith('}')) return { kind: 'implausible', because: 'the answer is cut short' };
  const article = articleContentOf(decoded.text);
  if (article === undefined) return { kind: 'structure_changed', because: 'the answer holds no article' };
  const loaded = loadHtml(`<main>${article.body}</main>`);
  if (!loaded.ok) return { kind: 'structure_changed', because: loaded.because };
  loaded.$('script, style, nav, form, iframe').remove();
  const lines = linesOfPage(loaded.$, loaded.$('main'));
  if (lines.join(' ').length < LEAST_CHARS)
    return { kind: 'implausible', because: `article ${article.number} says next to nothing` };
  const files = article.files.map(({ title }) => passageOf(title, `file "${title.slice(0, 80)}"`, title));
  const facts = {
    documentId: article.number,
    title: article.title,
    url: `${PORTAL}${encodeURIComponent(article.number)}`,
    documentType: 'article',
    agencies: AGENCIES,
  };
  return watchedReading(facts, [...pagePassages(lines), ...files]);
}
