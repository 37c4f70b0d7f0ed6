/** A cell of a table before it is written. */
export type Cell = string | number | null;

/**
 * A table as RFC 4180 writes it: every field in quotes, a quote doubled, lines ended by CR LF. A text that a spreadsheet would
 * take for a formula, because a publisher or a reviewer wrote it so, gets an apostrophe in front and stays text.
 */
export function csv(header: readonly string[], rows: Iterable<readonly Cell[]>): string {
  const lines = [header, ...rows].map((row) => `${row.map(field).join(',')}\r\n`);
  return lines.join('');
}

/** Also the full-width forms, which spreadsheets of East Asian locales read alike. */
const FORMULA = /^[\p{C}\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u;

function field(cell: Cell): string {
  if (typeof cell === 'number') return `"${cell}"`;
  const text = cell ?? '';
  return `"${(FORMULA.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}
