import { listToldChanges, type Session } from '#store';
import { decodeCursor, encodeCursor } from '../api/cursor.ts';
import { findChanges, findNewerChanges, type WantedChanges } from '../view/find-changes.ts';
import type { FeedEntry, FeedPage } from './feed-entry.ts';

/** Entries on one page. */
const ENTRIES = 50;

/** Where a page begins: older than one place, newer than another, or at the newest entry. */
export interface FeedPlace {
  readonly before?: number;
  readonly after?: number;
}

/** What a page's address says; text that is no place is the newest page. */
export function placeFrom({ before = '', after = '' }: Readonly<Record<string, string>>): FeedPlace {
  const older = decodeCursor(before);
  const newer = decodeCursor(after);
  if (older !== undefined) return { before: older };
  return newer === undefined ? {} : { after: newer };
}

interface Found {
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
  /** Where the next older page begins, when there is one. */
  readonly olderThan?: number;
}

/** A page of all changes that anybody may be told, as filtered as the list of changes. */
export async function pageOfAll(
  session: Session,
  wanted: WantedChanges,
  place: FeedPlace,
  feed: Pick<FeedPage, 'title' | 'first' | 'home'>,
): Promise<FeedPage> {
  return pageFrom(place, feed, await foundAmongAll(session, { ...wanted, alerting: true }, place));
}

async function foundAmongAll(session: Session, wanted: WantedChanges, { before, after }: FeedPlace): Promise<Found> {
  if (after !== undefined) {
    const newer = await findNewerChanges(session, wanted, after, ENTRIES);
    return { entries: newer.toReversed(), olderThan: newer[0]?.position ?? after + 1 };
  }
  const found = await findChanges(session, { ...wanted, ...(before === undefined ? {} : { before }) }, ENTRIES);
  return { entries: found.changes, ...(found.nextBefore === undefined ? {} : { olderThan: found.nextBefore }) };
}

/** A page of what one subscription was alerted to. */
export async function pageOfSubscription(
  session: Session,
  subscriptionId: string,
  place: FeedPlace,
  feed: Pick<FeedPage, 'title' | 'first' | 'home'>,
): Promise<FeedPage> {
  const { before, after } = place;
  const window = { from: after ?? 0, to: (before ?? Number.MAX_SAFE_INTEGER) - 1 };
  const end = after === undefined ? 'newest' : 'oldest';
  const told = await listToldChanges(session, subscriptionId, { ...window, limit: ENTRIES + 1, end });
  const shown = after === undefined ? told.slice(-ENTRIES) : told.slice(0, ENTRIES);
  const entries = shown.toReversed().map(({ position, change, impact }) => ({ position, change, band: impact.band }));
  const hasOlder = after !== undefined || told.length > ENTRIES;
  const oldest = shown[0]?.position ?? (after === undefined ? undefined : after + 1);
  return pageFrom(place, feed, { entries, ...(hasOlder && oldest !== undefined ? { olderThan: oldest } : {}) });
}

function pageFrom(place: FeedPlace, feed: Pick<FeedPage, 'title' | 'first' | 'home'>, found: Found): FeedPage {
  const newest = found.entries[0];
  const isFirst = place.before === undefined && place.after === undefined;
  return {
    ...feed,
    self: addressOf(feed.first, place),
    ...(found.olderThan === undefined ? {} : { older: addressOf(feed.first, { before: found.olderThan }) }),
    ...(isFirst || !newest ? {} : { newer: addressOf(feed.first, { after: newest.position }) }),
    entries: found.entries,
  };
}

function addressOf(first: string, { before, after }: FeedPlace): string {
  const address = new URL(first);
  if (before !== undefined) address.searchParams.set('before', encodeCursor(before));
  if (after !== undefined) address.searchParams.set('after', encodeCursor(after));
  return address.href;
}
