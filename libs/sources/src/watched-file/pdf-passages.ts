import { type Passage, passageHash, passageOf } from '../passages/passage.ts';
import { linesOf, type PdfPage, readPdf } from '../pdf-text/index.ts';

const MAX_PAGES = 300;

/** Passages of a file, or why it cannot be read. */
export type FilePassages =
  | { readonly ok: true; readonly passages: readonly Passage[]; readonly isScan: boolean }
  | { readonly ok: false; readonly because: string };

function pageText({ words }: PdfPage): string {
  return linesOf(words)
    .map((line) => line.text)
    .join('\n');
}

/**
 * Each page of a PDF as a passage: the bytes of a file change with each upload, the words of its pages do not. A scan without
 * words is one passage, known by the bytes.
 */
export async function pdfPassages(bytes: Uint8Array): Promise<FilePassages> {
  const read = await readPdf(bytes);
  if (!read.ok) return read;
  const passages = read.pages.slice(0, MAX_PAGES).map((page, at) => passageOf(pageText(page), `page ${at + 1}`));
  const isScan = passages.every(({ text }) => text === '');
  if (!isScan) return { ok: true, passages, isScan };
  return { ok: true, passages: [{ hash: passageHash(bytes), text: '', locator: 'the whole file' }], isScan };
}
