import { isUtf8 } from 'node:buffer';
import type { CslRow } from './csl-row.ts';
import { rowOfJson } from './json-row.ts';
import { type SplitResults, splitEvenResults, splitResults } from './split-results.ts';

/** Rows of a capture and the lists it says it was made of. */
export type CslRows =
  | { readonly kind: 'rows'; readonly rows: readonly CslRow[]; readonly sources: readonly string[] }
  | { readonly kind: 'structure_changed' | 'implausible'; readonly because: string };

/** Lists that the document says it was made of. */
function sourcesOf(document: object): readonly string[] {
  const used: readonly unknown[] =
    'sources_used' in document && Array.isArray(document.sources_used) ? document.sources_used : [];
  return used.flatMap((entry) =>
    typeof entry === 'object' && entry !== null && 'source' in entry && typeof entry.source === 'string'
      ? [entry.source]
      : [],
  );
}

const CUT_SHORT: CslRows = { kind: 'implausible', because: 'the JSON is cut short or malformed' };
const changed = (because: string): CslRows => ({ kind: 'structure_changed', because });

/** @returns undefined for text that is no JSON. */
function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

/** The rows of a document that was cut up, each parsed alone. */
function rowsOf({ frame, rows: slices }: SplitResults): CslRows {
  const document = parsed(frame)?.value;
  if (document === undefined) return CUT_SHORT;
  if (typeof document !== 'object' || document === null || !('results' in document))
    return changed('no array "results"');
  if (!Array.isArray(document.results)) return changed('no array "results"');
  const stranger = document.results.findIndex((value) => typeof value !== 'object' || value === null);
  if (stranger >= 0) return changed(`results[${stranger}] is no object`);
  if (document.results.length !== slices.length) return changed('"results" stands there more than once');
  const rows: CslRow[] = [];
  for (const [index, slice] of slices.entries()) {
    const value = parsed(slice);
    if (!value) return CUT_SHORT;
    const row = rowOfJson(value.value, `results[${index}]`, slice);
    if (!row) return changed(`results[${index}] has no source and name`);
    rows.push(row);
  }
  return { kind: 'rows', rows, sources: sourcesOf(document) };
}

/** Reads the JSON download. Cut short is `implausible`; another document, or a row of another shape, `structure_changed`. */
export function readJsonRows(bytes: Uint8Array): CslRows {
  if (!isUtf8(bytes)) return changed('bytes are not valid utf-8');
  const even = rowsOf(splitEvenResults(bytes));
  return even.kind === 'rows' ? even : rowsOf(splitResults(bytes));
}
