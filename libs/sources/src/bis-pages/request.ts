import { decodeText, loadXml } from '../markup/index.ts';
import type { CapturedBytes, CaptureRequest, Source } from '../source.ts';

/** Hosts of the Bureau; a sitemap that was tampered with must not send us anywhere. */
const OWN_HOST = /(?:^|\.)bis\.gov$/;
/** More pages than the Bureau lists (some forty); the rest would be no guidance. */
const MOST_PAGES = 120;
/** Releases and news are another source's. */
const NEWS = /^\/(?:press-release|news-updates|news)(?:\/|$)/;

/** One page of the sitemap. */
export interface ListedPage {
  readonly url: string;
  readonly path: string;
  /** As printed; the Bureau gives it for some pages only. */
  readonly lastModified?: string;
}

/** Pages that a sitemap lists, or why it is none. */
export type Sitemap =
  | { readonly ok: true; readonly pages: readonly ListedPage[]; readonly urls: number }
  | { readonly ok: false; readonly because: string; readonly isCutShort: boolean };

/** Asks for the sitemap first: what is not in it is no page. */
export function planSitemap(source: Source): readonly CaptureRequest[] {
  return [{ url: source.url, accept: ['application/xml', 'text/xml'], purpose: 'capture' }];
}

/** Asks for each page that the sitemap lists. A page that is refused fails alone, and is told to an operator. */
export function followSitemap(
  source: Source,
  request: CaptureRequest,
  answer: CapturedBytes,
): readonly CaptureRequest[] {
  if (request.url !== source.url) return [];
  const sitemap = sitemapOf(answer);
  return (sitemap.ok ? sitemap.pages : []).map(({ url }) => ({
    url,
    accept: ['text/html', 'application/xhtml+xml'],
    purpose: 'capture',
    apart: 'counts',
  }));
}

/** Reads a sitemap (sitemaps.org protocol 0.9, `urlset`): the pages of guidance in it. Never throws. */
export function sitemapOf(capture: CapturedBytes): Sitemap {
  const decoded = decodeText(capture.bytes, capture.mediaType);
  if (!decoded.ok) return { ok: false, because: decoded.because, isCutShort: false };
  if (!/^\s*(?:<\?xml|<urlset)/.test(decoded.text))
    return { ok: false, because: 'a page stands in for the sitemap', isCutShort: false };
  const loaded = loadXml(decoded.text);
  if (!loaded.ok) return { ok: false, because: loaded.because, isCutShort: true };
  const { $ } = loaded;
  if ($('urlset').length !== 1) return { ok: false, because: 'the sitemap has no urlset', isCutShort: false };
  const listed = $('urlset > url')
    .toArray()
    .map((entry) => ({
      address: $(entry).children('loc').text().trim(),
      lastModified: $(entry).children('lastmod').text().trim(),
    }));
  const pages = new Map<string, ListedPage>();
  for (const { address, lastModified } of listed) {
    const page = pageOf(address, lastModified);
    if (page && pages.size < MOST_PAGES && !pages.has(page.path)) pages.set(page.path, page);
  }
  return { ok: true, pages: [...pages.values()], urls: listed.length };
}

function pageOf(address: string, lastModified: string): ListedPage | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  const isOwn = url.protocol === 'https:' && OWN_HOST.test(url.hostname);
  const path = url.pathname.replace(/\/+$/, '');
  if (!isOwn || path === '' || NEWS.test(path) || /\.[a-z]{2,4}$/i.test(path)) return undefined;
  return { url: `${url.origin}${path}`, path, ...(lastModified === '' ? {} : { lastModified }) };
}
