import type { CapturedBytes, CaptureRequest, Source, SourceFamily } from '../source.ts';
import { readAmendments } from './read-amendments.ts';
import { readIndex } from './read-index.ts';
import { readNews } from './read-news.ts';
import { readPressList } from './read-press-list.ts';
import { questionPagesOf, readQuestions } from './read-questions.ts';

/** Some networks are served the feed only as a browser would ask for it. */
const HEADERS = { 'Accept-Language': 'ja' };

function planOne(source: Source, accept: readonly string[]): readonly CaptureRequest[] {
  return [{ url: source.url, headers: HEADERS, accept, purpose: 'capture' }];
}

/** Press releases of the Ministry of Economy, Trade and Industry, as an Atom feed. */
export const metiNews: SourceFamily = {
  family: 'meti-news',
  plan: (source) => planOne(source, ['application/atom+xml', 'application/xml', 'text/xml']),
  read: (_source, capture) => readNews(capture),
  link: (source) => source.link,
};

/** The amendment log (改正情報) of METI's security trade control pages: laws, orders, circulars and the End User List. */
export const metiAmendments: SourceFamily = {
  family: 'meti-amendments',
  plan: (source) => planOne(source, ['text/html']),
  read: (_source, capture) => readAmendments(capture),
  link: (source) => source.link,
};

/** A category of METI's press releases as a page (対外経済): the same releases as the feed, which has stood still unnoticed. */
export const metiPress: SourceFamily = {
  family: 'meti-press',
  plan: (source) => planOne(source, ['text/html']),
  read: (_source, capture) => readPressList(capture),
  link: (source) => source.link,
};

/** A page of METI that is an index of laws, circulars or measures, each a link (law00.html, the measures on Russia). */
export const metiIndex: SourceFamily = {
  family: 'meti-index',
  plan: (source) => planOne(source, ['text/html']),
  read: readIndex,
  link: (source) => source.link,
};

/** Each page of questions that the list of them links. */
function followQuestions(source: Source, request: CaptureRequest, answer: CapturedBytes): readonly CaptureRequest[] {
  if (request.url !== source.url) return [];
  return questionPagesOf(answer).map((url) => ({
    url,
    headers: HEADERS,
    accept: ['text/html'],
    purpose: 'capture',
    apart: 'counts',
  }));
}

/** METI's questions and answers on security trade control: a question that comes, goes or is answered otherwise is told. */
export const metiQuestions: SourceFamily = {
  family: 'meti-questions',
  eachAddressApart: true,
  plan: (source) => planOne(source, ['text/html']),
  follow: followQuestions,
  read: readQuestions,
  link: (source) => source.link,
};
