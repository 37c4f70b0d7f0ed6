import type { Stage } from '#domain';
import { type Act, type ActReader, type Considered, factsOf, someOf } from './acts.ts';
import { countriesInTitle } from './countries-in-title.ts';
import { directionOfRule } from './direction-of.ts';
import type { DocumentText } from './document-text.ts';
import { enforcement, listChange, ownershipScope, sanctionsNotice } from './list-acts.ts';
import {
  exceptedStates,
  generalLicense,
  guidance,
  inquiry,
  licenseAct,
  notificationToCongress,
  petition,
  temporaryClassification,
  validatedEndUser,
} from './notice-acts.ts';
import { presidentialAct } from './presidential-acts.ts';
import {
  announcedEffect,
  commentPeriod,
  correction,
  delayedEffect,
  editorialBeside,
  withdrawal,
  withdrawnDelay,
} from './procedural-acts.ts';
import {
  adoptedRule,
  countryChange,
  penaltyAdjustment,
  proposal,
  reinstatementAfter,
  relocation,
  suspension,
} from './rule-acts.ts';

/**
 * In order of precedence: what is done to an earlier document outranks what that document did, a proposal outranks what
 * it would do, and a narrow act (a list, a license, a country) outranks the stage of the rule that carries it.
 */
const READERS: readonly ActReader[] = [
  notificationToCongress,
  presidentialAct,
  withdrawal,
  petition,
  announcedEffect,
  commentPeriod,
  delayedEffect,
  correction,
  proposal,
  enforcement,
  sanctionsNotice,
  temporaryClassification,
  ownershipScope,
  suspension,
  relocation,
  exceptedStates,
  inquiry,
  generalLicense,
  listChange,
  validatedEndUser,
  penaltyAdjustment,
  guidance,
  countryChange,
  adoptedRule,
];

/** An agency that says it does this makes law, where the publisher's class of the document is not given. */
const BINDS =
  /\b(?:this|these) (?:final )?rules?\b|\b(?:is|are) (?:\w+ ){0,2}(?:amending|expanding|implementing|imposing|revising|adding|removing|adopting|suspending|taking)\b|\b(?:amends|imposes|revises|adopts|expands|suspends)\b/i;
/** A notice that tells of a decision under a statute; it binds without changing a rule. */
const DETERMINES =
  /\b(?:has|have) (?:determined|imposed|designated|decided)\b|\bsanctions imposed\b|\bis (?:imposing|designating)\b|\bpursuant to\b[^.]{0,200}\b(?:imposed|blocked)\b|\b(?:adds|updates|announces additions)\b[^.]{0,60}\blist\b/i;

/** How binding a document of no rulemaking stage is. */
function stageOfOther({ document, own, title }: DocumentText): Stage {
  if (document.documentType === 'Rule' || BINDS.test(own)) return 'final';
  if (document.documentType === 'Presidential Document' || DETERMINES.test(own)) return 'in_force';
  return /\bvideo\b|\bguide\b/i.test(title) ? 'guidance' : 'announced';
}

/** The one act a document is announced by. Without a narrower one it is a published document. */
export function actOf(considered: Considered): Act {
  for (const read of READERS) {
    const act = read(considered);
    if (act !== undefined) return act;
  }
  const { text } = considered;
  const facts = factsOf({ countries: someOf(countriesInTitle(text.title)) });
  return { type: 'document.published', stage: stageOfOther(text), direction: directionOfRule(text), facts };
}

/** Acts a document does beside its main one, each of which somebody may rely on: a license ended by a rule on lists. */
export function furtherActsOf(considered: Considered): readonly Act[] {
  const { text, instruments, rulemaking } = considered;
  if (rulemaking === 'proposed' || rulemaking === 'anprm') return [];
  const license = instruments.others.includes('US-TGL') ? licenseAct(text, rulemaking) : undefined;
  const returns = suspension(considered);
  const reinstated = returns === undefined ? undefined : reinstatementAfter(returns, text);
  return [
    ...(license ? [{ ...license, instrumentId: 'US-TGL' }] : []),
    ...(reinstated ? [reinstated] : []),
    ...procedureBeside(considered),
  ];
}

/** What a document does to the dates and the spelling of others beside its main act. */
function procedureBeside(considered: Considered): readonly Act[] {
  const { type } = actOf(considered);
  const delays = type.startsWith('comment.') ? [delayedEffect(considered)] : [];
  const returns = type === 'document.withdrawn' ? [withdrawnDelay(considered)] : [];
  const mended = type.startsWith('correction.') ? [] : [editorialBeside(considered)];
  return [...delays, ...returns, ...mended].flatMap((act) => (act === undefined ? [] : [{ ...act, beside: true }]));
}
