import type { ReadOutcome } from '#domain';
import { openPage } from '../passages/open-page.ts';
import { linesOfPage, pagePassages } from '../passages/page-passages.ts';
import { passageHash, passageOf } from '../passages/passage.ts';
import { watchedReading } from '../passages/watched-document.ts';
import type { CapturedBytes, Source } from '../source.ts';
import { sitemapOf } from './request.ts';

const AGENCIES = ['Commerce Department', 'Industry and Security Bureau'];
/** A page of guidance says more than this; what says less has lost its words. */
const LEAST_CHARS = 120;

/** Reads the sitemap of the Bureau as an index, or one of its pages as a document. Never throws. */
export function readBisPage(source: Source, capture: CapturedBytes): ReadOutcome {
  return capture.url === source.url || /\/sitemap[^/]*\.xml$/.test(capture.url)
    ? readSitemap(capture)
    : readPage(capture);
}

/** The index: a page that leaves it was withdrawn by the Bureau itself, whatever its address answers. */
function readSitemap(capture: CapturedBytes): ReadOutcome {
  const sitemap = sitemapOf(capture);
  if (!sitemap.ok) return { kind: sitemap.isCutShort ? 'implausible' : 'structure_changed', because: sitemap.because };
  if (sitemap.pages.length === 0) {
    const kind = sitemap.urls === 0 ? 'implausible' : 'structure_changed';
    return { kind, because: `${sitemap.urls} addresses, none of guidance` };
  }
  const facts = {
    documentId: 'sitemap',
    title: 'Pages of the Bureau of Industry and Security',
    url: capture.url,
    documentType: 'index of guidance',
    agencies: AGENCIES,
  };
  // The host is no part of a page: the Bureau has moved its pages from one to another whole.
  const passages = sitemap.pages.map(({ url, path }) => ({
    ...passageOf(url, `sitemap ${path}`, path),
    hash: passageHash(path),
  }));
  return watchedReading(facts, passages);
}

function readPage(capture: CapturedBytes): ReadOutcome {
  const page = openPage(capture);
  if (!page.ok) return page.outcome;
  const lines = linesOfPage(page.$, page.main);
  if (lines.join(' ').length < LEAST_CHARS) return { kind: 'implausible', because: 'the page says next to nothing' };
  const path = new URL(capture.url).pathname.replace(/\/+$/, '');
  const facts = {
    documentId: path,
    title: page.title || path,
    url: capture.url,
    documentType: 'guidance page',
    agencies: AGENCIES,
  };
  return watchedReading(facts, pagePassages(lines));
}
