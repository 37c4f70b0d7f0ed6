import type { CheerioAPI } from 'cheerio';

export type { CheerioAPI } from 'cheerio';

/** A parsed document, or why the bytes are not one. */
export type Loaded = { readonly ok: true; readonly $: CheerioAPI } | { readonly ok: false; readonly because: string };

/** Longest text that is parsed at all, in UTF-16 units. Title 15 whole is about 12 million. */
export const MAX_MARKUP_CHARS = 40_000_000;

/** Deepest nesting accepted: far above any real page, far below what overflows a recursive walk. */
export const MAX_MARKUP_DEPTH = 400;
