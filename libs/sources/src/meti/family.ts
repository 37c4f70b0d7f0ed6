import type { CaptureRequest, Source, SourceFamily } from '../source.ts';
import { readAmendments } from './read-amendments.ts';
import { readNews } from './read-news.ts';

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
