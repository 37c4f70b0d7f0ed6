import { decodeText, loadHtml } from '../markup/index.ts';
import type { CapturedBytes, CaptureRequest, Source } from '../source.ts';

const PAGE = ['text/html', 'application/xhtml+xml'];
const FILE = [
  'text/csv',
  'text/plain',
  'text/tab-separated-values',
  'application/vnd.ms-excel',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/octet-stream',
];
/** Hosts on which the Bureau has published the file. */
const OWN_HOST = /(?:^|\.)bis\.(?:doc\.)?gov$/;
const FILE_NAME = /\/(?:dpl|denied[-_]?persons)[^/]*\.(?:csv|tsv|txt|xlsx)$/i;

/** First asks for the page of the list: only its link names the file of the day. */
export function planPage(source: Source): readonly CaptureRequest[] {
  return [{ url: source.url, accept: PAGE, purpose: 'probe' }];
}

/**
 * Asks for the file that the page links to. A page without such a link is captured itself, so that its changed shape is
 * told and never passes for a quiet day.
 */
export function followPage(_source: Source, request: CaptureRequest, answer: CapturedBytes): readonly CaptureRequest[] {
  if (request.purpose !== 'probe') return [];
  const url = fileLinkOf(answer);
  return [url === undefined ? { ...request, purpose: 'capture' } : { url, accept: FILE, purpose: 'capture' }];
}

/** Address of the list's file: the link that says `Export as CSV`, else one to a file so named. */
function fileLinkOf(page: CapturedBytes): string | undefined {
  const decoded = decodeText(page.bytes, page.mediaType);
  const loaded = decoded.ok ? loadHtml(decoded.text) : undefined;
  if (!loaded?.ok) return undefined;
  const { $ } = loaded;
  const links = $('a[href]')
    .toArray()
    .flatMap((link) => {
      const url = ownUrl($(link).attr('href') ?? '', page.url);
      return url === undefined ? [] : [{ url, saysCsv: /export\s+as\s+csv/i.test($(link).text()) }];
    });
  const isFile = ({ url }: { readonly url: string }) => FILE_NAME.test(new URL(url).pathname);
  const named = links.find((link) => link.saysCsv && isFile(link)) ?? links.find(({ saysCsv }) => saysCsv);
  return (named ?? links.find(isFile))?.url;
}

function ownUrl(href: string, base: string): string | undefined {
  if (!URL.canParse(href, base)) return undefined;
  const url = new URL(href, base);
  return url.protocol === 'https:' && OWN_HOST.test(url.hostname) ? url.href : undefined;
}
