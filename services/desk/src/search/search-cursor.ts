import { SEARCH_RANKS, type SearchPlace } from '#store';

const FORM = /^s1:([0-2]):(\d{1,16})$/;

/** A place in the order of hits, opaque to callers. */
export function encodeSearchCursor({ rank, place }: SearchPlace): string {
  return Buffer.from(`s1:${SEARCH_RANKS.indexOf(rank)}:${place}`).toString('base64url');
}

/** @returns undefined for text that {@link encodeSearchCursor} did not make. */
export function decodeSearchCursor(cursor: string): SearchPlace | undefined {
  if (cursor.length > 64) return undefined;
  const [, index, place] = FORM.exec(Buffer.from(cursor, 'base64url').toString('utf8')) ?? [];
  const rank = SEARCH_RANKS[Number(index)];
  return rank === undefined ? undefined : { rank, place: Number(place) };
}
