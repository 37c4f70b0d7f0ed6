import type { ReadOutcome } from '#domain';
import { type CheerioAPI, decodeText, loadHtml, looksBlocked } from '../markup/index.ts';
import type { CapturedBytes } from '../source.ts';

/** Where publishers put what a page says, the surest first. */
const MAIN = ['#__main_contents', 'main', '[role="main"]', '#main-content', '#main', 'article'];

/** Stands on many pages alike, or changes without anything being said anew: menus, banners, live blocks, forms. */
const SURROUNDINGS = `script, style, noscript, template, nav, header nav, footer, aside, form, iframe, svg, button,
  [role="navigation"], [role="banner"], [role="alert"], [role="complementary"], [aria-hidden="true"], .usa-banner,
  .usa-breadcrumb, .breadcrumb, .breadcrumbs, .alert, .banner, .pager, .pagination, .share, .social, .skip-link`;

/** A whole page with its main content found, or what to answer instead. */
export type OpenedPage =
  | { readonly ok: true; readonly $: CheerioAPI; readonly main: ReturnType<CheerioAPI>; readonly title: string }
  | { readonly ok: false; readonly outcome: ReadOutcome };

const refuse = (kind: 'structure_changed' | 'implausible', because: string): OpenedPage => ({
  ok: false,
  outcome: { kind, because },
});

/**
 * Opens an HTML page for reading: decoded, no block page, whole to its last tag, its main content cut free of menus and banners.
 * A page served in its place, or without main content, is `structure_changed`; one cut short is `implausible`. Never throws.
 */
export function openPage(capture: CapturedBytes): OpenedPage {
  const decoded = decodeText(capture.bytes, capture.mediaType);
  if (!decoded.ok) return refuse('structure_changed', decoded.because);
  if (decoded.text.trim() === '') return refuse('implausible', 'the page is empty');
  const blocked = looksBlocked(decoded.text);
  if (blocked !== undefined) return refuse('structure_changed', blocked);
  if (!/<html[\s>]/i.test(decoded.text)) return refuse('structure_changed', 'no HTML page');
  if (!/<\/html>/i.test(decoded.text.slice(-2_000))) return refuse('implausible', 'the page ends before its last tag');
  const loaded = loadHtml(decoded.text);
  if (!loaded.ok) return refuse('structure_changed', loaded.because);
  const { $ } = loaded;
  $(SURROUNDINGS).remove();
  const main = MAIN.map((selector) => $(selector).first()).find((element) => element.text().trim() !== '');
  if (main === undefined) return refuse('structure_changed', 'the page has no main content');
  return { ok: true, $, main, title: oneLine(main.find('h1').first().text() || $('title').first().text()) };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim().slice(0, 300);
}
