import type { FetchRequest, Validators } from './fetch-outcome.ts';

/** Response headers as undici gives them. */
export type ResponseHeaders = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Headers that the fetcher alone decides. */
const OURS = new Set([
  'accept',
  'accept-encoding',
  'connection',
  'content-length',
  'host',
  'if-modified-since',
  'if-none-match',
  'transfer-encoding',
  'user-agent',
]);
const KEPT = [
  'age',
  'cache-control',
  'content-disposition',
  'content-encoding',
  'content-language',
  'content-length',
  'date',
  'etag',
  'expires',
  'last-modified',
  'server',
];
const MAX_HEADER_CHARS = 512;
const PRINTABLE = /^[\x20-\x7e]{1,512}$/;

/** The first value of a header; undefined when absent. Its length is bounded by the HTTP parser (16 KiB in all). */
export function headerOf(headers: ResponseHeaders, name: string): string | undefined {
  const value = headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** What is kept beside a capture as its HTTP provenance; values are cut at 512 characters. */
export function headersSubset(headers: ResponseHeaders): Readonly<Record<string, string>> {
  const kept = KEPT.map((name) => [name, headerOf(headers, name)?.slice(0, MAX_HEADER_CHARS)] as const);
  return Object.fromEntries(kept.filter((entry): entry is readonly [string, string] => entry[1] !== undefined));
}

/** ETag and Last-Modified as received. One that could not be sent back in a header is left out. */
export function validatorsOf(headers: ResponseHeaders): Validators {
  const etag = headers.etag;
  const lastModified = headers['last-modified'];
  return {
    ...(isSendable(etag) ? { etag } : {}),
    ...(isSendable(lastModified) ? { lastModified } : {}),
  };
}

/**
 * Headers of a GET. `Accept-Encoding` is gzip alone: eCFR answers 406 to anything less and no publisher needs more.
 * Both validators are sent; a server that knows ETags ignores the date. Source: RFC 9110 section 13.1.3.
 */
export function requestHeaders(
  request: FetchRequest,
  userAgent: string,
  isSameOrigin: boolean,
): Readonly<Record<string, string>> {
  const { etag, lastModified } = request.validators ?? {};
  return {
    ...(isSameOrigin ? callerHeaders(request.headers) : {}),
    accept: [...request.accept, '*/*;q=0.1'].join(', '),
    'accept-encoding': 'gzip',
    'user-agent': userAgent,
    ...(isSendable(etag) ? { 'if-none-match': etag } : {}),
    ...(isSendable(lastModified) ? { 'if-modified-since': lastModified } : {}),
  };
}

/** Lower-case names, without those that are ours to set. */
export function callerHeaders(headers: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
  const kept: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    if (!OURS.has(lower)) kept[lower] = value;
  }
  return kept;
}

function isSendable(value: string | readonly string[] | undefined): value is string {
  return typeof value === 'string' && PRINTABLE.test(value);
}
