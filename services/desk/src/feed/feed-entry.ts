import { sentenceOf } from '#digest';
import type { Band, Change } from '#domain';
import { changeLinks } from '../view/change-links.ts';
import { STAGES } from '../view/vocabulary.ts';

/** One change as a feed shows it. Feed readers are other people's machines: what a profile declares is not in it. */
export interface FeedEntry {
  /** Order of detection: where paging goes on. */
  readonly position: number;
  readonly change: Change;
  /** How much it matters to the subscriber whose feed it is. */
  readonly band?: Band;
}

/** One page of a feed (RFC 5005, section 3), newest first. Following `older` from page to page reaches every entry. */
export interface FeedPage {
  readonly title: string;
  /** Address of this page. */
  readonly self: string;
  readonly first: string;
  readonly older?: string;
  readonly newer?: string;
  readonly home: string;
  readonly entries: readonly FeedEntry[];
}

/** An entry as both formats write it; texts are HTML already. */
export function shownEntry({ change, band }: FeedEntry, publicUrl: string) {
  const { page, official } = changeLinks(change, publicUrl);
  const sentence = escaped(sentenceOf(change));
  const link = official ? ` <a href="${escaped(official)}">Official text</a>` : '';
  const title = band === undefined ? sentence : `[${band}] ${sentence}`;
  return {
    id: `urn:redline:change:${encodeURIComponent(change.changeId)}`,
    title,
    link: page,
    date: new Date(change.detectedAt),
    html: `<p>${sentence}</p><p>${STAGES[change.stage]}.${link}</p>`,
    tags: [change.type, escaped(change.instrumentId), ...(band === undefined ? [] : [band])],
  };
}

/** Instant of the newest entry; for an empty feed one that never changes, so that it stays the same document. */
export function updatedAt({ entries }: FeedPage): Date {
  return new Date(entries[0]?.change.detectedAt ?? 0);
}

/** Characters that XML 1.0 cannot hold are dropped; those that mean something in HTML become entities. */
export function escaped(text: string): string {
  return [...text]
    .filter((char) => char >= ' ' || char === '\t' || char === '\n')
    .filter((char) => !/[\uD800-\uDFFF\uFFFE\uFFFF]/.test(char) || char.length === 2)
    .join('')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
