import { Feed } from 'feed';
import { sentenceOf } from '#digest';
import { type Change, SHORT_DISCLAIMER } from '#domain';
import { changeLinks } from '../view/change-links.ts';
import { STAGES } from '../view/vocabulary.ts';

/** Changes as an Atom feed (RFC 4287), newest first. Its texts are declared as HTML and therefore escaped. */
export function atomFeed(changes: readonly Change[], publicUrl: string, now: Date): string {
  const [newest] = changes;
  const feed = new Feed({
    id: `${publicUrl}/feed.atom`,
    title: 'Redline: changes in export-control rules and lists',
    description: SHORT_DISCLAIMER,
    link: `${publicUrl}/`,
    feedLinks: { atom: `${publicUrl}/feed.atom` },
    updated: newest ? new Date(newest.detectedAt) : now,
    generator: 'Redline',
    author: { name: 'Redline' },
  });
  for (const change of changes) feed.addItem(entryOf(change, publicUrl));
  return feed.atom1();
}

function entryOf(change: Change, publicUrl: string) {
  const { page, official } = changeLinks(change, publicUrl);
  const sentence = escaped(sentenceOf(change));
  const link = official ? ` <a href="${escaped(official)}">Official text</a>` : '';
  return {
    id: `urn:redline:change:${encodeURIComponent(change.changeId)}`,
    title: sentence,
    link: page,
    date: new Date(change.detectedAt),
    description: sentence,
    content: `<p>${sentence}</p><p>${STAGES[change.stage]}.${link}</p>`,
    category: [{ name: change.type }, { name: escaped(change.instrumentId) }],
  };
}

/** Characters that XML 1.0 cannot hold are dropped; those that mean something in HTML become entities. */
function escaped(text: string): string {
  return [...text]
    .filter((char) => char >= ' ' || char === '\t' || char === '\n')
    .filter((char) => !/[\uD800-\uDFFF\uFFFE\uFFFF]/.test(char) || char.length === 2)
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
