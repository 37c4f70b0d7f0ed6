import { compactText, type ReadOutcome, type RegulatoryDocument } from '#domain';
import { type FeedEntry, parseFeed } from '../feed/parse-feed.ts';
import { decodeText, looksBlocked } from '../markup/index.ts';
import type { CapturedBytes } from '../source.ts';
import { type NoticeTerms, noticeTermsOf } from './notice-terms.ts';

/** Which of the two lists: what is open for comments, or what came of it. */
export type CommentList = 'open' | 'results';

const HOST = /^https?:\/\/public-comment\.e-gov\.go\.jp\//;

/** Type of the documents in the list of results. Source: 行政手続法 第四十三条. */
const RESULT = '結果の公示';

interface Case {
  readonly entry: FeedEntry;
  readonly url: string;
  readonly terms: NoticeTerms;
}

function caseOf(entry: FeedEntry): Case | undefined {
  const { link } = entry;
  if (link === undefined || !HOST.test(link) || !URL.canParse(link)) return undefined;
  return { entry, url: link, terms: noticeTermsOf(entry.summary ?? '') };
}

/** The case's number in the address; `ID` and `id` were both served. */
function caseNumber(url: string): string | undefined {
  const query = new URL(url).searchParams;
  return query.get('id') ?? query.get('ID') ?? undefined;
}

function toDocument({ entry, url, terms }: Case, categories: readonly string[], list: CommentList): RegulatoryDocument {
  const { closesOn, closesRaw, category, contact } = terms;
  const publishedOn = list === 'results' ? (terms.resultOn ?? terms.publishedOn) : terms.publishedOn;
  const id = caseNumber(url);
  const isWatched = categories.some((one) => compactText(one) === compactText(category ?? ''));
  return {
    documentId: id ?? url,
    title: entry.title,
    url,
    ...(publishedOn ? { publishedOn } : {}),
    documentType: list === 'results' ? RESULT : '意見募集',
    ...(closesOn ? { commentsCloseOn: closesOn } : {}),
    agencies: contact === undefined ? [] : [contact],
    cfr: [],
    rins: [],
    dockets: [],
    details: {
      ...(id === undefined ? {} : { id }),
      ...(category === undefined ? {} : { category }),
      ...(closesRaw === undefined ? {} : { commentCloseRaw: closesRaw }),
      isWatched,
    },
    locator: entry.locator,
    quote: entry.title,
  };
}

function textOf(capture: CapturedBytes): string | undefined {
  const decoded = decodeText(capture.bytes, capture.mediaType);
  return decoded.ok ? decoded.text : undefined;
}

/**
 * Reads the list of open public comments of e-Gov (意見公募, 行政手続法 第三十九条) or that of their results, an RSS 1.0 feed without
 * dates of its own: days stand in the description. Cases of other categories are read too and marked, so that what is left
 * out is counted and not lost.
 * @param categories categories watched: `外国為替・貿易`
 */
export async function readPublicComments(
  capture: CapturedBytes,
  categories: readonly string[],
  list: CommentList = 'open',
): Promise<ReadOutcome> {
  const text = textOf(capture);
  if (text === undefined) return { kind: 'structure_changed', because: 'the bytes are no text of their charset' };
  const blocked = looksBlocked(text);
  if (blocked !== undefined) return { kind: 'structure_changed', because: blocked };
  if (!/<\/rdf:RDF>\s*$/.test(text.slice(-500)) && /<rdf:RDF/.test(text)) {
    return { kind: 'implausible', because: 'the feed ends before its last tag' };
  }
  const feed = await parseFeed(text);
  if (!feed.ok) return { kind: 'structure_changed', because: feed.because };
  if (feed.entries.length === 0) return { kind: 'implausible', because: 'the feed has no entries' };
  const cases = feed.entries.flatMap((entry) => caseOf(entry) ?? []);
  if (cases.length < feed.entries.length) {
    return { kind: 'structure_changed', because: 'an entry leads to no page of public comments' };
  }
  const dayOf = ({ closesOn, resultOn, publishedOn }: NoticeTerms) =>
    list === 'results' ? (resultOn ?? publishedOn) : closesOn;
  if (cases.every(({ terms }) => terms.category === undefined || dayOf(terms) === undefined)) {
    return { kind: 'structure_changed', because: 'no entry names its category and its day' };
  }
  const documents = cases.map((one) => toDocument(one, categories, list));
  const newestOn = documents
    .flatMap(({ publishedOn }) => publishedOn ?? [])
    .sort()
    .at(-1);
  const distinct = [...new Map(documents.map((document) => [document.documentId, document])).values()];
  return { kind: 'read', reading: { kind: 'documents', documents: distinct, ...(newestOn ? { newestOn } : {}) } };
}
