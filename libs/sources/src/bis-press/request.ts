import { linksOfPage } from '../linked-files/links-of-page.ts';
import type { CapturedBytes, CaptureRequest, Source } from '../source.ts';

const PAGE = ['text/html', 'application/xhtml+xml'];
/** The list prints its newest releases first; what stands further down was told when it was new. */
const MOST_RELEASES = 25;

/** Address of a release, without query or anchor. */
const RELEASE = /^\/press-release\/[a-z0-9][a-z0-9._-]{2,250}$/i;

export function planReleases(source: Source): readonly CaptureRequest[] {
  return [{ url: source.url, accept: PAGE, purpose: 'capture' }];
}

/** Asks for each release that the list links, and keeps them before the list: a release is told by its own words. */
export function followReleases(
  source: Source,
  request: CaptureRequest,
  answer: CapturedBytes,
): readonly CaptureRequest[] {
  if (request.url !== source.url) return [];
  return releasesOf(answer).map(({ url }) => ({ url, accept: PAGE, purpose: 'capture', apart: 'counts', leads: true }));
}

/** Releases that the list links, in its order, each once. */
export function releasesOf(page: CapturedBytes): readonly { readonly url: string; readonly title: string }[] {
  const releases = new Map<string, string>();
  for (const { url, text } of linksOfPage(page)) {
    const address = `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
    if (RELEASE.test(new URL(address).pathname)) releases.set(address, releases.get(address) || text);
  }
  return [...releases].slice(0, MOST_RELEASES).map(([url, title]) => ({ url, title }));
}
