import type { ReadOutcome, RegulatoryDocument } from '#domain';
import type { CapturedBytes } from '../source.ts';
import { toRegulatoryDocument } from './document.ts';
import { isFullTextUrl, readFullText } from './full-text.ts';
import { readAnswer, WireDocument } from './wire.ts';

/** Largest page the API can be asked for; a body with more documents is not its own. */
const MAX_DOCUMENTS = 2_000;
const ACCESS_PAGE = /unblock\.federalregister\.gov|Federal Register\s*::\s*Request Access/i;

function held(because: string, locator?: string): ReadOutcome {
  return { kind: 'structure_changed', because, ...(locator === undefined ? {} : { locator }) };
}

/**
 * Reads a search page, a batch, a single document or a public-inspection list of federalregister.gov API v1.
 * A refused query (HTTP 400 body), the `Request Access` page, a cut-off body and a document without a number are
 * `structure_changed`: none of them may read as "nothing was published".
 */
export function readFederalRegister(capture: CapturedBytes): ReadOutcome {
  const body = new TextDecoder('utf-8').decode(capture.bytes);
  if (ACCESS_PAGE.test(capture.url) || ACCESS_PAGE.test(body.slice(0, 4_000))) {
    return held('the publisher asks for a person: the Request Access page was served');
  }
  if (isFullTextUrl(capture.url)) return readFullText(body, capture.url);
  const answer = readAnswer(body);
  if (answer.kind === 'refused') return held(`the publisher refused the query: ${answer.because}`);
  if (answer.kind === 'unknown') return held(answer.because);
  if (answer.documents.length > MAX_DOCUMENTS) return held('more documents than the publisher serves at once');
  if (answer.count > 0 && answer.documents.length === 0) {
    return { kind: 'implausible', because: `the page counts ${answer.count} documents and holds none` };
  }
  if (answer.count > answer.documents.length && answer.nextPageUrl === undefined && isFirstPage(capture.url)) {
    const because = `the page counts ${answer.count} documents, holds ${answer.documents.length} and names no next page`;
    return { kind: 'implausible', because };
  }
  return readDocuments(answer.documents);
}

/** Only the first page of a search can be held against its count: later ones hold the rest. */
function isFirstPage(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { searchParams } = new URL(url);
  return searchParams.has('per_page') && !searchParams.has('page') && !searchParams.has('search_after_cursor');
}

function readDocuments(found: readonly { locator: string; raw: unknown }[]): ReadOutcome {
  const documents = new Map<string, RegulatoryDocument>();
  for (const { locator, raw } of found) {
    const parsed = WireDocument.safeParse(raw);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return held(
        `a document of another shape: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
        locator,
      );
    }
    const document = toRegulatoryDocument(parsed.data, locator);
    if (!documents.has(document.documentId)) documents.set(document.documentId, document);
  }
  const newestOn = [...documents.values()]
    .flatMap(({ publishedOn }) => publishedOn ?? [])
    .sort()
    .at(-1);
  return {
    kind: 'read',
    reading: { kind: 'documents', documents: [...documents.values()], ...(newestOn ? { newestOn } : {}) },
  };
}
