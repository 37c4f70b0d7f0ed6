import { decodeText, loadHtml, textWithBreaks } from '../markup/index.ts';
import type { CapturedBytes } from '../source.ts';

/** A link of a page, resolved against the page's address. */
export interface PageLink {
  readonly url: URL;
  /** Words of the link as a reader sees them. */
  readonly text: string;
}

const MAX_LINKS = 5_000;

/**
 * Links of an HTML page that stay on its host: a page that was tampered with must not send us anywhere. In the order of the
 * page. Bytes that are no readable page have none. Never throws.
 */
export function linksOfPage(page: CapturedBytes): readonly PageLink[] {
  const decoded = decodeText(page.bytes, page.mediaType);
  const loaded = decoded.ok ? loadHtml(decoded.text) : undefined;
  if (!loaded?.ok || !URL.canParse(page.url)) return [];
  const { $ } = loaded;
  return $('a[href]')
    .toArray()
    .slice(0, MAX_LINKS)
    .flatMap((anchor) => {
      const href = $(anchor).attr('href') ?? '';
      const url = URL.canParse(href, page.url) ? new URL(href, page.url) : undefined;
      return url?.host === new URL(page.url).host && /^https?:$/.test(url.protocol)
        ? [{ url, text: textWithBreaks($, anchor) }]
        : [];
    });
}
