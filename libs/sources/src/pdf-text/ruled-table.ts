import { linesOf } from './lines.ts';
import type { PdfBox, PdfPage, PdfWord } from './pdf-page.ts';

/** Thickest box that is a line and not an area, in points. */
const LINE_POINTS = 2;
/** Edges this near are one line. */
const SAME_EDGE_POINTS = 2.5;
/** A line of the grid spans at least this share of the longest one. */
const SPAN_SHARE = 0.5;

function distinctEdges(positions: readonly number[]): readonly number[] {
  const rising = [...positions].sort((a, b) => a - b);
  return rising.filter((position, index) => index === 0 || position - (rising[index - 1] ?? 0) > SAME_EDGE_POINTS);
}

function gridLines(boxes: readonly PdfBox[], isLine: (box: PdfBox) => boolean, length: (box: PdfBox) => number) {
  const lines = boxes.filter((box) => isLine(box));
  const longest = lines.reduce((most, box) => Math.max(most, length(box)), 0);
  return lines.filter((box) => length(box) >= SPAN_SHARE * longest);
}

function bandOf(edges: readonly number[], position: number): number {
  return edges.findLastIndex((edge) => edge <= position);
}

function cellText(words: readonly PdfWord[]): string {
  return linesOf(words)
    .map(({ text }) => text)
    .join('\n');
}

/**
 * Rows of the table that ruling lines draw on a page, from the top down: the text of each cell, its printed lines parted by
 * `\n`. Words outside the grid (page numbers, titles) are left out. A page without a grid has no rows.
 */
export function ruledRows(page: PdfPage): readonly (readonly string[])[] {
  const width = (box: PdfBox) => box.right - box.left;
  const height = (box: PdfBox) => box.top - box.bottom;
  const across = gridLines(page.boxes, (box) => height(box) <= LINE_POINTS && width(box) > LINE_POINTS, width);
  const down = gridLines(page.boxes, (box) => width(box) <= LINE_POINTS && height(box) > LINE_POINTS, height);
  const ys = distinctEdges(across.map(({ bottom }) => bottom));
  const xs = distinctEdges(down.map(({ left }) => left));
  const rows = Math.max(0, ys.length - 1);
  const columns = Math.max(0, xs.length - 1);
  const cells = Array.from({ length: rows }, () => Array.from({ length: columns }, (): PdfWord[] => []));
  for (const word of page.words) {
    const row = bandOf(ys, word.y + word.height / 4);
    const column = bandOf(xs, word.x + Math.min(1, word.width / 2));
    cells[row]?.[column]?.push(word);
  }
  return cells.reverse().map((row) => row.map(cellText));
}
