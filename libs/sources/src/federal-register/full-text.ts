import type { ReadOutcome, RegulatoryDocument } from '#domain';
import { numberOf, toIssueDocument } from '../federal-register-issue/issue-document.ts';
import { loadXml } from '../markup/index.ts';
import { isDocumentNumber } from './document-number.ts';

const DOCUMENTS = 'RULE, PRORULE, NOTICE, PRESDOCU';
/** The day stands in the address alone: `.../full_text/xml/2024/02/27/2024-03674.xml`. */
const ADDRESS = /\/full_text\/xml\/(\d{4})\/(\d{2})\/(\d{2})\/([\w-]+)\.xml/;
/** Volume 1 appeared in 1936 (44 U.S.C. 1504). */
const VOLUME_ZERO = 1935;

const held = (because: string): ReadOutcome => ({ kind: 'structure_changed', because });

/** True for the address of a document's full text. */
export function isFullTextUrl(url: string): boolean {
  return ADDRESS.test(url);
}

/**
 * Reads the full text of one document (`full_text_xml_url`), the same markup as in a daily issue: the act with its instructions
 * and what they order. XML cut short is `implausible`; another document than the address names is `structure_changed`.
 */
export function readFullText(body: string, url: string): ReadOutcome {
  const [, year = '', month, day, number = ''] = ADDRESS.exec(url) ?? [];
  const loaded = loadXml(body.replace(/^\uFEFF/, ''));
  if (!loaded.ok) return { kind: 'implausible', because: loaded.because };
  const { $ } = loaded;
  const [element] = $(DOCUMENTS).toArray();
  if (element === undefined) return held('the full text holds no document');
  const printed = numberOf($, $(element)) ?? number;
  if (!isDocumentNumber(printed)) return held('the full text bears no document number');
  if (printed !== number) return held(`the full text of ${number} is that of ${printed}`);
  const page = $(element).find('PRTPAGE').first().attr('P');
  const place = {
    publishedOn: `${year}-${month}-${day}`,
    volume: String(Number(year) - VOLUME_ZERO),
    page,
    contents: undefined,
  };
  const document: RegulatoryDocument = toIssueDocument($, element, printed, place);
  return { kind: 'read', reading: { kind: 'documents', documents: [document], newestOn: place.publishedOn } };
}
