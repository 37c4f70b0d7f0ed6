import type { ReadOutcome, RegulatoryDocument } from '#domain';
import { findEnglishDates } from '#time';
import { isDocumentNumber } from '../federal-register/document-number.ts';
import { type CheerioAPI, decodeText, loadXml, looksBlocked } from '../markup/index.ts';
import type { CapturedBytes, Source } from '../source.ts';
import { contentsOf } from './issue-contents.ts';
import { numberOf, toIssueDocument } from './issue-document.ts';
import { lineOf } from './issue-text.ts';
import { isWatched } from './watched-documents.ts';

/** Share of the documents named in the contents that may be missing in the body: corrections stand elsewhere. */
const MAX_MISSING_SHARE = 0.05;

const changed = (because: string): ReadOutcome => ({ kind: 'structure_changed', because });
const implausible = (because: string): ReadOutcome => ({ kind: 'implausible', because });

/**
 * Reads one daily issue (root `FEDREG`): the documents of the watched agencies and CFR parts. XML cut short, and an issue that
 * lacks documents its own contents name, are `implausible`; another root is `structure_changed`. Never throws.
 */
export function readIssue(source: Source, capture: CapturedBytes): ReadOutcome {
  const decoded = decodeText(capture.bytes, capture.mediaType);
  if (!decoded.ok) return changed(decoded.because);
  if (!/^\s*(?:<\?xml[^>]{0,200}>\s*)?<FEDREG\b/.test(decoded.text)) {
    return decoded.text.trim() === ''
      ? implausible('the file is empty')
      : changed(looksBlocked(decoded.text) ?? 'not an issue of the Federal Register');
  }
  const loaded = loadXml(decoded.text);
  if (!loaded.ok) return implausible(loaded.because);
  const { $ } = loaded;
  const publishedOn = findEnglishDates(lineOf($, $('FEDREG > DATE').first()))[0]?.on;
  if (publishedOn === undefined) return changed('the issue bears no date');
  const found = documentsOf($, publishedOn);
  if (typeof found === 'string') return changed(found);
  const named = [...contentsOf($).keys()];
  if (named.length === 0) return changed('the issue has no contents');
  const missing = named.filter((number) => !found.has(number));
  if (missing.length > MAX_MISSING_SHARE * named.length) {
    return implausible(`${missing.length} of the ${named.length} documents of the contents are missing`);
  }
  const documents = [...found.values()].filter(isWatched(source));
  return { kind: 'read', reading: { kind: 'documents', documents, newestOn: publishedOn } };
}

/** All documents by number, each with the page on which it begins; or what is wrong with one of them. */
function documentsOf($: CheerioAPI, publishedOn: string): ReadonlyMap<string, RegulatoryDocument> | string {
  const contents = contentsOf($);
  const volume = /\d+/.exec(lineOf($, $('FEDREG > VOL').first()))?.[0] ?? '';
  const found = new Map<string, RegulatoryDocument>();
  let page: string | undefined;
  for (const element of $('PRTPAGE, RULE, PRORULE, NOTICE, PRESDOCU').toArray()) {
    if (element.name === 'PRTPAGE') {
      page = $(element).attr('P') ?? page;
      continue;
    }
    const number = numberOf($, $(element));
    if (number === undefined || !isDocumentNumber(number)) return `a ${element.name} without a document number`;
    const first = $(element).find('PREAMB > PRTPAGE:first-child, TITLE3 ~ PRES PRTPAGE').first().attr('P');
    const place = { publishedOn, volume, page: first ?? page, contents: contents.get(number) };
    found.set(number, toIssueDocument($, element, number, place));
  }
  return found;
}
