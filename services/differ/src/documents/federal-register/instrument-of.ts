import type { DocumentText } from './document-text.ts';
import { instrumentOfParts } from './instrument-parts.ts';
import { INSTRUMENT_PHRASES, INSTRUMENT_TITLES } from './instrument-titles.ts';

/** The instrument a document is about; for a rule on lists, further lists and licenses its title names. */
export interface Instruments {
  readonly main: string;
  readonly others: readonly string[];
}

const LISTS: ReadonlySet<string> = new Set(['US-EL', 'US-UVL', 'US-MEU']);
/** A rule on lists may also end or grant a general license. */
const FURTHER: ReadonlySet<string> = new Set([...LISTS, 'US-TGL']);

/**
 * The instrument by the title, part by part from the left; then by the abstract, what this document does before what it
 * recalls; then by the CFR parts. @returns `undefined` when none of them names a watched instrument.
 */
export function instrumentsOf(text: DocumentText): Instruments | undefined {
  const named = text.segments.flatMap((segment) =>
    INSTRUMENT_TITLES.filter(([, words]) => words.test(segment)).map(([instrumentId]) => instrumentId),
  );
  const inAbstract = [text.own, text.all].flatMap((words) => phraseIn(words) ?? []);
  const main = named[0] ?? inAbstract[0] ?? instrumentOfParts(text.document.cfr);
  if (main === undefined) return undefined;
  return {
    main,
    others: LISTS.has(main) ? [...new Set(named)].filter((other) => other !== main && FURTHER.has(other)) : [],
  };
}

function phraseIn(words: string): string | undefined {
  return INSTRUMENT_PHRASES.find(([, phrase]) => phrase.test(words))?.[0];
}
