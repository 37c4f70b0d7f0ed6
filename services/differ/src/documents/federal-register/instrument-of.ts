import type { DocumentText } from './document-text.ts';
import { instrumentOfParts } from './instrument-parts.ts';
import { INSTRUMENT_PHRASES, INSTRUMENT_TITLES, type InstrumentWords } from './instrument-titles.ts';

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
  const { agencies, cfr } = text.document;
  const named = text.segments.flatMap((segment) => namedIn(segment, INSTRUMENT_TITLES, agencies));
  const inAbstract = [text.own, text.all].flatMap((words) => namedIn(words, INSTRUMENT_PHRASES, agencies)[0] ?? []);
  const main = named[0] ?? inAbstract[0] ?? instrumentOfParts(cfr);
  if (main === undefined) return undefined;
  return {
    main,
    others: LISTS.has(main) ? [...new Set(named)].filter((other) => other !== main && FURTHER.has(other)) : [],
  };
}

/** The instrument that words name, by the table of titles: for pages and releases, which amend no CFR part. */
export function instrumentOfWords(words: string, agencies: readonly string[]): string | undefined {
  return namedIn(words, INSTRUMENT_TITLES, agencies)[0];
}

/** A publisher that is not given rules nothing out: what is found by its CFR part is asked for by that part. */
function namedIn(words: string, table: readonly InstrumentWords[], agencies: readonly string[]): readonly string[] {
  return table
    .filter(([, name, publisher]) => {
      const isTheirs = publisher === undefined || agencies.length === 0 || agencies.some((one) => publisher.test(one));
      return isTheirs && name.test(words);
    })
    .map(([instrumentId]) => instrumentId);
}
