import { compactText, type ReadOutcome } from '#domain';
import { openPage } from '../passages/open-page.ts';
import { type Passage, passageHash } from '../passages/passage.ts';
import { watchedReading } from '../passages/watched-document.ts';
import type { CapturedBytes, Source } from '../source.ts';

const MOST_LINKS = 1_500;
const HEADINGS = 'h1, h2, h3, h4, h5, dt, caption';
const LINES = 'li, p, td, th, dd, div';

const words = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Links of the main content in order, each with the line and the heading it stands under. */
function linksIn(page: Extract<ReturnType<typeof openPage>, { ok: true }>, pageUrl: string) {
  const { $, main } = page;
  let heading = '';
  const links: { readonly label: string; readonly text: string; readonly address: string }[] = [];
  for (const element of main.find(`${HEADINGS}, a[href]`).toArray()) {
    const own = $(element);
    if (!own.is('a')) {
      heading = words(own.text()).slice(0, 120);
      if (!own.is('dt, caption')) continue;
    }
    const href = own.is('a') ? (own.attr('href') ?? '') : '';
    const url = href !== '' && URL.canParse(href, pageUrl) ? new URL(href, pageUrl) : undefined;
    if (url === undefined || !/^https?:$/.test(url.protocol) || links.length >= MOST_LINKS) continue;
    const text = words(own.text()) || words(own.find('img').attr('alt') ?? '');
    const line = words(own.closest(LINES).text());
    // `PDF` alone names nothing: the line it stands in does. A box of many links names none of them.
    const name = text.length < 8 && line.length <= 160 ? line : text;
    const samePage = `${url.origin}${url.pathname}` === pageUrl.split('#')[0];
    if (name === '' || samePage) continue;
    links.push({ label: `${heading} › ${name}`, text: name, address: `${url.origin}${url.pathname}${url.search}` });
  }
  return links;
}

/**
 * Reads a page of METI that is an index: which law, file or measure it links under which name. A file of a new edition under the
 * old name, a name that came and a name that went are changes; where a name stands on the page is none.
 */
export function readIndex(source: Source, capture: CapturedBytes): ReadOutcome {
  const page = openPage(capture);
  if (!page.ok) return page.outcome;
  const times = new Map<string, number>();
  const passages = linksIn(page, capture.url).map(({ label, text, address }): Passage => {
    const key = compactText(label);
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return {
      label: time === 1 ? label : `${label} (${time})`,
      hash: passageHash(address),
      text: `${text} ${address}`,
      locator: `link under ${label.split(' › ')[0] || 'no heading'}`,
    };
  });
  if (passages.length === 0) return { kind: 'structure_changed', because: 'the main contents link nothing' };
  const facts = {
    documentId: new URL(capture.url).pathname,
    title: page.title || source.title,
    url: capture.url,
    documentType: '関係法令・資料の一覧',
    agencies: ['経済産業省'],
  };
  return watchedReading(facts, passages);
}
