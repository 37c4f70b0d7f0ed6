/** Elements without content, or whose end tag HTML lets an author leave out (WHATWG HTML 13.1.2). */
const NEVER_STACKED = new Set(
  `area base br col embed hr img input link meta source track wbr li dt dd p rt rp optgroup option colgroup caption thead
  tbody tfoot tr td th html head body`.split(/\s+/),
);

/**
 * How many elements stand open at once at most, by counting tags without parsing. Hostile nesting makes an HTML parser
 * quadratic, so it has to be seen before the parser is.
 */
export function mostOpenTags(html: string): number {
  let open = 0;
  let most = 0;
  for (const [, slash, name = ''] of html.matchAll(/<(\/?)([a-z][a-z0-9-]{0,30})/gi)) {
    if (NEVER_STACKED.has(name.toLowerCase())) continue;
    open = slash === '/' ? Math.max(0, open - 1) : open + 1;
    most = Math.max(most, open);
  }
  return most;
}
