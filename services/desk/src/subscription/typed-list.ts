/** Between entries: each stands on a line of its own, or is set off by commas. */
export const BETWEEN_ENTRIES = ',\n';
/** Between the parts of one entry. */
export const BETWEEN_PARTS = ';';

/** A piece of a list as typed; in quotes it stands for itself, whatever it looks like. */
export interface TypedPiece {
  readonly text: string;
  readonly quoted: boolean;
}

const QUOTED = '"((?:[^"]|"")*)"';

/**
 * Pieces of a typed text, without spaces around them and without empty ones. `"a; ""b"""` is one piece, and so is
 * `owned by "a; b"`, of which {@link withoutQuotes} is asked later.
 */
export function piecesOf(typed: string, separators: string): readonly TypedPiece[] {
  const end = `\\s*(?=[${separators}]|$)`;
  const piece = new RegExp(`\\s*${QUOTED}${end}|[^${separators}"]* ${QUOTED}${end}|[^${separators}]+`, 'gu');
  return [...typed.replaceAll('\r\n', '\n').matchAll(piece)].flatMap(([whole, quoted]) => {
    const text = quoted === undefined ? whole.trim() : quoted.replaceAll('""', '"').trim();
    return text === '' ? [] : [{ text, quoted: quoted !== undefined }];
  });
}

/** What stands in quotes, or the text itself where it stands in none. */
export function withoutQuotes(text: string): string {
  const quoted = new RegExp(`^${QUOTED}$`, 'u').exec(text)?.[1];
  return quoted === undefined ? text : quoted.replaceAll('""', '"');
}

/** A text as a field of one line holds it. */
export function onOneLine(text: string): string {
  return text.replace(/\s*[\r\n]\s*/g, ' ');
}

/** A piece that {@link piecesOf} reads back, with its lines joined. @param isTaken what would mean something else without quotes */
export function typedPiece(text: string, separators: string, isTaken: (text: string) => boolean = () => false): string {
  const line = onOneLine(text);
  const clashes = [...separators, '"'].some((sign) => line.includes(sign));
  return clashes || isTaken(line) ? `"${line.replaceAll('"', '""')}"` : line;
}

/** A list as a form shows it, one entry a line. */
export function typedList(entries: readonly string[]): string {
  return entries.map((entry) => typedPiece(entry, BETWEEN_ENTRIES)).join('\n');
}
