/**
 * Every kind of change Redline can report. Past tense, dot-delimited, closed: what fits none of these is
 * `change.unclassified`, and is never dropped.
 */
export const CHANGE_TYPES = [
  'entity.added',
  'entity.removed',
  'entity.modified',
  'entity.alias_added',
  'entity.alias_removed',
  'entity.address_added',
  'entity.address_removed',
  'entity.address_changed',
  'entity.name_changed',
  'entity.moved_or_merged',
  'entity.license_requirement_changed',
  'entity.review_policy_changed',
  'entity.footnote_changed',
  'entity.citation_changed',
  'entity.detail_changed',
  'list.ownership_scope_changed',
  'item.added',
  'item.removed',
  'item.text_changed',
  'item.parameter_changed',
  'item.reason_for_control_changed',
  'item.exception_eligibility_changed',
  'item.redesignated',
  'item.jurisdiction_transferred',
  'rule.added',
  'rule.removed',
  'rule.text_changed',
  'rule.scope_changed',
  'rule.relocated',
  'rule.suspended',
  'rule.reinstated',
  'rule.reinstatement_scheduled',
  'threshold.changed',
  'country.added',
  'country.removed',
  'country.exemption_added',
  'country.exemption_removed',
  'country.group_changed',
  'country.scope_extended',
  'authorisation.issued',
  'authorisation.extended',
  'authorisation.narrowed',
  'authorisation.broadened',
  'authorisation.expiring',
  'authorisation.expired',
  'authorisation.revoked',
  'lineage.anprm',
  'lineage.proposed',
  'lineage.interim_final',
  'lineage.final',
  'lineage.direct_final',
  'comment.opened',
  'comment.extended',
  'comment.reopened',
  'comment.closing',
  'comment.closed',
  'date.effective_set',
  'date.effective_changed',
  'date.effective_tbd',
  'date.compliance_set',
  'date.compliance_changed',
  'date.applicable_as_of',
  'correction.substantive',
  'correction.editorial',
  'document.published',
  'document.withdrawn',
  'guidance.published',
  'guidance.changed',
  'guidance.removed',
  'penalty.changed',
  'enforcement.action',
  'agreement.signed',
  'agreement.amended',
  'agreement.terminated',
  'announcement.unlegislated',
  'change.unclassified',
] as const;

export type ChangeType = (typeof CHANGE_TYPES)[number];

/** Operator alerts: what is wrong with a source, never what is wrong with the law. */
export const SOURCE_PROBLEMS = [
  'source.unavailable',
  'source.structure_changed',
  'source.implausible',
  'source.stale',
  'source.unreconciled',
] as const;

export type SourceProblemType = (typeof SOURCE_PROBLEMS)[number];

const SILENT: ReadonlySet<ChangeType> = new Set([
  'entity.citation_changed',
  'item.redesignated',
  'correction.editorial',
]);

/** @returns false for kinds that are recorded and shown but told to nobody unless the detector says otherwise. */
export function alertsByDefault(type: ChangeType): boolean {
  return !SILENT.has(type);
}
