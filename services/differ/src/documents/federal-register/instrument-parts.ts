/** CFR parts that by themselves settle the instrument, where the words of a document do not. */
const PARTS: readonly (readonly [title: number, from: number, to: number, instrumentId: string])[] = [
  [15, 6, 6, 'US-EAR'],
  [15, 7, 7, 'US-ICTS'],
  [15, 774, 774, 'US-CCL'],
  [15, 738, 738, 'US-EAR-COUNTRY'],
  [15, 744, 744, 'US-EAR-CATCHALL'],
  [15, 730, 780, 'US-EAR'],
  [15, 791, 791, 'US-ICTS'],
  [22, 121, 121, 'US-USML'],
  [22, 120, 130, 'US-ITAR'],
  [31, 586, 586, 'US-CMIC'],
  [31, 501, 599, 'US-OFAC'],
  [31, 800, 800, 'US-CFIUS'],
  [31, 802, 802, 'US-CFIUS'],
  [31, 850, 850, 'US-OUTBOUND'],
  [32, 117, 117, 'US-NISPOM'],
  [32, 2004, 2004, 'US-NISPOM'],
  [32, 170, 170, 'US-CMMC'],
  [32, 2001, 2003, 'US-CLASSINFO'],
  [37, 5, 5, 'US-PATENT'],
];

/** Rules on all patent matters name 37 CFR 5 among many parts; secrecy is their subject only where it stands alone. */
const ONLY_ALONE: ReadonlySet<string> = new Set(['US-PATENT']);

/** Instrument of the first CFR part that has one; a rule that touches several EAR parts is of the EAR as a whole. */
export function instrumentOfParts(
  cfr: readonly { readonly title: number; readonly part: string }[],
): string | undefined {
  const found = cfr.flatMap(({ title, part }) => {
    const number = Number(part);
    return PARTS.find(([of, from, to]) => of === title && number >= from && number <= to)?.[3] ?? [];
  });
  const distinct = [...new Set(found)].filter((id) => !ONLY_ALONE.has(id) || cfr.length === 1);
  return distinct.length > 1 && distinct.some((id) => id.startsWith('US-EAR')) ? 'US-EAR' : distinct[0];
}
