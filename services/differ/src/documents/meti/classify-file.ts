import { type ChangeDraft, digestOf, type RegulatoryDocument } from '#domain';
import type { Classification, Meaning } from '../classification.ts';
import { isJsonObject } from '../json-object.ts';
import { instrumentOfTitle } from './instrument-of-title.ts';

/** A file behind the amendment log: known from when it is first seen, told by the log itself. */
export function classifyLinkedFile(document: RegulatoryDocument, instrumentId: string): Classification {
  const main: Meaning = {
    type: 'document.published',
    instrumentId: instrumentOfTitle(document.title) ?? instrumentId,
    stage: 'guidance',
    direction: 'unknown',
    dates: {},
    lineage: {},
    facts: { title: document.title, url: document.url },
    quotes: [{ side: 'after', locator: document.locator, quote: document.quote }],
    alerting: false,
  };
  return { kind: 'relevant', main, further: [] };
}

interface Page {
  readonly number: number;
  readonly hash: string;
  readonly text: string;
}

function pagesOf({ details }: RegulatoryDocument): readonly Page[] {
  const { pages } = details;
  if (!Array.isArray(pages)) return [];
  return pages.flatMap((page, at) => {
    if (!isJsonObject(page) || typeof page.hash !== 'string') return [];
    return [{ number: at + 1, hash: page.hash, text: typeof page.text === 'string' ? page.text : '' }];
  });
}

/** Pages whose words the other copy has on no page; a page that only moved is none. */
function pagesMissingIn(pages: readonly Page[], other: readonly Page[]): readonly Page[] {
  const known = new Set(other.map(({ hash }) => hash));
  return pages.filter(({ hash }) => !known.has(hash));
}

/** A file replaced by another under the same address: which of its pages say something else. */
export function replacedFileDraft(
  before: RegulatoryDocument,
  { document, meaning }: { readonly document: RegulatoryDocument; readonly meaning: Meaning },
): ChangeDraft | undefined {
  const [old, now] = [pagesOf(before), pagesOf(document)];
  if (old.length === 0 || now.length === 0) return undefined;
  const [came, went] = [pagesMissingIn(now, old), pagesMissingIn(old, now)];
  if (came.length === 0 && went.length === 0) return undefined;
  const [first] = came;
  const numbers = (pages: readonly Page[]) => pages.map(({ number }) => number);
  return {
    type: 'guidance.changed',
    subject: {
      kind: 'document',
      key: `${document.documentId} ${digestOf(...now.map(({ hash }) => hash))}`,
      label: document.title,
    },
    direction: 'unknown',
    quotes: first?.text
      ? [{ side: 'after', locator: `page ${first.number}`, quote: first.text }]
      : [{ side: 'after', locator: document.locator, quote: document.quote }],
    before: { pages: numbers(went), text: went[0]?.text ?? '' },
    after: { pages: numbers(came), text: first?.text ?? '', title: document.title, url: document.url },
    instrumentId: meaning.instrumentId,
    stage: meaning.stage,
    dates: meaning.dates,
    officialUrl: document.url,
  };
}
