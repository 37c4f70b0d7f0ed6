import { comparableText } from '#domain';

/** One sentence, raw for quoting and in comparable form for reading. */
export interface Sentence {
  readonly raw: string;
  readonly text: string;
}

const ABBREVIATION =
  /(?:\b(?:U\.S|U\.A\.E|U\.K|E\.O|Inc|Ltd|Co|Corp|Nos?|Dr|Mr|Ms|St|Sec|Supp|Pub|Stat|et al)|\b[A-Z])\.$/;
/** Abstracts rarely have more than twenty sentences. */
const MAX_SENTENCES = 200;

/** Sentences of an abstract; full stops of `U.S. Government` or `Co., Ltd. (Huawei)` end none. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let pending = '';
  for (const piece of text.split(/(?<=[.!?]["'\u201d\u2019)]{0,2})\s+(?=["'\u201c`(]{0,2}[A-Z\d])/)) {
    pending = pending === '' ? piece : `${pending} ${piece}`;
    if (ABBREVIATION.test(piece.slice(-12))) continue;
    sentences.push({ raw: pending.trim(), text: comparableText(pending) });
    pending = '';
  }
  if (pending.trim() !== '') sentences.push({ raw: pending.trim(), text: comparableText(pending) });
  return sentences.filter(({ text: words }) => words !== '').slice(0, MAX_SENTENCES);
}

const EARLIER_ACT =
  /^(?:On|Between|Since|Before)\s+(?:[A-Z][a-z]+ \d{1,2}, \d{4}|[A-Z][a-z]+ (?:and|\d{4}))|^(?:That|Those|Previous|The previous)\s+(?:[a-z]+\s+)?(?:rules?|actions?|documents?|notices?)\b/;

/** True for a sentence that tells what an earlier document did: `On October 21, 2021, BIS published ...`. */
export function tellsOfEarlierAct(sentence: Sentence): boolean {
  return EARLIER_ACT.test(sentence.text);
}
