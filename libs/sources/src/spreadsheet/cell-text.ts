/** What a cell holds once read. A formula holds its cached value. */
export type CellValue = string | number | boolean | Date | null;

/** Excel writes a carriage return inside a cell as this escape (ECMA-376 part 1, 22.9.2.19). */
const ESCAPED_BREAK = /_x000D_/g;

/**
 * Text of a cell: line breaks as `\n`, outer blanks cut, a date as `1937/4/28` (the way Japanese publishers print dates
 * they enter as text), an empty cell as an empty string.
 */
export function cellText(value: CellValue): string {
  if (value === null) return '';
  if (value instanceof Date) {
    const day = [value.getUTCFullYear(), value.getUTCMonth() + 1, value.getUTCDate()];
    return Number.isNaN(value.getTime()) ? '' : day.join('/');
  }
  return String(value).replace(ESCAPED_BREAK, '').replace(/\r\n?/g, '\n').trim();
}
