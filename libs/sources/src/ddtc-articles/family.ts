import type { SourceFamily } from '../source.ts';
import { readDdtcArticle } from './read.ts';
import { followFiles, planArticles } from './request.ts';

/**
 * Guidance, notices and questions of the Directorate of Defense Trade Controls, as articles of its service portal with the files
 * attached. `params.articles`: the numbers of the articles (`KB0010126`).
 */
export const ddtcArticles: SourceFamily = {
  family: 'ddtc-articles',
  eachAddressApart: true,
  plan: planArticles,
  follow: followFiles,
  read: (_source, capture) => readDdtcArticle(capture),
  link: (source) => source.link,
};
