import { Feed } from 'feed';
import { SHORT_DISCLAIMER } from '#domain';
import { escaped, type FeedPage, shownEntry, updatedAt } from './feed-entry.ts';

/** A page as Atom (RFC 4287) with the links of RFC 5005. Its texts are declared as HTML and therefore escaped. */
export function atomFeed(page: FeedPage, publicUrl: string): string {
  const feed = new Feed({
    id: page.first,
    title: escaped(page.title),
    description: SHORT_DISCLAIMER,
    link: page.home,
    feedLinks: { atom: page.self },
    updated: updatedAt(page),
    generator: 'Redline',
    author: { name: 'Redline' },
  });
  for (const entry of page.entries) {
    const { id, title, link, date, html, tags } = shownEntry(entry, publicUrl);
    const category = tags.map((name) => ({ name }));
    feed.addItem({ id, title, link, date, description: title, content: html, category });
  }
  return feed.atom1().replace('<generator>', `${pagingLinks(page)}<generator>`);
}

function pagingLinks({ first, older, newer }: FeedPage): string {
  const links = { first, next: older, previous: newer };
  return Object.entries(links)
    .filter(([, href]) => href !== undefined)
    .map(([rel, href]) => `<link rel="${rel}" href="${escaped(href ?? '')}"/>\n    `)
    .join('');
}
