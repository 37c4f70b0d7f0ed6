import type { ReadOutcome, RegulatoryDocument } from '#domain';
import { type FeedEntry, parseFeed } from '../feed/parse-feed.ts';
import { decodeText, looksBlocked } from '../markup/index.ts';
import type { CapturedBytes } from '../source.ts';
import { japanDayOf } from './japan-day.ts';
import { pressIdOf } from './press-id.ts';

const HOST = /^https?:\/\/([a-z0-9-]+\.)*meti\.go\.jp\//;

function toDocument(entry: FeedEntry & { readonly link: string }): RegulatoryDocument {
  const press = pressIdOf(entry.link);
  const publishedOn = (entry.updatedAt ? japanDayOf(entry.updatedAt) : undefined) ?? press?.on;
  return {
    documentId: press?.id ?? entry.link,
    title: entry.title,
    url: entry.link,
    ...(publishedOn ? { publishedOn } : {}),
    documentType: 'ニュースリリース',
    ...(entry.summary ? { summary: entry.summary } : {}),
    agencies: ['経済産業省'],
    cfr: [],
    rins: [],
    dockets: [],
    details: entry.updatedAt ? { updatedAt: entry.updatedAt } : {},
    locator: entry.locator,
    quote: entry.title,
  };
}

/**
 * Reads the Atom feed of METI press releases. Its `updated` is UTC and becomes a day in Japan. `newestOn` is the newest
 * instant: the feed has been served unchanged for months with status 200, which only the age of its newest entry shows.
 */
export async function readNews(capture: CapturedBytes): Promise<ReadOutcome> {
  const decoded = decodeText(capture.bytes, capture.mediaType);
  if (!decoded.ok) return { kind: 'structure_changed', because: decoded.because };
  const blocked = looksBlocked(decoded.text);
  if (blocked !== undefined) return { kind: 'structure_changed', because: blocked };
  const feed = await parseFeed(decoded.text);
  if (!feed.ok) return { kind: 'structure_changed', because: feed.because };
  if (feed.entries.length === 0) return { kind: 'implausible', because: 'the feed has no entries' };
  const documents = feed.entries.flatMap((entry) => {
    const { link } = entry;
    return link !== undefined && HOST.test(link) ? [toDocument({ ...entry, link })] : [];
  });
  if (documents.length < feed.entries.length) {
    return { kind: 'structure_changed', because: 'an entry leads to no page of the ministry' };
  }
  const newestOn = feed.entries
    .flatMap(({ updatedAt }) => updatedAt ?? [])
    .sort()
    .at(-1);
  return {
    kind: 'read',
    reading: { kind: 'documents', documents: distinct(documents), ...(newestOn ? { newestOn } : {}) },
  };
}

function distinct(documents: readonly RegulatoryDocument[]): readonly RegulatoryDocument[] {
  return [...new Map(documents.map((document) => [document.documentId, document])).values()];
}
