/** Sections and supplements that are an instrument of their own within their part. Identity is by content where a number was reused. */
const SECTIONS: readonly (readonly [title: number, number: RegExp, instrumentId: string])[] = [
  [15, /^734\.4$/, 'US-DEMIN'],
  [15, /^734\.9$/, 'US-FDPR'],
  [15, /^736 supp\. 1$/, 'US-TGL'],
  [15, /^738 supp\. 1$/, 'US-EAR-COUNTRY'],
  [15, /^740 supp\. 1$/, 'US-EAR-COUNTRY'],
  [15, /^744\.(?:11|16)$/, 'US-EL'],
  [15, /^744\.15$/, 'US-UVL'],
  [15, /^744 supp\. [45]$/, 'US-EL'],
  [15, /^744 supp\. 6$/, 'US-UVL'],
  [15, /^774 supp\. 5$/, 'US-0Y521'],
  [22, /^121\.1$/, 'US-USML'],
  [31, /^800\.(?:218|1001)$/, 'US-CFIUS-EXC'],
  [31, /^802\.(?:214|1001)$/, 'US-CFIUS-EXC'],
  [32, /^117\.11$/, 'US-FOCI-SSA'],
  [48, /^(?:4|204)\.21\d\d(?:-\d)?$/, 'US-889'],
  [48, /^52\.204-2[456]$/, 'US-889'],
  [48, /^252\.204-701[678]$/, 'US-889'],
];

/**
 * Instrument of one section (`734.4`) or supplement (`736 supp. 1`). Supplement No. 7 to part 744 was the Temporary General
 * License until 2020 and is the Military End-User List today, so a heading that names an instrument goes first.
 * @returns `undefined` where the source's own instrument is meant
 */
export function instrumentOf(title: number, number: string, heading: string): string | undefined {
  if (/\btemporary general licen[sc]e/i.test(heading)) return 'US-TGL';
  if (/\bmilitary end.?user\b.*\blist\b/i.test(heading)) return 'US-MEU';
  return SECTIONS.find(([of, pattern]) => of === title && pattern.test(number.toLowerCase()))?.[2];
}
