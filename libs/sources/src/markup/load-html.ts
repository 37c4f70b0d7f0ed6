import { type CheerioAPI, load } from 'cheerio';
import { type Loaded, MAX_MARKUP_CHARS, MAX_MARKUP_DEPTH } from './loaded.ts';
import { mostOpenTags } from './open-tags.ts';

/** Tags in scripts and forgotten end tags count too, so this is looser than the depth of the parsed tree. */
const MAX_OPEN_TAGS = 5 * MAX_MARKUP_DEPTH;

/** A walk without recursion: hostile nesting must not overflow the stack of the check itself. */
function isTooDeep($: CheerioAPI): boolean {
  let depth = 0;
  let level = $.root().contents().toArray();
  while (level.length > 0) {
    depth += 1;
    if (depth > MAX_MARKUP_DEPTH) return true;
    level = level.flatMap((node) => ('children' in node ? node.children : []));
  }
  return false;
}

/**
 * Parses HTML as browsers do (WHATWG HTML): it never fails on bad markup, so the caller checks the shape.
 * @returns `ok: false` for text beyond {@link MAX_MARKUP_CHARS} or nested beyond {@link MAX_MARKUP_DEPTH}. Never throws.
 */
export function loadHtml(text: string): Loaded {
  if (text.length > MAX_MARKUP_CHARS) return { ok: false, because: `HTML of ${text.length} characters is too long` };
  const tooDeep = { ok: false, because: `HTML is nested deeper than ${MAX_MARKUP_DEPTH} levels` } as const;
  if (mostOpenTags(text) > MAX_OPEN_TAGS) return tooDeep;
  try {
    const $ = load(text);
    return isTooDeep($) ? tooDeep : { ok: true, $ };
  } catch {
    return { ok: false, because: 'HTML could not be parsed' };
  }
}
