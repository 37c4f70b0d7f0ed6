import { linksOfPage } from '../linked-files/links-of-page.ts';
import type { CapturedBytes, CaptureRequest, Source, SourceFamily } from '../source.ts';
import { readLinkedFile } from './read-file.ts';

const HEADERS = { 'Accept-Language': 'ja' };
/** The log prints its newest entries first; files of old ones are no longer touched. */
const MOST_FILES = 60;

function filesOf(request: CaptureRequest, page: CapturedBytes): readonly CaptureRequest[] {
  if (request.purpose !== 'probe') return [];
  const urls = linksOfPage(page)
    .map(({ url }) => url)
    .filter(({ pathname }) => /\/policy\/anpo\/.*\.pdf$/i.test(pathname))
    .map(({ origin, pathname }) => `${origin}${pathname}`);
  return [...new Set(urls)]
    .slice(0, MOST_FILES)
    .map((url) => ({ url, headers: HEADERS, accept: ['application/pdf'], purpose: 'capture' }));
}

/**
 * The PDFs behind the amendment log of METI's security trade control pages. A corrected file takes the place of the old one
 * under the same address, which the page itself does not always say.
 */
export const metiFiles: SourceFamily = {
  family: 'meti-files',
  plan: (source: Source) => [{ url: source.url, headers: HEADERS, accept: ['text/html'], purpose: 'probe' }],
  follow: (_source, request, answer) => filesOf(request, answer),
  read: (_source, capture) => readLinkedFile(capture),
  link: (source) => source.link,
};
