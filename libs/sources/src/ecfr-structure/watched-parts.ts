import type { Source } from '../source.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Parts a source watches, of `params.parts`: single parts and ranges, `850`, `700-799`. None named: all parts. */
export function watchedParts({ params }: Pick<Source, 'params'>): (part: string | undefined) => boolean {
  const { parts } = params;
  const named = parts === undefined ? [] : typeof parts === 'object' ? parts : [String(parts)];
  const ranges = named.map((text): Range => {
    const [from = '', to = from] = text.split('-');
    return { from: Number(from), to: Number(to) };
  });
  return (part) => {
    if (ranges.length === 0) return true;
    const number = Number.parseInt(part ?? '', 10);
    return ranges.some(({ from, to }) => number >= from && number <= to);
  };
}

/** Instruments of single appendices and parts, more exact first. */
const INSTRUMENTS: readonly (readonly [title: number, identifier: RegExp, instrumentId: string])[] = [
  [15, /^Supplement No\. 4 to Part 744$/, 'US-EL'],
  [15, /^Supplement No\. 6 to Part 744$/, 'US-UVL'],
  [15, /^Supplement No\. 7 to Part 744$/, 'US-MEU'],
  [15, /^Supplement No\. [1567] to Part 774$/, 'US-CCL'],
  [15, /^734\.9$/, 'US-FDPR'],
  [15, /^734\.4$/, 'US-DEMIN'],
  [15, /^744\./, 'US-EAR-CATCHALL'],
  [15, /^791\./, 'US-ICTS'],
  [22, /^121\./, 'US-USML'],
  [31, /^850\./, 'US-OUTBOUND'],
  [32, /^117\./, 'US-NISPOM'],
  [32, /^170\./, 'US-CMMC'],
  [32, /^200[12]\./, 'US-CLASSINFO'],
];

/** @returns undefined where the source's own instrument is the one */
export function instrumentOfNode(title: number, identifier: string): string | undefined {
  return INSTRUMENTS.find(([of, pattern]) => of === title && pattern.test(identifier))?.[2];
}
