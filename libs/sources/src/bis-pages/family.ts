import type { SourceFamily } from '../source.ts';
import { readBisPage } from './read.ts';
import { followSitemap, planSitemap } from './request.ts';

/**
 * Guidance of the Bureau of Industry and Security: the pages that its sitemap lists, each compared by the words of its main
 * content. The Bureau has no feed, and a page says only sometimes when it was changed.
 */
export const bisPages: SourceFamily = {
  family: 'bis-pages',
  eachAddressApart: true,
  plan: planSitemap,
  follow: followSitemap,
  read: readBisPage,
  link: (source) => source.link,
};
