import { findEnglishDates } from '#time';
import { type ActReader, factsOf, someOf, stageOr } from './acts.ts';
import type { DocumentText } from './document-text.ts';
import { earlierDocumentNumbers, earlierPublicationOn } from './earlier-documents.ts';
import { dateAfter, quotedPhrases } from './printed-facts.ts';

const WITHDRAWN =
  /\b(?:withdraws|is withdrawing|are withdrawing|hereby withdraws)\b[^.]{0,100}\b(?:rule|rulemaking|notice|ANPRM|determination)\b/i;

/** A proposal or notice that is given up. */
export const withdrawal: ActReader = ({ text, known }) => {
  if (!/\bwithdraw(?:al|n|s)\b/i.test(text.title) && !/withdraw/.test(text.action) && !WITHDRAWN.test(text.own))
    return undefined;
  const supersedes = earlierDocumentNumbers(text, known);
  return { type: 'document.withdrawn', stage: 'withdrawn', direction: 'neutral', proof: /withdraw/i, supersedes };
};

const REOPENED = /\breopen(?:s|ing|ed)?\b[^.]{0,80}\bcomment|\bcomment period\b[^.]{0,40}\breopen/i;
const EXTENDED =
  /\b(?:extends|extending|extension of)\b[^.]{0,120}\bcomments?\b(?: period)?|\bcomments?\b[^.]{0,60}\bextension\b/i;

function commentDates({ document, all }: DocumentText) {
  const close =
    document.commentsCloseOn ??
    dateAfter(
      all,
      /\b(?:comment period|written comments|comments)\b[^.]{0,80}?\b(?:through|to|until)\s+(?=[A-Z][a-z]+ \d)/i,
    );
  return { close, old: dateAfter(all, /\b(?:closing on|closed on|comments? (?:were )?due (?:by|on)|ended on)\s+/i) };
}

/** More time to comment on an earlier document, or a closed docket that is opened again. */
export const commentPeriod: ActReader = ({ text, known }) => {
  const words = `${text.title}. ${text.own}. ${text.action}`;
  const reopened = REOPENED.test(words) || REOPENED.test(text.all);
  if (!reopened && !EXTENDED.test(words)) return undefined;
  const isOwnAct = text.sentences.some(({ text: one }) =>
    /\b(?:this|today's|BIS|department|the bureau|commission|treasury|DoD|we)\b[^.]{0,60}\b(?:extend|reopen)/i.test(one),
  );
  if (!isOwnAct && !/comment/i.test(text.title) && !/comment/.test(text.action)) return undefined;
  const { close, old } = commentDates(text);
  return {
    type: reopened ? 'comment.reopened' : 'comment.extended',
    stage: /interim final/i.test(text.all) ? 'interim_final' : 'proposed',
    direction: 'neutral',
    facts: factsOf({ commentClose: close, oldCommentClose: old, of: someOf(earlierDocumentNumbers(text, known)) }),
    ...(close ? { dates: { commentClose: close } } : {}),
    proof: /extends|reopens|extending|reopening/i,
    supersedes: earlierDocumentNumbers(text, known),
  };
};

const DELAY = /\b(?:delay|postponement|deferral) of (?:the )?(?:effective|applicability|compliance) dates?\b/i;
const DELAYS = /\b(?:delays|is delaying|postpones|defers) the (?:effective|compliance) date/i;

/** A rule that was to take effect does so later. The new day is only taken from words, never computed from a number of days. */
export const delayedEffect: ActReader = ({ text, known }) => {
  if (!DELAY.test(`${text.title}. ${text.action}`) && !DELAYS.test(text.own)) return undefined;
  const old = /\beffective date\b[^.]{0,30}\(([^)]{6,30})\)/i.exec(text.all)?.[1];
  const days = /\bby (\d{1,4})[- ]days?\b/i.exec(text.own)?.[1];
  const until = text.document.effectiveOn ?? dateAfter(text.own, /\b(?:until|to)\s+(?=[A-Z][a-z]+ \d)/);
  const isCompliance = /\bcompliance date/i.test(text.title);
  return {
    type: isCompliance ? 'date.compliance_changed' : 'date.effective_changed',
    stage: 'interim_final',
    direction: 'loosen',
    facts: factsOf({
      delayDays: days === undefined ? undefined : Number(days),
      oldEffective: old === undefined ? undefined : findEnglishDates(old)[0]?.on,
      newEffective: until,
      of: someOf(earlierDocumentNumbers(text, known)),
    }),
    ...(until ? { dates: { effectiveFrom: until } } : {}),
    proof: /delays|postpones|defers/i,
    supersedes: earlierDocumentNumbers(text, known),
  };
};

const CORRECTION_TITLE =
  /^(?:and )?(?:technical )?(?:corrections?|correcting amendments?)(?:,? and clarifications?)?$/i;
const CORRECTS =
  /\bto correct\b[^.]{0,80}\b(?:errors?|omissions?|final rule|interim (?:final )?rule|proposed rule|notice|document|instruction)\b|\b(?:is|are) correcting\b|\bthis (?:rule|document|final rule|interim final rule|notice|action) corrects\b/i;
const TYPOGRAPHICAL = /\b(?:typographical|clerical|spelling|formatting|punctuation|page number)\b/i;

/**
 * An earlier document was wrong. Only errors of type alone are editorial; everything else may bind differently than
 * printed before, so it is substantive.
 */
export const correction: ActReader = ({ text, known, rulemaking }) => {
  const byTitle = CORRECTION_TITLE.test(text.segments.at(-1) ?? '');
  const byAction = /^correct|[;,] correct/.test(text.action);
  if (!byTitle && !byAction && !CORRECTS.test(text.own) && text.document.corrects === undefined) return undefined;
  const isEditorial =
    TYPOGRAPHICAL.test(text.own) &&
    !/\b(?:also|and)\b[^.]{0,60}\btypographical|incorrect|omitted|instruction/i.test(text.own);
  const corrects = earlierDocumentNumbers(text, known);
  return {
    type: isEditorial ? 'correction.editorial' : 'correction.substantive',
    stage: stageOr(rulemaking, 'final'),
    direction: 'unknown',
    facts: factsOf({
      corrects: corrects.length === 1 ? corrects[0] : corrects.length > 1 ? corrects : undefined,
      correctsPublished: earlierPublicationOn(text),
      entries: someOf(quotedPhrases(text)),
      ...(/\bcomment (?:due )?(?:date|period)/i.test(text.own) ? { what: 'comment due date' } : {}),
    }),
    proof: /correct/i,
    corrects,
  };
};
