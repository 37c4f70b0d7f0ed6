const PAGE_BREAK = /\[\[Page [A-Z]?\d+\]\]/g;
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF]/g;
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
const SINGLE_QUOTES = /[\u2018\u2019\u201A\u201B\u2032\u0060\u00B4]/g;
const DOUBLE_QUOTES = /[\u201C\u201D\u201E\u201F\u2033\u00AB\u00BB]/g;

/** Printable ASCII with single spaces between words and nothing that has another form: already comparable. */
const PLAIN = /^[!-_a-~]+(?: [!-_a-~]+)*$/;

/**
 * The form in which texts are compared, never shown: Unicode NFKC, one kind of dash, quote and space, no soft hyphens
 * or zero-width characters, no `[[Page 460]]` marker inside a sentence. Quotes in evidence stay raw.
 */
export function comparableText(raw: string): string {
  if (PLAIN.test(raw) && !raw.includes('[[Page ')) return raw;
  return raw
    .replace(PAGE_BREAK, ' ')
    .replace(INVISIBLE, '')
    .normalize('NFKC')
    .replace(DASHES, '-')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Comparable text without spaces: for languages and cells where a space carries no meaning. */
export function compactText(raw: string): string {
  return comparableText(raw).replace(/ /g, '');
}
