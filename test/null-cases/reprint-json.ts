import type { Draw } from '../seeded.ts';
import { shuffled } from './shuffled.ts';

/** Ids that the publisher draws anew or derives from the citation; those of the Treasury are its own and stay. */
const DRAWN_IDS = /\((?:EL|MEU|UVL|DPL|DTC|ISN)\)/;

function reordered(value: unknown, draw: Draw): unknown {
  if (Array.isArray(value))
    return shuffled(
      value.map((part) => reordered(part, draw)),
      draw,
    );
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(shuffled(Object.entries(value), draw).map(([key, part]) => [key, reordered(part, draw)]));
}

/** The same JSON download: rows, names and addresses of a row and keys in another order, ids drawn anew, other blanks and escapes. */
export function reprintJson(text: string, draw: Draw): string {
  const document: { results: { id: string; source: string }[] } = JSON.parse(text);
  for (const row of document.results) {
    if (DRAWN_IDS.test(row.source)) row.id = String(draw.next());
  }
  const printed = JSON.stringify(reordered(document, draw), null, draw.one(['', ' ', '\t']));
  if (draw.chance(0.5)) return printed;
  return printed.replace(/[\u0080-\uffff]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
