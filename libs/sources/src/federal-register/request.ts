import type { CapturedBytes, CaptureRequest, Source } from '../source.ts';
import { agencyListUrl, slugsOf } from './agencies.ts';
import { isFullTextUrl } from './full-text.ts';
import { fullTextsOf } from './full-text-request.ts';
import { splitWindow, type Window, windowBefore } from './window.ts';
import { readAnswer } from './wire.ts';

/** Largest page that is not silently turned into one of 20. */
const PER_PAGE = 1000;
/** The API counts no further than this; an answer that reaches it may be cut. */
const COUNT_CAP = 10_000;
/** Pages beyond the fiftieth are silently answered with the first. */
const MAX_PAGE = 50;
const DEFAULT_WINDOW_DAYS = 14;

/** `effective_on`, `dates`, `action` and the CFR parts come only when asked for by name. */
const FIELDS = [
  'abstract',
  'action',
  'agencies',
  'cfr_references',
  'citation',
  'comments_close_on',
  'correction_of',
  'dates',
  'docket_ids',
  'document_number',
  'effective_on',
  'executive_order_number',
  'full_text_xml_url',
  'html_url',
  'pdf_url',
  'publication_date',
  'raw_text_url',
  'regulation_id_numbers',
  'signing_date',
  'significant',
  'subtype',
  'title',
  'topics',
  'type',
];

const ACCEPT = ['application/json'];

export function listParam(source: Source, name: string): readonly string[] {
  const value = source.params[name];
  if (value === undefined) return [];
  return typeof value === 'object' ? value : [String(value)];
}

/** One query: documents of an agency by its slug, of a CFR part written `15/744`, or of a type (`PRESDOCU`). */
type Scope = { readonly agency: string } | { readonly cfr: string } | { readonly type: string };

function conditions(scope: Scope): readonly [string, string][] {
  if ('agency' in scope) return [['conditions[agencies][]', scope.agency]];
  if ('type' in scope) return [['conditions[type][]', scope.type]];
  const [title = '', part = ''] = scope.cfr.split('/');
  return [
    ['conditions[cfr][title]', title],
    ['conditions[cfr][part]', part],
  ];
}

function searchUrl(base: string, terms: readonly [string, string][], window: Window): string {
  const url = new URL(base);
  for (const [name, value] of terms) url.searchParams.append(name, value);
  url.searchParams.set('conditions[publication_date][gte]', window.from);
  if (window.to !== undefined) url.searchParams.set('conditions[publication_date][lte]', window.to);
  for (const field of FIELDS) url.searchParams.append('fields[]', field);
  url.searchParams.set('order', 'newest');
  url.searchParams.set('per_page', String(PER_PAGE));
  return url.href;
}

function searches(source: Source, scopes: readonly Scope[], now: Date): readonly CaptureRequest[] {
  const days = Number(source.params.windowDays ?? DEFAULT_WINDOW_DAYS);
  const window = windowBefore(now, Number.isFinite(days) && days > 0 ? days : DEFAULT_WINDOW_DAYS);
  return scopes.map((scope) => ({
    url: searchUrl(source.url, conditions(scope), window),
    accept: ACCEPT,
    purpose: 'capture',
    apart: 'counts',
  }));
}

/**
 * One query for each CFR part and document type that the source names, and first the list of agencies: a slug that is not in it
 * would refuse its query. Free-text terms behave as AND and lose documents, so none is asked. Each query fails alone.
 */
export function planSearch(source: Source, now: Date): readonly CaptureRequest[] {
  const scopes: readonly Scope[] = [
    ...listParam(source, 'cfr').map((cfr) => ({ cfr })),
    ...listParam(source, 'types').map((type) => ({ type })),
  ];
  const agencies = listParam(source, 'agencies').length === 0 ? [] : [agencyList(source)];
  return [...agencies, ...searches(source, scopes, now)];
}

function agencyList(source: Source): CaptureRequest {
  return { url: agencyListUrl(source), accept: ACCEPT, purpose: 'probe', apart: 'counts' };
}

/**
 * The queries by agency, once the list of agencies is at hand. A slug that the publisher does not know is asked for by its own
 * address, which answers 404: it is told to an operator and watched by nobody, and the other agencies are watched.
 */
function followAgencies(source: Source, answer: CapturedBytes, now: Date): readonly CaptureRequest[] {
  const slugs = listParam(source, 'agencies');
  const known = slugsOf(new TextDecoder('utf-8').decode(answer.bytes));
  const unknown = known === undefined ? [] : slugs.filter((slug) => !known.has(slug));
  const asked = slugs.filter((slug) => !unknown.includes(slug)).map((agency) => ({ agency }));
  const refused = unknown.map(
    (slug): CaptureRequest => ({
      url: new URL(`agencies/${encodeURIComponent(slug)}.json`, source.url).href,
      accept: ACCEPT,
      purpose: 'probe',
      apart: 'counts',
    }),
  );
  return [...searches(source, asked, now), ...refused];
}

/** What follows from an answer: the queries by agency from their list, the next page and the full texts from a page. */
export function followFederalRegister(
  source: Source,
  request: CaptureRequest,
  answer: CapturedBytes,
  now: Date,
): readonly CaptureRequest[] {
  if (request.url === agencyListUrl(source)) return followAgencies(source, answer, now);
  if (request.purpose === 'probe' || isFullTextUrl(request.url)) return [];
  return [...fullTextsOf(source, answer, now), ...followSearch(request, answer, now)];
}

/**
 * What follows from a search page: two halves of its window when the count has reached the cap, otherwise the next page
 * by the address the publisher gives, unchanged (it carries a cursor).
 */
export function followSearch(request: CaptureRequest, answer: CapturedBytes, now: Date): readonly CaptureRequest[] {
  const page = readAnswer(new TextDecoder('utf-8').decode(answer.bytes));
  if (page.kind !== 'page' || !URL.canParse(request.url)) return [];
  if (page.count >= COUNT_CAP) {
    const halves = splitRequest(request.url, now);
    if (halves.length > 0) return halves.map((url) => ({ ...request, url }));
  }
  const next = page.nextPageUrl;
  return next !== undefined && leadsOn(request.url, next) ? [{ ...request, url: next }] : [];
}

function splitRequest(requested: string, now: Date): readonly string[] {
  const url = new URL(requested);
  const from = url.searchParams.get('conditions[publication_date][gte]');
  if (from === null || url.searchParams.has('search_after_cursor')) return [];
  const to = url.searchParams.get('conditions[publication_date][lte]') ?? undefined;
  return splitWindow({ from, ...(to === undefined ? {} : { to }) }, now).map((half) => {
    const split = new URL(requested);
    split.searchParams.set('conditions[publication_date][gte]', half.from);
    if (half.to === undefined) split.searchParams.delete('conditions[publication_date][lte]');
    else split.searchParams.set('conditions[publication_date][lte]', half.to);
    return split.href;
  });
}

/** A next page must be another address of the same host, further on by its cursor, else by a page the API really turns to. */
function leadsOn(current: string, next: string): boolean {
  if (!URL.canParse(next)) return false;
  const [here, there] = [new URL(current), new URL(next)];
  if (there.protocol !== 'https:' || there.hostname !== here.hostname) return false;
  const cursor = there.searchParams.get('search_after_cursor');
  if (cursor !== null) return cursor !== here.searchParams.get('search_after_cursor');
  const page = Number(there.searchParams.get('page') ?? 1);
  return page > Number(here.searchParams.get('page') ?? 1) && page <= MAX_PAGE;
}

/** The whole list of documents on public inspection; the API has no narrower address that carries all agencies. */
export function planPublicInspection(source: Source): readonly CaptureRequest[] {
  return [{ url: source.url, accept: ACCEPT, purpose: 'capture' }];
}
