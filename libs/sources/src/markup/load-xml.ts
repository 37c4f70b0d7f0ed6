import { load } from 'cheerio';
import { type Loaded, MAX_MARKUP_CHARS } from './loaded.ts';
import { faultOfXml } from './well-formed.ts';

/**
 * Parses XML, keeping the case of names. Well-formedness is checked first, so a document cut short is refused and never
 * read as a shorter one.
 * @returns `ok: false` for malformed, truncated, too long or too deeply nested XML and for DOCTYPE declarations. Never throws.
 */
export function loadXml(text: string): Loaded {
  if (text.length > MAX_MARKUP_CHARS) return { ok: false, because: `XML of ${text.length} characters is too long` };
  const fault = faultOfXml(text);
  if (fault !== undefined) return { ok: false, because: `XML is not well-formed: ${fault}` };
  try {
    return { ok: true, $: load(text, { xml: true }) };
  } catch {
    return { ok: false, because: 'XML could not be parsed' };
  }
}
