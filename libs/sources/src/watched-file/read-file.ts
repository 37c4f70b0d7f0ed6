import type { ReadOutcome } from '#domain';
import type { Passage } from '../passages/passage.ts';
import { watchedReading } from '../passages/watched-document.ts';
import { looksLikePdf } from '../pdf-text/index.ts';
import type { CapturedBytes } from '../source.ts';
import { looksLikeWorkbook } from '../spreadsheet/index.ts';
import { pdfPassages } from './pdf-passages.ts';
import { workbookPassages } from './workbook-passages.ts';

/** What the publisher calls the file, and by what it is told from day to day. */
export interface FileFacts {
  readonly documentId: string;
  /** Name of the file, shown beside the first line of its text. */
  readonly fileName: string;
  readonly documentType: string;
  readonly agencies: readonly string[];
}

function titleOf(passages: readonly Passage[], fileName: string): string {
  const [first = ''] = passages[0]?.text.split('\n') ?? [];
  return first === '' ? fileName : `${first.slice(0, 120)} (${fileName})`;
}

/**
 * Reads one watched PDF or workbook as a document: another file in its place is a change of the document, by the passages that
 * say something else. Other bytes are `structure_changed`, a file cut short is `implausible`. Never rejects.
 */
export async function readWatchedFile(facts: FileFacts, capture: CapturedBytes): Promise<ReadOutcome> {
  const { bytes, url } = capture;
  const isWorkbook = looksLikeWorkbook(bytes);
  if (!isWorkbook && !looksLikePdf(bytes))
    return { kind: 'structure_changed', because: 'the file is neither PDF nor workbook' };
  const read = await (isWorkbook ? workbookPassages(bytes) : pdfPassages(bytes));
  if (!read.ok) return { kind: 'implausible', because: read.because };
  const { fileName, ...rest } = facts;
  const title = titleOf(read.passages, fileName);
  return watchedReading({ ...rest, title, url, ...(read.isScan && { details: { isScan: true } }) }, read.passages);
}

/** The last part of an address, as the name of its file. */
export function fileNameOf(url: string): string {
  return new URL(url).pathname.split('/').at(-1) || url;
}
