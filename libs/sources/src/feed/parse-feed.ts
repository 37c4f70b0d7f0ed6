import Parser from 'rss-parser';
import { z } from 'zod';
import { loadXml } from '../markup/index.ts';

/** One entry of an Atom, RSS 2.0 or RSS 1.0 feed, as printed. */
export interface FeedEntry {
  readonly title: string;
  readonly link?: string;
  readonly id?: string;
  /** Instant of publication or update as UTC ISO 8601, where the feed names one. */
  readonly updatedAt?: string;
  /** Summary or description; may hold markup. */
  readonly summary?: string;
  /** Position in the feed, `entry 3`; the first is 1. */
  readonly locator: string;
}

/** A feed, or why the text is not one. */
export type ParsedFeed =
  | { readonly ok: true; readonly title?: string; readonly entries: readonly FeedEntry[] }
  | { readonly ok: false; readonly because: string };

/** Feeds of ministries hold tens of entries. */
const MAX_ENTRIES = 1_000;
const MAX_FEED_CHARS = 5_000_000;
const MAX_TEXT = 20_000;

const text = z
  .string()
  .transform((value) => value.slice(0, MAX_TEXT).trim())
  .optional();

const Item = z.object({ title: text, link: text, id: text, guid: text, isoDate: text, summary: text, content: text });
const Feed = z.object({ title: text, items: z.array(Item).max(MAX_ENTRIES) });

/**
 * Reads a feed that was already fetched; asks the network for nothing. Never rejects: text that is not XML, is cut off,
 * holds a date no calendar has, or an entry without title or of another shape is `ok: false`, for the whole feed.
 */
export async function parseFeed(xml: string): Promise<ParsedFeed> {
  if (xml.length > MAX_FEED_CHARS) return { ok: false, because: `a feed of ${xml.length} characters is too long` };
  const wellFormed = loadXml(xml);
  if (!wellFormed.ok) return { ok: false, because: wellFormed.because.slice(0, 300) };
  try {
    // The parser is stateful: a feed that failed half way must not reach the next one.
    const parser = new Parser();
    const parsed = Feed.safeParse(await parser.parseString(xml));
    if (!parsed.success)
      return { ok: false, because: `an entry of another shape: ${z.prettifyError(parsed.error)}`.slice(0, 300) };
    const entries = parsed.data.items.map(toEntry);
    if (entries.some(({ title }) => title === '')) return { ok: false, because: 'an entry has no title' };
    return { ok: true, ...(parsed.data.title ? { title: parsed.data.title } : {}), entries };
  } catch (error) {
    const because = error instanceof Error ? error.message.split('\n')[0] : 'unreadable';
    return { ok: false, because: `not a whole feed: ${because}`.slice(0, 300) };
  }
}

function toEntry(item: z.infer<typeof Item>, index: number): FeedEntry {
  const id = item.id || item.guid;
  const summary = item.summary || item.content;
  return {
    title: item.title ?? '',
    ...(item.link ? { link: item.link } : {}),
    ...(id ? { id } : {}),
    ...(item.isoDate ? { updatedAt: item.isoDate } : {}),
    ...(summary ? { summary } : {}),
    locator: `entry ${index + 1}`,
  };
}
