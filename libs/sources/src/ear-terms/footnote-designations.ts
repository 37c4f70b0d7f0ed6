/** A license requirement without its footnote marks, and the marks. */
export interface MarkedText {
  readonly text: string;
  /** Digits in rising order, each once. */
  readonly footnotes: readonly string[];
}

/**
 * A lone digit right after a closing bracket, the word EAR or their comma or full stop: `734.9(g),3`, `of the EAR)4`,
 * `734.9(e)1 and`. `EAR99` and section numbers have more digits behind.
 */
const MARK = /(?<=\)[.,]?|EAR[.,]?)(\s*)([1-9])(?=[\s.,;)]|$)/g;

/**
 * Takes the footnote designations out of a license requirement of the Entity List: superscripts that bind a party to a
 * foreign-direct-product rule (1 and 2 Huawei, 3 Russia/Belarus MEU, 4 supercomputer) and come as plain digits in text.
 * Source: 15 CFR 744.11(a)(2), 734.9(e) and (g).
 */
export function splitFootnotes(requirement: string): MarkedText {
  const found = [...requirement.matchAll(MARK)].flatMap(([, , digit]) => (digit === undefined ? [] : [digit]));
  return { text: requirement.replace(MARK, '').trim(), footnotes: [...new Set(found)].sort() };
}
