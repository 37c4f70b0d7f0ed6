import type { Lang } from './substance.ts';

const NUM = '[0-9〇一二三四五六七八九十百千]+';
/** `の二` of a branch number; not the beginning of a word such as の一部 or の二十日. */
const BRANCH = `(?:の${NUM}(?![〇一二三四五六七八九十百千般部定時種方致切人年月日回つ以]))`;
const IROHA = '[イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス]';
const BRACKETED = `\\((?:${NUM}${BRANCH}*|[ivx]{1,6})\\)`;
const ATOMS = [
  `第${NUM}(?:条|項|号|款|節|章)${BRANCH}*(?:${IROHA}(?![ァ-ヶー]))?(?:${BRACKETED})*`,
  `前(?:${NUM}|各)?(?:条|項|号)`,
  '[同次](?:条|項|号)',
];
const JAPANESE = new RegExp(`(?:${ATOMS.join('|')})+`, 'gu');
/** `（十八）`, `チ` and `３に掲げる` without what they belong to: units beside this one. */
const SIBLING = new RegExp(`${BRACKETED}|(?<![ァ-ヶー])${IROHA}(?![ァ-ヶー])|[0-9]+(?:の[0-9]+)*(?=に掲げる)`, 'gu');

const PARAGRAPHS = '(?:\\s?\\([a-z0-9]{1,5}\\))+';
const ENGLISH = new RegExp(
  `(?:§§?|\\bsections?|\\bparts?|\\bsupplement no\\.)\\s?\\d[\\d.\\-]*(?:${PARAGRAPHS})?|\\bparagraphs?${PARAGRAPHS}`,
  'giu',
);

/** One sign for each citation, so that their number and what joins them still count. */
const CITATION = '§';

/**
 * `substance` with each citation (第N条第N項第N号, 前N号, 同条; `§ 744.11(a)`, `paragraph (b)(1)`) replaced by one sign. Two texts equal in
 * this form differ only in where they point, as they must after a renumbering. A citation more or fewer, or 又は become
 * から…まで, still differs.
 * @param siblingsMoved a bare `（十八）` or `チ` points to a sibling: it counts as a citation only where siblings were renumbered.
 */
export function withoutCitations(substance: string, lang: Lang, siblingsMoved = false): string {
  if (lang === 'en') return substance.replace(ENGLISH, CITATION);
  const cited = substance.replace(JAPANESE, CITATION);
  return siblingsMoved ? cited.replace(SIBLING, CITATION) : cited;
}
