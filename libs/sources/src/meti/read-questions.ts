import type { ReadOutcome } from '#domain';
import { linksOfPage } from '../linked-files/links-of-page.ts';
import { openPage } from '../passages/open-page.ts';
import { linesOfPage } from '../passages/page-passages.ts';
import { type Passage, passageHash, passageOf } from '../passages/passage.ts';
import { watchedReading } from '../passages/watched-document.ts';
import type { CapturedBytes, Source } from '../source.ts';

/** `Q1`, `Ｑ１－２．`, `問３`, `質問 4:` at the beginning of a line. */
const QUESTION = /^(?:[QＱ]|質問|問)\s*([0-9０-９]{1,3}(?:\s*[-－‐ー―の.．]\s*[0-9０-９]{1,3})*)(?![0-9０-９年月])/;
const MOST_QUESTIONS = 1_000;
const MOST_PAGES = 60;

/** Pages of questions that the page of all of them links, each once, without the page itself. */
export function questionPagesOf(page: CapturedBytes): readonly string[] {
  const urls = linksOfPage(page)
    .filter(({ url }) => /\/qanda[^/]*(?:\/[^/]+)?\.html$/.test(url.pathname))
    .map(({ url }) => `${url.origin}${url.pathname}`);
  return [...new Set(urls)].filter((url) => url !== page.url).slice(0, MOST_PAGES);
}

interface Question {
  readonly label: string;
  readonly lines: string[];
}

/** Parts the lines of a page at its questions; what stands before the first is no question. */
function questionsIn(lines: readonly string[]): readonly Question[] {
  const questions: Question[] = [];
  for (const line of lines) {
    const number = QUESTION.exec(line)?.[1];
    if (number === undefined) questions.at(-1)?.lines.push(line);
    else if (questions.length < MOST_QUESTIONS) questions.push({ label: labelOf(number, questions), lines: [line] });
  }
  return questions;
}

/** `Q12-3` in whatever width it is printed. A page of several chapters may count anew in each. */
function labelOf(number: string, before: readonly Question[]): string {
  const label = `Q${number
    .normalize('NFKC')
    .replace(/[‐ー―の.]/g, '-')
    .replace(/\s/g, '')}`;
  const times = before.filter((question) => question.label.split(' ')[0] === label).length;
  return times === 0 ? label : `${label} (${times + 1})`;
}

/** Only questions asked twice and never answered are left where the page lists them first and answers them below. */
function answered(questions: readonly Question[]): readonly Passage[] {
  const last = new Map<string, Question>();
  for (const question of questions) {
    const [text = ''] = question.lines;
    const isListed = question.lines.length === 1;
    const known = last.get(text);
    if (known === undefined || !isListed) last.set(text, known ? { ...known, lines: question.lines } : question);
  }
  return [...last.values()].map(({ label, lines }) => {
    const text = lines.join('\n');
    // Its number is no part of what it says: a question put in before it moves it on.
    return { ...passageOf(text, label, label), hash: passageHash(text.replace(QUESTION, '')) };
  });
}

/**
 * Reads a page of METI's questions and answers: each question with its answer is told by its number. A page without questions
 * that links to pages of them is an index, of which nothing is compared. Never throws.
 */
export function readQuestions(source: Source, capture: CapturedBytes): ReadOutcome {
  const page = openPage(capture);
  if (!page.ok) return page.outcome;
  const passages = answered(questionsIn(linesOfPage(page.$, page.main)));
  const isIndex = capture.url === source.url && questionPagesOf(capture).length > 0;
  if (passages.length === 0) {
    return isIndex
      ? { kind: 'read', reading: { kind: 'documents', documents: [] } }
      : { kind: 'structure_changed', because: 'the page holds no numbered question' };
  }
  const facts = {
    documentId: new URL(capture.url).pathname,
    title: page.title || source.title,
    url: capture.url,
    documentType: 'Q&A',
    agencies: ['経済産業省'],
  };
  return watchedReading(facts, passages);
}
