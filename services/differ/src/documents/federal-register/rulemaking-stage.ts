import type { DocumentText } from './document-text.ts';

/** How far a rulemaking document has come (5 U.S.C. 553); the ACTION line says it best. */
export type RulemakingStage = 'anprm' | 'proposed' | 'interim_final' | 'direct_final' | 'final';

const ACTION: readonly (readonly [RulemakingStage, RegExp])[] = [
  ['anprm', /advance notice of proposed rule/],
  ['proposed', /proposed rule|notice of proposed rulemaking/],
  ['interim_final', /interim(?: final)? rule|interim determination/],
  ['direct_final', /direct final rule/],
  ['final', /final rule|final action/],
];

/** How an abstract speaks of its own document. `the interim rule of October 21` is another one. */
const WORDS: readonly (readonly [RulemakingStage, RegExp])[] = [
  [
    'anprm',
    /\b(?:this|publishing an?|issuing an?|seeking[^.]{0,60} through an?) advance notice of proposed rulemaking\b|\bthis ANPRM\b/i,
  ],
  [
    'proposed',
    /\bproposes\b|\b(?:is|are) proposing\b|\b(?:this|in this|with this) (?:notice of )?proposed (?:rule|rulemaking|amendment)\b|\bthis rule would\b/i,
  ],
  [
    'final',
    /\bfinaliz(?:es|ing) (?:changes|the|this|its|these)\b|\badopts? (?:as final|in final|without change|with changes?)\b/i,
  ],
];

/** A rule in force may adopt some of its text as final and some in the interim: the name it gives itself first holds. */
const OWN_NAME: readonly (readonly [RulemakingStage, RegExp])[] = [
  [
    'interim_final',
    /\b(?:[Tt]his|[Ii]n this|[Ww]ith this|as an?|issuing an?|[Tt]he) interim(?: final)? rule\b(?! (?:of|published|that))|\bas an IFR\b|\b[Tt]h(?:is|ese) (?:[A-Z][\w/ -]{0,60})?IFRs?\b/,
  ],
  ['direct_final', /\b(?:[Tt]his|[Ii]n this|[Ww]ith this|as a) direct final rule\b/],
  [
    'final',
    /\b(?:[Tt]his|[Ii]n this|[Ww]ith this|as a|issuing a|publishing a|publishing this|[Tt]he) final rule\b(?! (?:of|published|that))/,
  ],
];

/** @returns the stage by ACTION line, else by the title or the document's own sentences; `undefined` for no rulemaking. */
export function rulemakingStageOf(text: DocumentText): RulemakingStage | undefined {
  const byAction = earliestIn(text.action);
  if (byAction !== undefined) return byAction;
  const byTitle = earliestIn(text.title.toLowerCase());
  const byWords = WORDS.find(([, words]) => words.test(text.own))?.[0] ?? firstOf(OWN_NAME, text.own);
  // A question to the public is printed among the proposed rules, too.
  const proposes = text.document.documentType === 'Proposed Rule' && !/inquiry|request for/.test(text.action);
  const byType = proposes ? 'proposed' : undefined;
  return byWords ?? byTitle ?? byType;
}

/** The stage named first: `Final rule; adoption of interim rule.` is final, `Interim final rule.` is interim. */
function earliestIn(words: string): RulemakingStage | undefined {
  return firstOf(ACTION, words);
}

function firstOf(names: typeof ACTION, words: string): RulemakingStage | undefined {
  const places = names.map(([stage, name]) => ({ stage, at: words.search(name) })).filter(({ at }) => at >= 0);
  return places.sort((one, other) => one.at - other.at)[0]?.stage;
}
