import { createHash } from 'node:crypto';
import { comparableText, type JsonObject, type ReadOutcome } from '#domain';
import { linesOf, looksLikePdf, type PdfPage, readPdf } from '../pdf-text/index.ts';
import type { CapturedBytes } from '../source.ts';

/** Longest text kept of one page, and most pages told apart. */
const MAX_PAGE_CHARS = 1_200;
const MAX_PAGES = 300;

const hashOf = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** One page: a hash of its words, whole, and where they begin. The bytes of a file change with each upload, its words do not. */
function pageOf({ words }: PdfPage): { readonly hash: string; readonly text: string } {
  const text = linesOf(words)
    .map((line) => line.text)
    .join('\n');
  return { hash: hashOf(comparableText(text)), text: text.slice(0, MAX_PAGE_CHARS) };
}

function titleOf(pages: readonly { readonly text: string }[], fileName: string): string {
  const [first = ''] = pages[0]?.text.split('\n') ?? [];
  return first === '' ? fileName : `${first.slice(0, 120)} (${fileName})`;
}

/**
 * Reads one PDF that the amendment log links (circulars, comparisons of old and new text, lists) as a document whose identity is
 * its address: a file replaced under the same address is a change of the document. A scan without words is known by its bytes.
 * Never rejects.
 */
export async function readLinkedFile(capture: CapturedBytes): Promise<ReadOutcome> {
  if (!looksLikePdf(capture.bytes)) return { kind: 'structure_changed', because: 'the file is no PDF' };
  const read = await readPdf(capture.bytes);
  if (!read.ok) return { kind: 'implausible', because: read.because };
  const pages = read.pages.slice(0, MAX_PAGES).map(pageOf);
  const isScan = pages.every(({ text }) => text === '');
  const fileName = new URL(capture.url).pathname.split('/').at(-1) ?? capture.url;
  const title = titleOf(pages, fileName);
  const printed: readonly JsonObject[] = isScan ? [{ hash: hashOf(capture.bytes), text: '' }] : pages;
  return {
    kind: 'read',
    reading: {
      kind: 'documents',
      documents: [
        {
          documentId: capture.url,
          title,
          url: capture.url,
          documentType: '改正情報の資料',
          agencies: ['経済産業省'],
          cfr: [],
          rins: [],
          dockets: [],
          details: { pages: printed, ...(isScan && { isScan }) },
          locator: 'page 1',
          quote: pages[0]?.text || fileName,
        },
      ],
    },
  };
}
