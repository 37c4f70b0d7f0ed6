import type { ReadOutcome, RegulatoryDocument } from '#domain';
import { linksOfPage } from '../linked-files/links-of-page.ts';
import { openPage } from '../passages/open-page.ts';
import type { CapturedBytes } from '../source.ts';
import { pressIdOf } from './press-id.ts';

/** One page holds about a year of releases. */
const MOST_RELEASES = 1_000;

function toDocument(link: { readonly url: string; readonly text: string }, at: number): RegulatoryDocument[] {
  const press = pressIdOf(link.url);
  if (press === undefined || link.text === '') return [];
  return [
    {
      documentId: press.id,
      title: link.text,
      url: link.url,
      publishedOn: press.on,
      documentType: 'ニュースリリース',
      agencies: ['経済産業省'],
      cfr: [],
      rins: [],
      dockets: [],
      details: {},
      locator: `release ${at + 1}`,
      quote: link.text,
    },
  ];
}

/**
 * Reads a category page of METI's press releases. Its feed has stood still for months; this page shows the same releases by
 * another way. A release is known by the eleven digits of its address, whose first eight are its day.
 */
export function readPressList(capture: CapturedBytes): ReadOutcome {
  const page = openPage(capture);
  if (!page.ok) return page.outcome;
  if (!/ニュースリリース/.test(page.$.root().text()))
    return { kind: 'structure_changed', because: 'the page is no list of ニュースリリース' };
  const links = linksOfPage(capture).map(({ url, text }) => ({
    url: `${url.origin}${url.pathname}`,
    text: text.replace(/\s+/g, ' ').trim(),
  }));
  const documents = new Map<string, RegulatoryDocument>();
  for (const [at, link] of links.entries()) {
    for (const document of toDocument(link, at)) {
      if (documents.size < MOST_RELEASES && !documents.has(document.documentId))
        documents.set(document.documentId, document);
    }
  }
  if (documents.size === 0) return { kind: 'structure_changed', because: 'the page links no release' };
  const newestOn = [...documents.values()]
    .flatMap(({ publishedOn }) => publishedOn ?? [])
    .sort()
    .at(-1);
  return {
    kind: 'read',
    reading: { kind: 'documents', documents: [...documents.values()], ...(newestOn ? { newestOn } : {}) },
  };
}
