import type { CslRow } from './csl-row.ts';
import { rowOfJson } from './json-row.ts';
import { resultSlices } from './results-slices.ts';

/** Rows of a capture and the lists it says it was made of. */
export type CslRows =
  | { readonly kind: 'rows'; readonly rows: readonly CslRow[]; readonly sources: readonly string[] }
  | { readonly kind: 'structure_changed' | 'implausible'; readonly because: string };

interface Envelope {
  readonly results: readonly unknown[];
  readonly sources: readonly string[];
}

function envelopeOf(document: unknown): Envelope | undefined {
  if (typeof document !== 'object' || document === null || !('results' in document)) return undefined;
  if (!Array.isArray(document.results)) return undefined;
  const used: readonly unknown[] =
    'sources_used' in document && Array.isArray(document.sources_used) ? document.sources_used : [];
  const sources = used.flatMap((entry) =>
    typeof entry === 'object' && entry !== null && 'source' in entry && typeof entry.source === 'string'
      ? [entry.source]
      : [],
  );
  return { results: document.results, sources };
}

/** Reads the JSON download. Cut short is `implausible`; another document, or a row of another shape, `structure_changed`. */
export function readJsonRows(text: string): CslRows {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch {
    return { kind: 'implausible', because: 'the JSON is cut short or malformed' };
  }
  const envelope = envelopeOf(document);
  if (!envelope) return { kind: 'structure_changed', because: 'no array "results"' };
  const slices = resultSlices(text);
  const rows: CslRow[] = [];
  for (const [index, value] of envelope.results.entries()) {
    const row = rowOfJson(value, `results[${index}]`, slices[index] ?? '');
    if (!row) return { kind: 'structure_changed', because: `results[${index}] has no source and name` };
    rows.push(row);
  }
  return { kind: 'rows', rows, sources: envelope.sources };
}
