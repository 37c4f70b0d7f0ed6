import type { JsonObject, LegalDates, Lineage, Quote, RegulatoryDocument } from '#domain';
import { parseDatesSection } from '#time';
import type { Classification, Meaning } from '../classification.ts';
import { actOf, furtherActsOf } from './act-of.ts';
import type { Act } from './acts.ts';
import { announcedInSummary, reviewPolicyIn } from './announced-in-summary.ts';
import { announcedOf, countMismatches } from './announced-of.ts';
import { type DocumentText, documentText, sentenceWith } from './document-text.ts';
import { instructionsOf } from './instructions-of.ts';
import { instrumentsOf } from './instrument-of.ts';
import { irrelevanceOf } from './irrelevance.ts';
import { legalDatesOf } from './legal-dates-of.ts';
import { rulemakingStageOf } from './rulemaking-stage.ts';

/** Agencies that publish little but export controls: what cannot be read of theirs goes to a person. */
const WHOLLY_WATCHED = /industry and security|defense trade controls/i;

function quotesOf(text: DocumentText, act: Act): readonly Quote[] {
  const { document } = text;
  const sentence = act.proof === undefined ? undefined : (sentenceWith(text, act.proof) ?? text.sentences[0]);
  return [
    { side: 'after', locator: `${document.locator}, title`, quote: document.quote },
    ...(sentence ? [{ side: 'after' as const, locator: `${document.locator}, abstract`, quote: sentence.raw }] : []),
    ...(document.datesText
      ? [{ side: 'after' as const, locator: `${document.locator}, dates`, quote: document.datesText }]
      : []),
  ];
}

function lineageOf(document: RegulatoryDocument, act: Act): Lineage {
  return {
    ...(document.rins.length > 0 ? { rin: document.rins } : {}),
    ...(document.dockets.length > 0 ? { docket: document.dockets } : {}),
    ...(document.citation ? { citation: [document.citation] } : {}),
    ...(act.corrects?.length ? { corrects: act.corrects } : {}),
    ...(act.supersedes?.length ? { supersedes: act.supersedes } : {}),
  };
}

/** Parties and destinations of the instructions beside those the title names. */
function announcedFactsOf(text: DocumentText): JsonObject {
  const { facts, names, countries } = announcedOf(text.document);
  const announced = [...announcedInSummary(text), ...facts];
  return {
    ...reviewPolicyIn(text),
    ...(announced.length > 0 ? { announced } : {}),
    ...(names.length > 0 ? { names } : {}),
    ...(countries.length > 0 ? { countries } : {}),
  };
}

function factsOfDocument(text: DocumentText, act: Act): JsonObject {
  const { document } = text;
  const instructions = instructionsOf(document);
  const staged = document.datesText === undefined ? [] : parseDatesSection(document.datesText).perInstruction;
  return {
    documentNumber: document.documentId,
    title: document.title,
    ...(document.documentType ? { documentType: document.documentType } : {}),
    ...(document.action ? { action: document.action } : {}),
    ...(document.summary ? { summary: document.summary } : {}),
    ...(document.agencies.length > 0 ? { agencies: document.agencies } : {}),
    ...(document.cfr.length > 0 ? { cfr: document.cfr.map(({ title, part }) => `${title} CFR ${part}`) } : {}),
    ...(staged.length > 0
      ? { perInstructionDates: staged.map(({ instruction, from }) => ({ instruction, from })) }
      : {}),
    ...(act.beside || instructions.length === 0 ? {} : { instructions }),
    ...(act.beside ? {} : announcedFactsOf(text)),
    ...act.facts,
  };
}

const UNREAD: Act = {
  type: 'change.unclassified',
  stage: 'announced',
  direction: 'unknown',
  alerting: false,
  notes: ['a document of a wholly watched agency that no rule explains'],
};

function publishedOnly({ publishedOn }: RegulatoryDocument): LegalDates {
  return publishedOn === undefined ? {} : { publishedOn };
}

function meaningOf(text: DocumentText, act: Act, instrumentId: string): Meaning {
  const { document } = text;
  const notes = [...(act.notes ?? []), ...countMismatches(document, instrumentId, act.facts ?? {})];
  return {
    type: act.type,
    instrumentId: act.instrumentId ?? instrumentId,
    stage: act.stage,
    direction: act.direction,
    dates: { ...(act.ownPeriod ? publishedOnly(document) : legalDatesOf(document)), ...act.dates },
    lineage: lineageOf(document, act),
    facts: factsOfDocument(text, act),
    quotes: quotesOf(text, act),
    ...(act.alerting === undefined ? {} : { alerting: act.alerting }),
    ...(notes.length > 0 ? { notes, needsReview: true } : {}),
  };
}

function withNote(act: Act, note: string): Act {
  return { ...act, notes: [...(act.notes ?? []), note] };
}

function unread(text: DocumentText, instrumentId: string): Classification {
  const isWatched = text.document.agencies.some((agency) => WHOLLY_WATCHED.test(agency));
  const isEmpty = text.all === '' && WHOLLY_WATCHED.test(text.title);
  if (!isWatched && !isEmpty) {
    return { kind: 'dismissed', because: 'its title, abstract and CFR parts name no watched instrument' };
  }
  return { kind: 'relevant', main: meaningOf(text, UNREAD, instrumentId), further: [] };
}

/**
 * A rule of a wholly watched agency whose title names no tool and whose CFR parts are not given yet, as on public inspection: it
 * is told under the source's instrument, and a person is asked which it is. Its parts settle that when it is printed.
 */
function isRuleOfUnnamedTool({ document }: DocumentText): boolean {
  const isRule = /\brule$/i.test(document.documentType ?? '');
  return isRule && document.cfr.length === 0 && document.agencies.some((agency) => WHOLLY_WATCHED.test(agency));
}

const UNNAMED = 'a rule of a wholly watched agency that names no tool it amends';

/**
 * What a Federal Register document means, read from its ACTION, title, abstract, DATES and CFR parts as far as they are
 * given: one act, the instrument it concerns, and the facts its words state. Pure.
 * @param known other documents of the page and those known before, to find what this one corrects or extends
 * @param instrumentId of the source, for what cannot be read
 */
export function classifyFederalRegisterDocument(
  document: RegulatoryDocument,
  known: readonly RegulatoryDocument[],
  instrumentId: string,
): Classification {
  const text = documentText(document);
  const irrelevant = irrelevanceOf(text);
  if (irrelevant !== undefined) return { kind: 'dismissed', because: irrelevant };
  const named = instrumentsOf(text);
  if (named === undefined && !isRuleOfUnnamedTool(text)) return unread(text, instrumentId);
  const instruments = named ?? { main: instrumentId, others: [] };
  const considered = { text, instruments, rulemaking: rulemakingStageOf(text), known };
  return {
    kind: 'relevant',
    main: meaningOf(
      text,
      named === undefined ? withNote(actOf(considered), UNNAMED) : actOf(considered),
      instruments.main,
    ),
    further: furtherActsOf(considered).map((act) => meaningOf(text, act, instruments.main)),
  };
}
