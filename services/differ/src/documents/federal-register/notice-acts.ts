import type { RegulatoryDocument } from '#domain';
import { parseDatesSection } from '#time';
import { type Act, type ActReader, factsOf, stageOr } from './acts.ts';
import type { DocumentText } from './document-text.ts';
import { beneficiaryOf, countBefore, dateAfter } from './printed-facts.ts';
import type { RulemakingStage } from './rulemaking-stage.ts';

/** Number of a Department of State public notice, printed where others print a docket: `[Public Notice: 12324]`. */
function publicNoticeOf(dockets: readonly string[]): string | undefined {
  return dockets
    .map((docket) => /public notice:?\s*(\d{1,6})/i.exec(docket)?.[1])
    .find((number) => number !== undefined);
}

/** Proposed arms sales reported to the Congress (22 U.S.C. 2776): information, no license yet. */
export const notificationToCongress: ActReader = ({ text }) =>
  /\bnotifications? to the congress\b/i.test(text.title)
    ? {
        type: 'document.published',
        stage: 'announced',
        direction: 'neutral',
        facts: factsOf({
          what: 'notifications to the Congress',
          letters: countBefore(text.document.datesText ?? '', 'letters'),
          publicNotice: publicNoticeOf(text.document.dockets),
        }),
        proof: /notif/i,
      }
    : undefined;

/** Somebody asks an agency to think a rule over again (47 CFR 1.429): others may oppose or reply until the days named. */
export const petition: ActReader = ({ text }) => {
  if (!/\bpetitions? for (?:reconsideration|rulemaking|clarification)\b/i.test(text.title)) return undefined;
  const close = dateAfter(
    text.document.datesText ?? '',
    /\b(?:oppositions?|comments?|replies)\b[^.]{0,120}?\b(?:on or before|no later than|by)\s+(?=[A-Z][a-z]+ \d)/i,
  );
  return {
    type: 'comment.opened',
    stage: 'announced',
    direction: 'neutral',
    facts: factsOf({ what: 'petition for reconsideration', commentClose: close }),
    ...(close ? { dates: { commentClose: close } } : {}),
    proof: /petition/i,
  };
};

const ASKS_FOR_COMMENT =
  /\brequests? for (?:public )?comments?\b|\bseeking (?:public )?comments?\b|\brequest for information\b|\b(?:notice|notification) of inquiry\b/i;
const ASKS =
  /\b(?:seeks|is seeking|is requesting|requests|solicits|is soliciting|invites) (?:public |written )?comments?\b/i;

const AMENDS = /\b(?:amends|is amending|are amending|revises|is revising|now implementing|implements) /i;

/** A question to the public that proposes no text. */
export const inquiry: ActReader = ({ text, rulemaking }) => {
  if (rulemaking !== undefined || AMENDS.test(text.own)) return undefined;
  if (
    !ASKS_FOR_COMMENT.test(text.title) &&
    !/inquiry|request for (?:public )?(?:comments?|information)/.test(text.action) &&
    !ASKS.test(text.own)
  )
    return undefined;
  const close = text.document.commentsCloseOn;
  return {
    type: 'comment.opened',
    stage: 'anprm',
    direction: 'neutral',
    ...(close ? { dates: { commentClose: close }, facts: { commentClose: close } } : {}),
    proof: ASKS,
  };
};

/** What the title says was done to a general license; the first that fits. */
const AUTHORISATION = [
  [
    'authorisation.revoked',
    /\b(?:remov\w+|revok\w+|revocation|rescission|rescind\w+|terminat\w+|expiration) of\b/i,
    'tighten',
  ],
  ['authorisation.extended', /\bextension\b|\bextend\w*\b|\brenew\w*\b|\breissu\w+|\bupdate/i, 'loosen'],
  ['authorisation.narrowed', /\bnarrow\w*|\blimit\w*|\brestrict\w*/i, 'tighten'],
  [
    'authorisation.issued',
    /\bissu\w+|\bcreat\w+|\bestablish\w*|\badd(?:s|ition|ing)?\b|temporary general license|general license/i,
    'loosen',
  ],
] as const;
const GENERAL_LICENSE = /\b(?:temporary |open )?general licen[cs]es?\b/i;

const OF_LICENSES: ReadonlySet<string> = new Set(['US-TGL', 'US-ITAR', 'US-OFAC', 'US-CMIC']);

/** A general license: issued, extended, narrowed or ended, with the dates between which it holds. */
export const generalLicense: ActReader = ({ text, rulemaking, instruments }) => {
  if (!OF_LICENSES.has(instruments.main)) return undefined;
  return licenseAct(text, rulemaking);
};

const DAY_MS = 86_400_000;

function dayBeside(on: string, days: number): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Days without a license between its old end and an extension that takes effect later than on the next day (T16). */
function gapBetween(
  oldEnd: string | undefined,
  { effectiveOn, datesText }: RegulatoryDocument,
): { readonly gapFrom: string; readonly gapTo: string } | undefined {
  const from = effectiveOn ?? (datesText === undefined ? undefined : parseDatesSection(datesText).effectiveFrom);
  if (oldEnd === undefined || from === undefined || from <= dayBeside(oldEnd, 1)) return undefined;
  return { gapFrom: dayBeside(oldEnd, 1), gapTo: dayBeside(from, -1) };
}

/** The same, for a license that a document names beside its main instrument. */
export function licenseAct(text: DocumentText, rulemaking: RulemakingStage | undefined): Act | undefined {
  const name = GENERAL_LICENSE.exec(text.segments[0] ?? '')?.[0] ?? GENERAL_LICENSE.exec(text.title)?.[0];
  if (name === undefined) return undefined;
  const found = AUTHORISATION.find(([, words]) => words.test(text.title));
  if (found === undefined) return undefined;
  const [type, , direction] = found;
  const to = dateAfter(
    text.all,
    /\b(?:extend\w*|valid|effective|expires?)\b[^.]{0,120}?\b(?:through|until|to|on)\s+(?=[A-Z][a-z]+ \d)/i,
  );
  const old = dateAfter(text.all, /\bexpiration date of\s+/i);
  const gap = type === 'authorisation.extended' ? gapBetween(old, text.document) : undefined;
  return {
    type,
    stage: stageOr(rulemaking, 'in_force'),
    direction,
    facts: factsOf({
      name,
      beneficiary: beneficiaryOf(text),
      validFrom: text.document.effectiveOn,
      validTo: to,
      oldValidTo: old,
      ...gap,
    }),
    ...(gap === undefined
      ? {}
      : { notes: [`no license from ${gap.gapFrom} to ${gap.gapTo}: it had ended before it was extended`] }),
    ...(to ? { dates: { effectiveTo: to } } : {}),
    proof: /general licen/i,
  };
}

/** Validated end users (15 CFR 748.15): their standing authorisation ends or a new one is granted. */
export const validatedEndUser: ActReader = ({ text, rulemaking }) => {
  if (!/validated end[- ]user/i.test(text.title)) return undefined;
  const ends = /\b(?:revo\w+|remov\w+|terminat\w+)\b/i.test(text.title);
  const grants = /\b(?:addition|adds?|adding|new)\b/i.test(text.title);
  const stage = stageOr(rulemaking, 'final');
  if (ends) return { type: 'authorisation.revoked', stage, direction: 'tighten', proof: /validated end[- ]user/i };
  if (grants) return { type: 'authorisation.issued', stage, direction: 'loosen', proof: /validated end[- ]user/i };
  return { type: 'document.published', stage, direction: 'unknown', proof: /validated end[- ]user/i };
};

/** Guidance, guidelines and answers to questions made available. */
export const guidance: ActReader = ({ text, rulemaking }) => {
  if (!/\bguidance\b|\bguidelines\b|frequently asked questions|best practices/i.test(text.title)) return undefined;
  if (rulemaking === 'interim_final' || rulemaking === 'final' || rulemaking === 'direct_final') return undefined;
  return {
    type: 'guidance.published',
    stage: 'guidance',
    direction: 'neutral',
    facts: factsOf({ documents: countBefore(text.own, 'guidance documents') }),
    proof: /guidance|guidelines|questions/i,
  };
};

/** A 0Y521 classification lives one year and may be extended twice (15 CFR 742.6(a)(7)): no new item, no new license. */
export const temporaryClassification: ActReader = ({ text, instruments, rulemaking }) => {
  if (instruments.main !== 'US-0Y521') return undefined;
  const item = /\b0[A-EY]521\b(?: series)?/i.exec(text.title)?.[0];
  if (/\bextension\b|\bextend/i.test(text.title)) {
    return {
      type: 'document.published',
      stage: 'final',
      direction: 'tighten',
      facts: factsOf({ item, what: 'extension' }),
      proof: /extends/i,
    };
  }
  const stage = stageOr(rulemaking, 'interim_final');
  if (stage !== 'interim_final') return undefined;
  const except = /\bto all destinations,? except (Canada)\b/.exec(text.own) ? 'CA' : undefined;
  return {
    type: 'lineage.interim_final',
    stage,
    direction: 'tighten',
    facts: factsOf({ item, exceptCountry: except }),
    proof: /license requirement|classif/i,
  };
};

/** States whose investors CFIUS treats more lightly (31 CFR 800.218, 802.214). */
export const exceptedStates: ActReader = ({ text, instruments }) =>
  instruments.main === 'US-CFIUS-EXC'
    ? {
        type: 'document.published',
        stage: 'in_force',
        direction: 'unknown',
        facts: factsOf({ states: countBefore(text.own, 'foreign states?') }),
        proof: /determination/i,
      }
    : undefined;
