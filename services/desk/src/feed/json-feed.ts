import { SHORT_DISCLAIMER } from '#domain';
import { type FeedPage, shownEntry } from './feed-entry.ts';

/** A page as JSON Feed 1.1 (jsonfeed.org/version/1.1): `next_url` leads to older entries. */
export function jsonFeed(page: FeedPage, publicUrl: string): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: page.title,
    description: SHORT_DISCLAIMER,
    home_page_url: page.home,
    feed_url: page.self,
    ...(page.older === undefined ? {} : { next_url: page.older }),
    language: 'en',
    authors: [{ name: 'Redline' }],
    items: page.entries.map((entry) => {
      const { id, title, link, date, html, tags } = shownEntry(entry, publicUrl);
      return { id, url: link, title: unescaped(title), content_html: html, date_published: date.toISOString(), tags };
    }),
  });
}

/** A title in JSON Feed is plain text. */
function unescaped(html: string): string {
  return html.replaceAll('&quot;', '"').replaceAll('&gt;', '>').replaceAll('&lt;', '<').replaceAll('&amp;', '&');
}
