import { findEnglishDates, parseDatesSection } from '#time';
import { type ActReader, factsOf, someOf, stageOr } from './acts.ts';
import type { DocumentText } from './document-text.ts';
import {
  earlierDocumentNumbers,
  earlierNames,
  earlierPages,
  earlierPublicationOn,
  pagesOfDates,
} from './earlier-documents.ts';
import { countBefore, dateAfter, quotedPhrases } from './printed-facts.ts';
import { tellsOfEarlierAct } from './sentences.ts';

const WITHDRAWN =
  /\b(?:withdraws|is withdrawing|are withdrawing|hereby withdraws)\b[^.]{0,100}\b(?:rule|rulemaking|notice|ANPRM|determination)\b/i;

const OF_DELAY =
  /\bwithdrawal of (?:the )?(?:delay|postponement|stay)\b|\bwithdr\w+ (?:the |its )?(?:[a-z]+ ){0,3}(?:rule|document|action|notice) (?:delaying|postponing|that (?:delayed|postponed))\b/i;

/** A rule whose delay is withdrawn takes effect on the day that is named for it. */
export const withdrawnDelay: ActReader = ({ text, rulemaking }) => {
  if (!OF_DELAY.test(`${text.title}. ${text.own}`)) return undefined;
  const on =
    text.document.effectiveOn ??
    dateAfter(text.own, /\b(?:takes|will take|took) effect (?:on )?|\b(?:is|are) effective (?:on )?/i);
  return on === undefined
    ? undefined
    : {
        type: 'date.effective_changed',
        stage: stageOr(rulemaking, 'final'),
        direction: 'tighten',
        facts: factsOf({ what: 'withdrawal of a delay', newEffective: on }),
        dates: { effectiveFrom: on },
        ownPeriod: true,
        proof: /withdraw/i,
        supersedes: earlierPages(text),
      };
};

/** A proposal or notice that is given up. */
export const withdrawal: ActReader = ({ text, known }) => {
  if (!/\bwithdraw(?:al|n|s)\b/i.test(text.title) && !/withdraw/.test(text.action) && !WITHDRAWN.test(text.own))
    return undefined;
  // The rule that was delayed stands, and is printed beside the delay that is given up: only what DATES names is withdrawn.
  const supersedes = OF_DELAY.test(`${text.title}. ${text.own}`)
    ? pagesOfDates(text)
    : earlierNames(text, earlierDocumentNumbers(text, known));
  return { type: 'document.withdrawn', stage: 'withdrawn', direction: 'neutral', proof: /withdraw/i, supersedes };
};

const REOPENED = /\breopen(?:s|ing|ed)?\b[^.]{0,80}\bcomment|\bcomment period\b[^.]{0,40}\breopen/i;
const EXTENDED =
  /\b(?:extends|extending|extension of)\b[^.]{0,120}\bcomments?\b(?: period)?|\bcomments?\b[^.]{0,60}\bextension\b/i;

/** A rule that among other things gives more time to comment is a rule. */
const ALSO_A_RULE =
  /\b(?:in )?this (?:interim final |interim |final )?rule\b[^.]{0,80}\b(?:amends|is amending|adds|imposes|revises|makes (?:changes|additional|these))\b/i;

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
  if (ALSO_A_RULE.test(text.own) && !/extension|reopening|comment period/.test(text.action)) return undefined;
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
    supersedes: earlierNames(text, earlierDocumentNumbers(text, known)),
  };
};

const ANNOUNCES =
  /\bannounce(?:s|ment|ments|ing)?\b[^.;]{0,20}\b(?:of (?:the )?)?(effective|compliance|applicability)(?: and (?:effective|compliance))? dates?\b/i;

/** A rule whose day had been left open takes effect on the day announced here. */
export const announcedEffect: ActReader = ({ text, known }) => {
  const [, which] = ANNOUNCES.exec(`${text.title}. ${text.action}`) ?? [];
  if (which === undefined) return undefined;
  const on =
    text.document.effectiveOn ??
    dateAfter(text.own, /\beffective\b[^.]{0,40}?\b(?:on |date of |as of |is )\s*(?=[A-Z][a-z]+ \d)/i);
  const isEffect = /effective/i.test(which);
  return {
    type: isEffect ? 'date.effective_set' : 'date.compliance_set',
    stage: 'final',
    direction: 'neutral',
    facts: factsOf({ effectiveFrom: isEffect ? on : undefined, of: someOf(earlierDocumentNumbers(text, known)) }),
    ...(on && isEffect ? { dates: { effectiveFrom: on } } : {}),
    proof: /announc/i,
    supersedes: earlierNames(text, earlierDocumentNumbers(text, known)),
  };
};

const DELAY =
  /\b(?:delay|postponement|deferral) of (?:the )?(?:effective(?:ness| dates?)|(?:applicability|compliance) dates?)\b/i;
const DELAYS =
  /\b(?:delays|is delaying|postpones|is postponing|defers)(?: indefinitely)? the (?:effective(?:ness| date)|compliance date)|\bextend(?:s|ing)? the compliance date/i;
/** `from March 7, 2022 to May 26, 2022`. */
const FROM_DAY = /\b(?:delay\w*|postpon\w*|extend\w*|defer\w*)\b[^.]{0,200}?\bfrom\s+(?=[A-Z][a-z]+ \d)/i;

/** A rule that was to take effect does so later. The new day is only taken from words, never computed from a number of days. */
export const delayedEffect: ActReader = ({ text, known, rulemaking }) => {
  if (!DELAY.test(`${text.title}. ${text.action}`) && !DELAYS.test(text.own)) return undefined;
  const dates = text.document.datesText ?? '';
  const old = /\beffective date\b[^.]{0,30}\(([^)]{6,30})\)/i.exec(text.all)?.[1];
  const moved = dateAfter(text.own, FROM_DAY) ?? dateAfter(dates, FROM_DAY);
  const days = /\bby (\d{1,4})[- ]days?\b/i.exec(text.own)?.[1];
  const until = text.document.effectiveOn ?? dateAfter(text.own, /\b(?:until|to)\s+(?=[A-Z][a-z]+ \d)/);
  const isCompliance =
    /\bcompliance date/i.test(text.title) || /\bextend(?:s|ing)? the compliance date/i.test(text.own);
  const isOpen = until === undefined && parseDatesSection(dates).effectiveTBD === true;
  const changed = isOpen ? 'date.effective_tbd' : 'date.effective_changed';
  return {
    type: isCompliance ? 'date.compliance_changed' : changed,
    stage: stageOr(rulemaking, /interim final rule/i.test(text.all) ? 'interim_final' : 'final'),
    direction: 'loosen',
    facts: factsOf({
      delayDays: days === undefined ? undefined : Number(days),
      [isCompliance ? 'oldComplianceBy' : 'oldEffective']: (old && findEnglishDates(old)[0]?.on) || moved,
      newEffective: until,
      of: someOf(earlierDocumentNumbers(text, known)),
    }),
    ...(until ? { dates: { effectiveFrom: until } } : {}),
    proof: /delays|postpones|defers/i,
    supersedes: earlierNames(text, earlierDocumentNumbers(text, known)),
  };
};

const CORRECTION_TITLE =
  /^(?:and )?(?:technical )?(?:corrections?|correcting amendments?)(?:,? and clarifications?)?(?: to (?:the )?[^;:]{3,80} regulations?(?: \([A-Z]+\))?)?$/i;
const CORRECTS =
  /\bto correct\b[^.]{0,80}\b(?:errors?|omissions?|final rule|interim (?:final )?rule|proposed rule|notice|document|instruction)\b|\b(?:is|are) correcting\b|\bthis (?:rule|document|final rule|interim final rule|notice|action) corrects\b/i;
const TYPOGRAPHICAL = /\b(?:typographical|clerical|spelling|formatting|punctuation|page number)\b/i;

const ALSO = /^(?:in addition|additionally|also|finally|lastly|further)\b|\balso (?:makes|corrects|includes)\b/i;
const NEW_ACT = /\b(?:to add|adds|adding|to impose|imposes|imposing|to expand|expands|to authorize)\b/i;

/** A rule that does something new first and then corrects, too, is told by what is new. */
function alsoCorrects({ sentences }: DocumentText): boolean {
  const own = sentences.filter((sentence) => !tellsOfEarlierAct(sentence));
  const first = own.findIndex(({ text }) => /\bcorrect/i.test(text));
  const corrects = own[first]?.text ?? '';
  return ALSO.test(corrects) && own.slice(0, first).some(({ text }) => NEW_ACT.test(text));
}

/**
 * An earlier document was wrong. Only errors of type alone are editorial; everything else may bind differently than
 * printed before, so it is substantive.
 */
export const correction: ActReader = ({ text, known, rulemaking }) => {
  const byTitle = CORRECTION_TITLE.test(text.segments.at(-1) ?? '');
  const byAction = /^(?:technical )?correct|[;,] (?:technical )?correct/.test(text.action);
  if (!byTitle && !byAction && !CORRECTS.test(text.own) && text.document.corrects === undefined) return undefined;
  if (!byAction && text.document.corrects === undefined && alsoCorrects(text)) return undefined;
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
    corrects: earlierNames(text, corrects),
  };
};

const MENDS = /\bcorrect\w*[^.]{0,80}\b(?:typographical|clerical|spelling|editorial)\b[^.]{0,80}/i;

/** A rule that does something new and also mends typing errors: what it mends is recorded beside what it does (T6). */
export const editorialBeside: ActReader = ({ text, rulemaking }) => {
  const words = MENDS.exec(text.own)?.[0];
  if (words === undefined) return undefined;
  return {
    type: 'correction.editorial',
    stage: stageOr(rulemaking, 'final'),
    direction: 'neutral',
    facts: factsOf({ mendedEntries: countBefore(words, '(?:existing )?entr(?:y|ies)') }),
    alerting: false,
    proof: MENDS,
  };
};
