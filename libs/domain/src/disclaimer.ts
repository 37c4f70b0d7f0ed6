/**
 * What Redline does not claim, for the UI, the foot of a digest and a webhook's `meta`. Own words, short enough to be read.
 * A statement of law is shown only with evidence; what is unverified is shown as unverified.
 */
export const DISCLAIMERS: readonly string[] = [
  'Redline informs; it gives no legal advice and decides neither classification nor licensing.',
  'The official texts decide: for the United States the Federal Register and the CFR, for Japan the 官報. eCFR, federalregister.gov pages and e-Gov are convenient copies that may lag, and every English rendering of a Japanese text is unofficial.',
  'A matching name is not an identified party, and no match is not a clearance. Ownership cannot be settled from lists alone.',
  'Out of sight: letters to single companies, individual licences, visa instructions, classified designations, court rulings and company rules.',
  'Scores and bands follow fixed rules and sort the work; they do not measure legal weight. What loosens is shown too.',
  'What could not be checked in time is listed as a coverage gap.',
];

/** The first disclaimer: for places that have room for one line. */
export const SHORT_DISCLAIMER = 'Information, not legal advice. The official texts decide.';
