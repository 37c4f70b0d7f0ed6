import type { Change } from '../change.ts';
import type { ChangeType } from '../change-type.ts';
import { numberAt } from './change-fields.ts';

const FINAL_RULE = 74;
const OBLIGATION = 66;
const FDP_RULE = 76;
const LISTED_FOR_REFERENCE = 64;

const SEVERITY: Readonly<Record<ChangeType, number>> = {
  'entity.added': 80,
  'entity.removed': 60,
  'entity.modified': 60,
  'entity.alias_added': 52,
  'entity.alias_removed': 36,
  'entity.address_added': 36,
  'entity.address_removed': 36,
  'entity.address_changed': 36,
  'entity.name_changed': 52,
  'entity.moved_or_merged': 24,
  'entity.license_requirement_changed': 64,
  'entity.review_policy_changed': 60,
  'entity.footnote_changed': FDP_RULE,
  'entity.citation_changed': 0,
  'entity.detail_changed': 36,
  'list.ownership_scope_changed': 78,
  'item.added': 74,
  'item.removed': 56,
  'item.text_changed': 60,
  'item.parameter_changed': 60,
  'item.reason_for_control_changed': 60,
  'item.exception_eligibility_changed': 60,
  'item.redesignated': 16,
  'item.jurisdiction_transferred': 74,
  'rule.added': FINAL_RULE,
  'rule.removed': 56,
  'rule.text_changed': 60,
  'rule.scope_changed': FINAL_RULE,
  'rule.relocated': 16,
  'rule.suspended': 64,
  'rule.reinstated': 78,
  'rule.reinstatement_scheduled': 78,
  'threshold.changed': 70,
  'country.added': 66,
  'country.removed': 70,
  'country.exemption_added': 56,
  'country.exemption_removed': 70,
  'country.group_changed': 66,
  'country.scope_extended': 66,
  'authorisation.issued': 60,
  'authorisation.extended': 52,
  'authorisation.narrowed': 64,
  'authorisation.broadened': 52,
  'authorisation.expiring': 62,
  'authorisation.expired': 74,
  'authorisation.revoked': 74,
  'lineage.anprm': 50,
  'lineage.proposed': 50,
  'lineage.interim_final': FINAL_RULE,
  'lineage.final': FINAL_RULE,
  'lineage.direct_final': FINAL_RULE,
  'comment.opened': 32,
  'comment.extended': 32,
  'comment.reopened': 32,
  'comment.closing': 32,
  'comment.closed': 16,
  'date.effective_set': 52,
  'date.effective_changed': 52,
  'date.effective_tbd': 32,
  'date.compliance_set': 52,
  'date.compliance_changed': 52,
  'date.applicable_as_of': 52,
  'correction.substantive': 52,
  'correction.editorial': 8,
  'document.published': 32,
  'document.withdrawn': 50,
  'guidance.published': 32,
  'guidance.changed': 32,
  'guidance.removed': 32,
  'penalty.changed': 48,
  'enforcement.action': 48,
  'agreement.signed': 32,
  'agreement.amended': 32,
  'agreement.terminated': 32,
  'announcement.unlegislated': 50,
  'change.unclassified': 60,
};

/** Lists that call for care but put no licence duty on dealing with the listed party. */
const REFERENCE_LISTS: ReadonlySet<string> = new Set(['JP-EUL', 'JP-FDI', 'US-UVL']);

/** Instruments that bind by contract clause or industry duty rather than by a licence. */
const OBLIGATION_INSTRUMENTS: ReadonlySet<string> = new Set([
  'US-889',
  'US-CMMC',
  'US-NISPOM',
  'US-FOCI-SSA',
  'US-CLASSINFO',
  'US-FCC-RR',
  'US-RESEARCH',
  'JP-DEF-INDSEC',
  'JP-GOVPROC',
  'JP-RESEARCH',
  'JP-ICEA-CERT',
]);

const RULE_TYPES: ReadonlySet<ChangeType> = new Set([
  'rule.added',
  'rule.scope_changed',
  'lineage.interim_final',
  'lineage.final',
  'lineage.direct_final',
]);

/** @returns true for lists such as the Foreign End User List: a reason to check, not an embargo. */
export function isReferenceList(instrumentId: string): boolean {
  return REFERENCE_LISTS.has(instrumentId);
}

function severityOfDocument(change: Change): number {
  const listed = numberAt(change.after, 'entitiesAdded', 'personsAdded') ?? 0;
  if (listed > 0) return isReferenceList(change.instrumentId) ? LISTED_FOR_REFERENCE : SEVERITY['entity.added'];
  return change.stage === 'final' || change.stage === 'interim_final' ? SEVERITY['correction.substantive'] : 32;
}

function severityOfRule(change: Change): number {
  if (change.instrumentId === 'US-FDPR') return FDP_RULE;
  return OBLIGATION_INSTRUMENTS.has(change.instrumentId) ? OBLIGATION : SEVERITY[change.type];
}

/** S of the impact model, 0 to 80: how much such a change can alter what is lawful, before asking for whom. */
export function severityOf(change: Change): number {
  const { type, direction } = change;
  if (type === 'entity.added' && isReferenceList(change.instrumentId)) return LISTED_FOR_REFERENCE;
  if (type === 'document.published') return severityOfDocument(change);
  if (type === 'rule.relocated' && change.after?.textDelta !== undefined) return SEVERITY['rule.text_changed'];
  if (RULE_TYPES.has(type)) return severityOfRule(change);
  if (direction === 'loosen' && (type === 'country.added' || type === 'country.removed')) {
    return SEVERITY['country.exemption_added'];
  }
  return SEVERITY[type];
}
