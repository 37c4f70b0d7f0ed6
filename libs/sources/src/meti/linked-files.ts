import { linksOfPage } from '../linked-files/links-of-page.ts';
import type { CapturedBytes, CaptureRequest, Source, SourceFamily } from '../source.ts';
import { fileNameOf, readWatchedFile } from '../watched-file/read-file.ts';

const HEADERS = { 'Accept-Language': 'ja' };
/** The log prints its newest entries first; files of old ones are no longer touched. */
const MOST_FILES = 60;

const WORKBOOK = ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'application/octet-stream'];

function acceptedOf(url: string): readonly string[] {
  return /\.xlsx$/i.test(url) ? WORKBOOK : ['application/pdf'];
}

function filesOf(request: CaptureRequest, page: CapturedBytes): readonly CaptureRequest[] {
  if (request.purpose !== 'probe') return [];
  const urls = linksOfPage(page)
    .map(({ url }) => url)
    .filter(({ pathname }) => /\/policy\/(?:anpo|external_economy)\/.*\.(?:pdf|xlsx)$/i.test(pathname))
    .map(({ origin, pathname }) => `${origin}${pathname}`);
  const files = [...new Set(urls)].slice(0, MOST_FILES);
  // A page that links no file any more is read as one, so that its changed shape is told.
  if (files.length === 0) return [{ url: request.url, headers: HEADERS, accept: ['text/html'], purpose: 'capture' }];
  return files.map((url) => ({ url, headers: HEADERS, accept: acceptedOf(url), purpose: 'capture', apart: 'counts' }));
}

/**
 * The files behind a page of METI: PDFs of the amendment log and of the laws, workbooks of the matrix of goods and technologies.
 * A corrected file takes the place of the old one under the same address, which the page itself does not always say.
 */
export const metiFiles: SourceFamily = {
  family: 'meti-files',
  eachAddressApart: true,
  plan: (source: Source) => [{ url: source.url, headers: HEADERS, accept: ['text/html'], purpose: 'probe' }],
  follow: (_source, request, answer) => filesOf(request, answer),
  read: (_source, capture) =>
    readWatchedFile(
      {
        documentId: capture.url,
        fileName: fileNameOf(capture.url),
        documentType: '改正情報の資料',
        agencies: ['経済産業省'],
      },
      capture,
    ),
  link: (source) => source.link,
};
