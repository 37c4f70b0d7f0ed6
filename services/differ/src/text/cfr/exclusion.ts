/** Whether what a number bounds is controlled, or left out of the control. `unclear`: the words can be read both ways. */
export type Effect = 'controlled' | 'excluded' | 'unclear';

/** Turn the sense of the whole sentence they stand in, before or after the number. */
const SENTENCE =
  /\b(?:(?:does|do|shall|is|are|will) not (?:control|apply|include|require|extend|capture|subject|need)|not (?:controlled|subject to|included|required|applicable)|no licen[sc]e (?:is|will be|shall be)? ?(?:required|needed)|(?:is|are) (?:exempt|excluded|released)|without a licen[sc]e|may (?:be )?(?:export|reexport|transfer)|authorizes?|de minimis level|eligible for)\b/giu;
/** Take out of the control what follows, up to the next comma, semicolon or bracket. */
const CARVE_OUT =
  /\b(?:except(?:ing| for| that)?|excluding|other than|unless|with the exception of|not (?:having|exceeding the))\b/giu;
/** A sentence ends at a full stop before a new word, never within `No. 1` or `e.g.`. */
const SENTENCE_END = /(?<!\b(?:no|nos|supp|e\.g|i\.e|u\.s|sec|fig|vs|inc|ltd|co))\.\s+(?=["'(]?[A-Z])/giu;

/** No sentence of a rule is longer: work on a hostile text stays bounded. */
const LONGEST_SENTENCE = 4_000;

function sentenceAround(text: string, at: number): { readonly before: string; readonly after: string } {
  let from = 0;
  let to = text.length;
  for (const { index, 0: stop } of text.matchAll(SENTENCE_END)) {
    if (index + stop.length <= at) from = index + stop.length;
    else if (index >= at) {
      to = index;
      break;
    }
  }
  return { before: text.slice(from, at), after: text.slice(at, to) };
}

/** `open`: the number stands within what is taken out. `closed`: something was taken out before it. */
function carvedOut(before: string): 'no' | 'open' | 'closed' {
  const last = [...before.matchAll(CARVE_OUT)].at(-1);
  if (!last) return 'no';
  return /[,;:)](?!\d)/u.test(before.slice(last.index)) ? 'closed' : 'open';
}

/** Sense that the units around a text give it: `(c) The following reexports are not subject to the EAR:` turns all below it. */
function turnsOf(outer: readonly string[]): { readonly turns: number; readonly isUnclear: boolean } {
  let turns = 0;
  let isUnclear = false;
  for (const text of outer) {
    const { before } = sentenceAround(text, text.length);
    turns += [...before.matchAll(SENTENCE)].length > 0 ? 1 : 0;
    if (carvedOut(before) === 'open') turns += 1;
    // A heading and its sentence may both speak of the relief: once is enough, twice is not read.
    if ([...before.matchAll(CARVE_OUT)].length > 1) isUnclear = true;
  }
  return { turns, isUnclear };
}

/**
 * What the number at `at` bounds. A relief named in the sentence or around it turns a limit over: raising the lower bound of
 * what is *not* controlled loosens less. Two turns at once are not read.
 * @param outer texts of the units that hold this one, innermost first
 */
export function effectAt(text: string, at: number, outer: readonly string[]): Effect {
  const from = Math.max(0, at - LONGEST_SENTENCE);
  const { before, after } = sentenceAround(text.slice(from, at + LONGEST_SENTENCE), at - from);
  const around = turnsOf(outer);
  const sentence = [...before.matchAll(SENTENCE)].length + [...after.matchAll(SENTENCE)].length > 0 ? 1 : 0;
  const carved = carvedOut(before);
  const turns = around.turns + sentence + (carved === 'open' ? 1 : 0);
  if (turns > 1 || carved === 'closed' || around.isUnclear) return 'unclear';
  return turns === 1 ? 'excluded' : 'controlled';
}
