import { COUNT_PATTERN, countOf } from './number-words.ts';

/** What an abstract says was done to a list. Entities and entries are counted apart: one entity may have several entries. */
export interface ListCount {
  /** `US-EL`, `US-UVL`, `US-MEU`, `VEU` (validated end users, 15 CFR 748 Supp. 7), or `undefined` when the clause names no list. */
  readonly list: string | undefined;
  readonly done: 'added' | 'removed' | 'revised' | 'corrected';
  readonly what: 'entities' | 'entries' | 'subsidiaries';
  readonly count: number;
}

const VERB =
  /\b(adding|adds|add|removing|removes|remove|revising|revises|revise|modifying|modifies|modify|correcting|corrects|correct)\b/gi;
const DONE: readonly (readonly [RegExp, ListCount['done']])[] = [
  [/^add/i, 'added'],
  [/^remov/i, 'removed'],
  [/^(?:revis|modif)/i, 'revised'],
  [/^correct/i, 'corrected'],
];
const LISTS: readonly (readonly [string, RegExp])[] = [
  ['US-MEU', /military[- ]end[- ]users? (?:\(MEU\) )?list|\bMEU list\b/i],
  ['US-UVL', /\bunverified list\b|\bUVL\b/i],
  ['US-EL', /\bentity list\b/i],
  ['VEU', /\bvalidated end[- ]users?\b|\bVEU\b/i],
];
const COUNTED = new RegExp(
  `\\b(${COUNT_PATTERN})(?: \\(\\d{1,5}\\))? (?:(?:new|existing|additional|further|omitted|inadvertently|more|different|non-U\\.S\\.) ){0,3}` +
    '(entity|entities|affiliates?|persons?|parties|party|entry|entries|subsidiaries|subsidiary)\\b',
  'gi',
);
const PRONOUN = /^\s*(them|these (?:entities|persons)|this (?:entity|person))\b/i;

/** First list named in a clause, by position. */
function listIn(clause: string): string | undefined {
  const places = LISTS.map(([list, words]) => ({ list, at: clause.search(words) })).filter(({ at }) => at >= 0);
  return places.sort((one, other) => one.at - other.at)[0]?.list;
}

function kindOf(noun: string): ListCount['what'] {
  if (/^entr/i.test(noun)) return 'entries';
  return /^subsid/i.test(noun) ? 'subsidiaries' : 'entities';
}

/** Verbs of a sentence with the words up to the next verb. */
function clausesOf(sentence: string): readonly { readonly verb: string; readonly clause: string }[] {
  const verbs = [...sentence.matchAll(VERB)];
  return verbs.map((match, index) => ({
    verb: match[0],
    clause: sentence.slice(match.index + match[0].length, verbs[index + 1]?.index ?? sentence.length),
  }));
}

function countsOfClause(verb: string, clause: string, referent: number | undefined): readonly ListCount[] {
  const done = DONE.find(([words]) => words.test(verb))?.[1] ?? 'revised';
  const list = listIn(clause);
  const pronoun = PRONOUN.exec(clause)?.[1];
  if (pronoun !== undefined) {
    const count = /^this/i.test(pronoun) ? 1 : referent;
    return count === undefined ? [] : [{ list, done, what: 'entities', count }];
  }
  return [...clause.matchAll(COUNTED)].flatMap(([, number = '', noun = '']) => {
    const count = countOf(number);
    return count === undefined ? [] : [{ list, done, what: kindOf(noun), count }];
  });
}

/** Each count that one sentence states about lists, in printed order. Past participles (`were added`) restate, so they do not count. */
export function listCountsOf(sentence: string): readonly ListCount[] {
  const counts: ListCount[] = [];
  for (const { verb, clause } of clausesOf(sentence)) {
    const seen = new Set<string>();
    for (const found of countsOfClause(verb, clause, counts[0]?.count)) {
      if (!seen.has(found.what)) counts.push(found);
      seen.add(found.what);
    }
  }
  return counts;
}
