import { blockPageRule, looksLikeHtml } from './block-page.ts';
import type { RefusedBecause } from './fetch-outcome.ts';
import { acceptsHtml, isAcceptedType, mediaTypeEssence } from './media-type.ts';

const BYTE_ORDER_MARK_BYTES = new Set([0xef, 0xbb, 0xbf, 0xfe, 0xff]);

/** Why a body that arrived whole is not the publication, in our words. */
export interface ContentObjection {
  readonly because: Extract<RefusedBecause, 'empty' | 'blocked_page' | 'wrong_type'>;
  readonly detail: string;
}

/**
 * Judges a decoded body of a 200: nothing in it, a block or error page, a type nobody asked for, or HTML under the
 * label of something else. @returns undefined when the body may be read. Pure; never throws.
 */
export function objectionTo(
  bytes: Uint8Array,
  mediaType: string,
  accept: readonly string[],
): ContentObjection | undefined {
  if (isBlank(bytes)) return { because: 'empty', detail: `${bytes.byteLength} bytes without content` };
  const isHtml = mediaTypeEssence(mediaType) === 'text/html' || looksLikeHtml(bytes);
  const rule = isHtml ? blockPageRule(bytes) : undefined;
  if (rule !== undefined) return { because: 'blocked_page', detail: rule };
  if (!isAcceptedType(mediaType, accept)) {
    return { because: 'wrong_type', detail: `declared type is not one of ${accept.join(', ')}` };
  }
  if (looksLikeHtml(bytes) && !acceptsHtml(accept)) {
    return { because: 'wrong_type', detail: `HTML where ${accept.join(', ')} was declared` };
  }
  return undefined;
}

/** Spaces, control characters and byte order marks only. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte <= 0x20 || BYTE_ORDER_MARK_BYTES.has(byte));
}
