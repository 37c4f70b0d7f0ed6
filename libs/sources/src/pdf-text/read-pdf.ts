import type { PdfBox, PdfPage, PdfWord } from './pdf-page.ts';
import { streamFault } from './stream-bounds.ts';

/** Pages of a document, or why the bytes are not a whole one. */
export type PdfDocument =
  | { readonly ok: true; readonly pages: readonly PdfPage[] }
  | { readonly ok: false; readonly because: string };

const MAX_BYTES = 30_000_000;
const MAX_PAGES = 500;
const MAX_WORDS = 400_000;
/** The last line of a whole file stands this near to its end (ISO 32000-1, 7.5.5, with the leeway readers give). */
const TAIL_BYTES = 2_048;

/** True for bytes that begin as a PDF does. */
export function looksLikePdf(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)).includes('%PDF-');
}

function faultBeforeReading(bytes: Uint8Array): string | undefined {
  if (bytes.length > MAX_BYTES) return `a document of ${bytes.length} bytes is too large`;
  if (!looksLikePdf(bytes)) return 'not a PDF';
  const tail = new TextDecoder('latin1').decode(bytes.subarray(-TAIL_BYTES));
  if (!tail.includes('%%EOF')) return 'the document is cut short';
  return streamFault(bytes);
}

function wordOf(item: object): PdfWord | undefined {
  if (!('str' in item && 'transform' in item && 'width' in item && 'height' in item)) return undefined;
  const { str, transform, width, height } = item;
  if (typeof str !== 'string' || typeof width !== 'number' || typeof height !== 'number') return undefined;
  if (!Array.isArray(transform) || str === '') return undefined;
  const [x, y] = [Number(transform[4]), Number(transform[5])];
  return Number.isFinite(x) && Number.isFinite(y) ? { text: str, x, y, width, height } : undefined;
}

/** The bounds PDF.js keeps with each path. A path without them draws nothing. */
function boxOf(argument: unknown): PdfBox | undefined {
  const bounds: unknown = Array.isArray(argument) ? argument[2] : undefined;
  if (!(bounds instanceof Float32Array) || bounds.length !== 4) return undefined;
  const [left = 0, bottom = 0, right = 0, top = 0] = bounds;
  return bounds.every(Number.isFinite) ? { left, bottom, right, top } : undefined;
}

async function open(bytes: Uint8Array) {
  // Loaded when the first PDF arrives: PDF.js is large, and most processes start without reading one.
  const { getDocumentProxy, getResolvedPDFJS } = await import('unpdf');
  const { OPS } = await getResolvedPDFJS();
  // PDF.js takes the bytes it is given away from their owner: it gets a copy.
  const document = await getDocumentProxy(Uint8Array.from(bytes), { verbosity: 0 });
  return { document, constructPath: OPS.constructPath };
}

async function pagesOf(bytes: Uint8Array): Promise<PdfDocument> {
  const { document, constructPath } = await open(bytes);
  try {
    if (document.numPages > MAX_PAGES) return { ok: false, because: `${document.numPages} pages are too many` };
    const pages: PdfPage[] = [];
    let words = 0;
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      words += items.length;
      if (words > MAX_WORDS) return { ok: false, because: `more than ${MAX_WORDS} words` };
      const { fnArray, argsArray } = await page.getOperatorList();
      const boxes = fnArray.flatMap((operation, index) =>
        operation === constructPath ? (boxOf(argsArray[index]) ?? []) : [],
      );
      pages.push({ words: items.flatMap((item) => wordOf(item) ?? []), boxes });
      page.cleanup();
    }
    return { ok: true, pages };
  } finally {
    await document.loadingTask.destroy();
  }
}

/**
 * Reads the text layer of a PDF with its positions, and the bounds of the lines drawn. Nothing is rendered and no script of
 * the document runs.
 * @returns `ok: false` for a file cut short, too large when unpacked, encrypted, or not a PDF. Never rejects.
 */
export async function readPdf(bytes: Uint8Array): Promise<PdfDocument> {
  const fault = faultBeforeReading(bytes);
  if (fault !== undefined) return { ok: false, because: fault };
  try {
    return await pagesOf(bytes);
  } catch (error) {
    const because = error instanceof Error ? error.message.slice(0, 200) : 'unreadable';
    return { ok: false, because: `not a readable PDF: ${because}` };
  }
}
