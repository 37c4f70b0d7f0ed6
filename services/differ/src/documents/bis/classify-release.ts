import type { JsonObject, Quote, RegulatoryDocument } from '#domain';
import type { Classification, Meaning } from '../classification.ts';
import { instrumentOfWords } from '../federal-register/instrument-of.ts';
import { type Sentence, sentencesOf, tellsOfEarlierAct } from '../federal-register/sentences.ts';
import { enforcementOfRelease } from './enforcement-of-release.ts';

/** What a document is that binds, and words by which a release says that one was issued with it. */
const ACT = `(?:rules?|notices?|orders?|regulations?|entity list|unverified list|determinations?|guidance)`;
const ISSUED = '(?:issu|publish|releas|post|fil|add|amend|impos|revis|finaliz|remov)(?:e[sd]|ing|ed|es|s)?';
const ENACTS = new RegExp(
  `\\b(?:today|this (?:morning|week)|is|are|has|have|also)\\b[^.]{0,120}\\b${ISSUED}\\b[^.]{0,160}\\b${ACT}\\b`,
  'i',
);
/** Where the document that binds is to be found. */
const CITES =
  /\bon public (?:inspection|display)\b|\bavailable (?:at|in|on|for)\b[^.]{0,80}\bfederal register\b|\b\d{2,3} FR \d{2,6}\b|\bfederalregister\.gov\/|\bpublished (?:today )?in the federal register\b/i;

const DONE =
  'publish|issu|rescind|withdraw|repeal|remov|suspend|replac|revis|reinstat|lift|impos|add|allow|permit|approv';
/** What is promised and not done: a plan, a rescission that is only announced, a rule that will not be enforced. */
const PROMISES = new RegExp(
  [
    `\\b(?:will|plans? to|intends? to|planning to|expects? to|is going to|proposes? to)\\s+(?:\\w+\\s+){0,3}(?:${DONE}|extend|paus|delay|amend|tighten|restrict|lower)\\w*`,
    String.raw`\bnot (?:to )?(?:be )?enforc\w+`,
    String.raw`\bannounc\w+\b[^.]{0,80}\b(?:rescission|suspension|withdrawal|pause|delay|intent(?:ion)?|plans?)\b`,
  ].join('|'),
  'i',
);

const after = (locator: string, { raw }: Sentence): Quote => ({ side: 'after', locator, quote: raw });

/** The sentences of a release, line by line: a heading ends without a full stop. */
function sentencesOfRelease({ summary = '' }: RegulatoryDocument): readonly Sentence[] {
  return summary.split('\n').flatMap(sentencesOf);
}

function citationsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(/\b\d{2,3} FR \d{2,6}\b/g)].map(([cite]) => cite))];
}

function meaningOf(
  document: RegulatoryDocument,
  instrumentId: string,
  said: Pick<Meaning, 'type'> & { readonly facts?: JsonObject; readonly sentence?: Sentence | undefined },
): Meaning {
  const { title, url, publishedOn } = document;
  const words = `${title} ${document.summary ?? ''}`;
  const citation = citationsIn(words);
  return {
    type: said.type,
    instrumentId:
      instrumentOfWords(title, document.agencies) ?? instrumentOfWords(words, document.agencies) ?? instrumentId,
    stage: 'announced',
    direction: said.type === 'enforcement.action' ? 'neutral' : 'unknown',
    dates: publishedOn === undefined ? {} : { announcedOn: publishedOn, publishedOn },
    lineage: citation.length === 0 ? {} : { citation },
    facts: { title, url, documentType: 'press release', ...(publishedOn ? { date: publishedOn } : {}), ...said.facts },
    quotes: [
      { side: 'after', locator: 'title', quote: title },
      ...(said.sentence ? [after('text of the release', said.sentence)] : []),
    ],
  };
}

/**
 * What a press release of the Bureau tells: an order or penalty against a party; an act that no document enacts (T17); else the
 * release itself. A release is never the act: no number, list or threshold is taken out of it (T26). Pure.
 */
export function classifyRelease(document: RegulatoryDocument, instrumentId: string): Classification {
  const sentences = sentencesOfRelease(document);
  const own = sentences.filter((sentence) => !tellsOfEarlierAct(sentence));
  const relevant = (said: Parameters<typeof meaningOf>[2]): Classification => ({
    kind: 'relevant',
    main: meaningOf(document, instrumentId, said),
    further: [],
  });
  const enforcement = enforcementOfRelease(document.title, own);
  if (enforcement !== undefined) return relevant({ type: 'enforcement.action', ...enforcement });
  const promise = own.find(({ text }) => PROMISES.test(text));
  const isPromised = promise !== undefined || PROMISES.test(document.title);
  const isEnacted =
    CITES.test(document.summary ?? '') || own.some(({ text }) => ENACTS.test(text) && !PROMISES.test(text));
  if (!isPromised || isEnacted) return relevant({ type: 'document.published', sentence: own[0] });
  const claim = promise?.raw ?? document.title;
  return relevant({ type: 'announcement.unlegislated', facts: { claim }, sentence: promise });
}
