import type { Source, SourceFamily } from '../source.ts';
import { readPublicComments } from './read.ts';

function categoriesOf({ params }: Source): readonly string[] {
  const { categories } = params;
  return Array.isArray(categories) ? categories : [];
}

/**
 * Public comments (意見募集) of all ministries, by category: the first public word of a Japanese amendment. With
 * `params.list: results` what came of them, which is published as the amendment is made.
 */
export const egovPublicComment: SourceFamily = {
  family: 'egov-public-comment',
  plan: (source) => [
    {
      url: source.url,
      headers: { 'Accept-Language': 'ja' },
      accept: ['application/rdf+xml', 'application/rss+xml', 'application/xml', 'text/xml'],
      purpose: 'capture',
    },
  ],
  read: (source, capture) =>
    readPublicComments(capture, categoriesOf(source), source.params.list === 'results' ? 'results' : 'open'),
  link: (source) => source.link,
};
