import type { Act, ActReader, Considered } from './acts.ts';
import { directionOfRule } from './direction-of.ts';
import { enforcement, listChange, ownershipScope } from './list-acts.ts';
import {
  exceptedStates,
  generalLicense,
  guidance,
  inquiry,
  licenseAct,
  notificationToCongress,
  temporaryClassification,
  validatedEndUser,
} from './notice-acts.ts';
import { commentPeriod, correction, delayedEffect, withdrawal } from './procedural-acts.ts';
import { adoptedRule, countryChange, penaltyAdjustment, proposal, relocation, suspension } from './rule-acts.ts';

/**
 * In order of precedence: what is done to an earlier document outranks what that document did, a proposal outranks what
 * it would do, and a narrow act (a list, a license, a country) outranks the stage of the rule that carries it.
 */
const READERS: readonly ActReader[] = [
  notificationToCongress,
  withdrawal,
  commentPeriod,
  delayedEffect,
  correction,
  proposal,
  enforcement,
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
  /\b(?:this|these) (?:final )?rules?\b|\b(?:is|are) (?:\w+ )?(?:amending|expanding|imposing|revising|adding|removing|adopting|suspending|taking)\b|\b(?:amends|imposes|revises|adopts|expands|suspends)\b/i;

/** The one act a document is announced by. Without a narrower one it is a published document. */
export function actOf(considered: Considered): Act {
  for (const read of READERS) {
    const act = read(considered);
    if (act !== undefined) return act;
  }
  const { text } = considered;
  const binds = text.document.documentType === 'Rule' || BINDS.test(text.own);
  return { type: 'document.published', stage: binds ? 'final' : 'announced', direction: directionOfRule(text.own) };
}

/** Acts a document does beside its main one, each of which somebody may rely on: a license ended by a rule on lists. */
export function furtherActsOf({ text, instruments, rulemaking }: Considered): readonly Act[] {
  if (!instruments.others.includes('US-TGL') || rulemaking === 'proposed' || rulemaking === 'anprm') return [];
  const act = licenseAct(text, rulemaking);
  return act === undefined ? [] : [{ ...act, instrumentId: 'US-TGL' }];
}
