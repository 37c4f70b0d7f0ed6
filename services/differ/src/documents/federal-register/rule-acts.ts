import { findEnglishDates, parseDatesSection } from '#time';
import { type Act, type ActReader, factsOf, someOf, stageOr } from './acts.ts';
import { countriesInTitle } from './countries-in-title.ts';
import { countryActOf } from './country-acts.ts';
import { directionOfRule } from './direction-of.ts';
import type { DocumentText } from './document-text.ts';
import { ownershipFacts } from './list-acts.ts';
import { countBefore, dateAfter } from './printed-facts.ts';

/** A proposal, in advance or worked out. What it proposes is not law, whatever the rest of the text would do. */
export const proposal: ActReader = ({ text, rulemaking }) => {
  if (rulemaking !== 'anprm' && rulemaking !== 'proposed') return undefined;
  return {
    type: rulemaking === 'anprm' ? 'lineage.anprm' : 'lineage.proposed',
    stage: rulemaking,
    direction: directionOfRule(text),
    proof: /propos|ANPRM/i,
  };
};

const MOVED =
  /\b(?:consolidat\w+|relocat\w+|reorganiz\w+|mov\w+|transferr\w+)\b[^.]{0,80}\b(?:in|into|to|from)\b[^.]{0,20}\b(?:part|subpart|section|supplement)\b/i;
const FROM_TO = /\b(parts? [\d, and]{3,40})(?=[ ,;])[^.]{0,120}?;? now,?[^.]{0,80}?\b(?:in|into|to) (part \d{3,4})/i;

/** Rules that stand elsewhere now. Their text must still be compared: such a move has dropped words before. */
export const relocation: ActReader = ({ text, rulemaking }) => {
  if (!/\b(?:re)?organiz|\brelocat|\brestructur|\bconsolidat/i.test(text.title) || !MOVED.test(text.own))
    return undefined;
  const [, from, to] = FROM_TO.exec(text.own) ?? [];
  return {
    type: 'rule.relocated',
    stage: stageOr(rulemaking, 'final'),
    direction: 'unknown',
    facts: factsOf({ from: from?.trim(), to }),
    proof: MOVED,
    notes: ['a move of rules is compared word by word in the codified text: words were dropped in such moves before'],
  };
};

const SUSPENDED_BY_TITLE = /\bsuspen(?:sion|ds?|ded|ding)\b|\bstay of\b/i;
const SUSPENDS =
  /\b(?:temporarily|hereby) suspend(?:s|ed|ing)\b|\bsuspend(?:s|ing) (?:the )?(?:applicability|effectiveness|section)\b/i;

/** What is suspended may itself be a relief. */
const SUSPENDS_RELIEF =
  /\bsuspen\w+ (?:of )?(?:[\w-]+ ){0,3}(?:license exceptions?|exemptions?|licenses|authorizations?)\b/i;

/** A rule that does not apply for a time, or applies again. */
export const suspension: ActReader = ({ text, instruments }) => {
  if (instruments.main === 'US-VISA') return undefined;
  if (/\breinstat|\b(?:lifting|termination|end) of (?:the )?suspension/i.test(text.title)) {
    const facts = ownershipFacts(text) ?? {};
    return { type: 'rule.reinstated', stage: 'in_force', direction: 'tighten', facts, proof: /reinstat|suspension/i };
  }
  if (!SUSPENDED_BY_TITLE.test(text.title) && !SUSPENDS.test(text.own)) return undefined;
  const from =
    text.document.effectiveOn ?? dateAfter(text.own, /\bon\s+(?=[A-Z][a-z]+ \d{1,2}, \d{4},[^.]{0,160}suspend)/);
  const to = dateAfter(text.own, /\b(?:through|until)\s+(?=[A-Z][a-z]+ \d)/);
  return {
    type: 'rule.suspended',
    stage: 'in_force',
    direction: SUSPENDS_RELIEF.test(text.title) ? 'tighten' : 'loosen',
    facts: factsOf({ ...ownershipFacts(text), from, to, months: countBefore(text.own, '(?:\\(\\d+\\) )?months') }),
    dates: { ...(from ? { effectiveFrom: from } : {}), ...(to ? { effectiveTo: to } : {}) },
    proof: /suspend|suspension|stay/i,
  };
};

const DAY_MS = 86_400_000;

/** A suspension with a last day brings the rule back on the day after it, unless a later document says otherwise. */
export function reinstatementAfter(suspended: Act, text: DocumentText): Act | undefined {
  const { document } = text;
  const section = document.datesText === undefined ? undefined : parseDatesSection(document.datesText);
  const to = suspended.dates?.effectiveTo ?? section?.effectiveTo;
  if (suspended.type !== 'rule.suspended' || to === undefined) return undefined;
  const on = new Date(Date.parse(`${to}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10);
  return {
    type: 'rule.reinstatement_scheduled',
    stage: 'in_force',
    direction: suspended.direction === 'loosen' ? 'tighten' : 'loosen',
    facts: { ...ownershipFacts(text), suspendedUntil: to, effectiveFrom: on },
    dates: { effectiveFrom: on },
    ownPeriod: true,
    proof: /suspend|suspension|stay/i,
  };
}

/** Amounts adjusted for inflation (28 U.S.C. 2461 note). Other penalty rules are rules like any other. */
export const penaltyAdjustment: ActReader = ({ text, rulemaking }) => {
  if (!/penalt/i.test(text.title) || !/inflation|adjust/i.test(`${text.title} ${text.own}`)) return undefined;
  return { type: 'penalty.changed', stage: stageOr(rulemaking, 'final'), direction: 'tighten', proof: /penalt/i };
};

/** Countries put on a list, taken off one, or brought under a control. */
export const countryChange: ActReader = ({ text, rulemaking }) => {
  const act = countryActOf(text);
  if (act === undefined) return undefined;
  return {
    type: act.type,
    stage: stageOr(rulemaking, 'final'),
    direction: act.direction,
    facts: factsOf({
      countries: someOf(act.countries),
      country: act.countries.length === 1 ? act.countries[0] : undefined,
      list: act.list,
    }),
    proof: /\badd|\bremov|\binclud|country group/i,
    ...(act.unread.length > 0 ? { notes: [`not read as a country: ${act.unread.join(', ')}`.slice(0, 200)] } : {}),
  };
};

const LINEAGE = {
  interim_final: 'lineage.interim_final',
  direct_final: 'lineage.direct_final',
  final: 'lineage.final',
} as const;

/** A rule in force or about to be, of no narrower kind. */
export const adoptedRule: ActReader = ({ text, rulemaking }) => {
  if (rulemaking === undefined || rulemaking === 'anprm' || rulemaking === 'proposed') return undefined;
  const except = /\bto all destinations,? (?:except|other than) ([A-Z][a-z]+)/.exec(text.own)?.[1];
  return {
    type: LINEAGE[rulemaking],
    stage: stageOr(rulemaking, 'final'),
    direction: directionOfRule(text),
    facts: factsOf({
      exceptDestination: except,
      countries: someOf(countriesInTitle(text.title)),
      statedDates: findEnglishDates(text.own)
        .map(({ on }) => on)
        .slice(0, 10),
    }),
    proof: /final rule|interim|finaliz|amend/i,
  };
};
