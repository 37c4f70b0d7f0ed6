import type { CapturedBytes, CaptureRequest } from '../source.ts';
import { linksOfPage, type PageLink } from './links-of-page.ts';

/** What makes a link the wanted file, and how recent it says it is: the highest rank is the newest. */
export type RankOf = (link: PageLink) => string | undefined;

/**
 * The request for the newest file that an index page links. Where it links none, the page itself is asked for as the
 * publication, so that the reader says the layout has changed instead of nothing ever being fetched again.
 */
export function followNewest(
  request: CaptureRequest,
  page: CapturedBytes,
  rankOf: RankOf,
  accept: readonly string[],
): readonly CaptureRequest[] {
  if (request.purpose !== 'probe') return [];
  const ranked = linksOfPage(page).flatMap((link) => {
    const rank = rankOf(link);
    return rank === undefined ? [] : [{ rank, url: link.url.href }];
  });
  const newest = ranked.reduce<{ rank: string; url: string } | undefined>(
    (best, link) => (best === undefined || link.rank > best.rank ? link : best),
    undefined,
  );
  const headers = request.headers === undefined ? {} : { headers: request.headers };
  return newest
    ? [{ url: newest.url, ...headers, accept, purpose: 'capture' }]
    : [{ url: request.url, ...headers, accept: ['text/html'], purpose: 'capture' }];
}
