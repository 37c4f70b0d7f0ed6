import type { PdfLine } from '../pdf-text/index.ts';

/** One numbered entry of a list, line by line as printed, its number taken off the first. */
export interface NumberedBlock {
  readonly number: number;
  readonly lines: readonly string[];
  /** Page of its first line, from 1. */
  readonly page: number;
}

/** The blocks of a document and the lines before the first, or the place where the numbering breaks. */
export type NumberedBlocks =
  | { readonly ok: true; readonly head: readonly string[]; readonly blocks: readonly NumberedBlock[] }
  | { readonly ok: false; readonly because: string };

/** Numbers stand in the margin: entries' own lines begin at least this far to the right of it, in points. */
const MARGIN_POINTS = 8;
const NUMBER = /^(\d{1,4})(?=\D)[.．\s]*(\S.*)$/;
const PAGE_NUMBER = /^[-－‐– ]*\d{1,3}(?:\s*[/／]\s*\d{1,3})?[-－‐– ]*$/;
const JAPANESE = /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u;

interface Start {
  readonly number: number;
  readonly rest: string;
}

/** A line opens an entry when its number stands in the margin and a Japanese name follows. Addresses begin with numbers, too. */
function startOf(line: PdfLine, margin: number): Start | undefined {
  const [, number, rest] = NUMBER.exec(line.text) ?? [];
  const isInMargin = line.x <= margin + MARGIN_POINTS;
  return number !== undefined && rest !== undefined && isInMargin && JAPANESE.test(rest)
    ? { number: Number(number), rest }
    : undefined;
}

/**
 * Cuts the lines of a document into numbered entries. Numbers rise by one: a gap is an entry that was lost in reading.
 * Page numbers alone on a line are left out.
 */
export function numberedBlocks(pages: readonly (readonly PdfLine[])[]): NumberedBlocks {
  const lines = pages.flatMap((page, index) =>
    page.filter(({ text }) => !PAGE_NUMBER.test(text)).map((line) => ({ line, page: index + 1 })),
  );
  const margin = lines.reduce((least, { line }) => Math.min(least, line.x), Number.POSITIVE_INFINITY);
  const head: string[] = [];
  const blocks: { number: number; lines: string[]; page: number }[] = [];
  for (const { line, page } of lines) {
    const start = startOf(line, margin);
    const last = blocks.at(-1);
    if (start && last && start.number !== last.number + 1) {
      return { ok: false, because: `number ${start.number} follows ${last.number}` };
    }
    if (start) blocks.push({ number: start.number, lines: [start.rest], page });
    else (last?.lines ?? head).push(line.text);
  }
  return { ok: true, head, blocks };
}
