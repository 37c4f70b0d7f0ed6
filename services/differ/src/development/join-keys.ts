import type { Change, JoinKey } from '#domain';
import { codifiedKeys } from './codified-keys.ts';
import { documentKeys } from './document-keys.ts';
import { factsOf, textFact } from './fact-texts.ts';
import { announcementKeys, revisionKeys } from './japan-keys.ts';
import { listKeys } from './list-keys.ts';

/**
 * Everything by which a change can be joined with others about the same legal act. Each key follows from the change alone, so
 * the same changes join in the same way in whatever order they come. Pure.
 */
export function joinKeysOf(change: Change): readonly JoinKey[] {
  const keys = [...keysByPath(change), ...beneficiaryKeys(change)];
  return [...new Map(keys.map((key) => [`${key.kind} ${key.value}`, key])).values()];
}

function keysByPath(change: Change): readonly JoinKey[] {
  if (change.subject.kind === 'document' || change.detection.path === 'document') {
    return change.jurisdiction === 'JP' ? announcementKeys(change) : documentKeys(change);
  }
  if (change.jurisdiction === 'JP' && change.lineage.citation) return revisionKeys(change);
  if (change.detection.path === 'codified_diff' || change.subject.kind === 'rule') return codifiedKeys(change);
  return listKeys(change);
}

/** A temporary license is renewed by other documents; its beneficiary joins them. */
function beneficiaryKeys(change: Change): readonly JoinKey[] {
  const beneficiary = textFact(factsOf(change), 'beneficiary');
  if (beneficiary === undefined || !change.type.startsWith('authorisation.')) return [];
  return [{ kind: 'authorisation', value: `${change.instrumentId} ${beneficiary}` }];
}
