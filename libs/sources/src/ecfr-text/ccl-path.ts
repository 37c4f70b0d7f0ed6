const DESIGNATION = /^([a-z]{1,2}(?:\.(?:\d{1,3}|[a-z]{1,2})){0,8})(\.\s*|\s+(?=[“"‘'A-Z])|$)/;
const ABBREVIATIONS = new Set(['e.g', 'i.e', 'a.k', 'p.m', 'a.m']);

/** A line of the Commerce Control List that opens an item: `a.14.b. Any of the following:`. */
export interface ItemLine {
  /** `a.14.b` */
  readonly path: string;
  readonly text: string;
}

/**
 * Reads the designation of an item (15 CFR 738.2(d)). The full stop after a path of several parts is missing in places, as in
 * 3A001.e.1.a; after a single letter it is required. @returns `undefined` for any other line.
 */
export function itemLine(line: string): ItemLine | undefined {
  const found = DESIGNATION.exec(line);
  if (!found) return undefined;
  const [whole, path = '', stop = ''] = found;
  if (ABBREVIATIONS.has(path)) return undefined;
  if (!path.includes('.') && !stop.startsWith('.')) return undefined;
  return { path, text: line.slice(whole.length).trim() };
}

/** The path one level up, `a.14` for `a.14.b`; `undefined` at the top. */
export function outerPath(path: string): string | undefined {
  const at = path.lastIndexOf('.');
  return at === -1 ? undefined : path.slice(0, at);
}
