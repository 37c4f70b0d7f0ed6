import { type Change, textsAt } from '#domain';
import type { ListChangeRow } from '../digest.ts';
import { instrumentName } from '../instrument-name.ts';
import { type Impacts, lineOf } from './line.ts';

function fact({ before, after }: Change, ...keys: readonly string[]): string {
  return textsAt(after, ...keys)[0] ?? textsAt(before, ...keys)[0] ?? '';
}

function signOf({ type }: Change): ListChangeRow['sign'] {
  if (type === 'entity.added') return '+';
  return type === 'entity.removed' ? '−' : '~';
}

/** @returns true for changes to parties on a list. */
export function isListChange({ type }: Change): boolean {
  return type.startsWith('entity.');
}

/** The table of parties that joined, left or changed. */
export function listChanges(changes: readonly Change[], impacts: Impacts): readonly ListChangeRow[] {
  return changes.filter(isListChange).map((change) => ({
    ...lineOf(change, impacts),
    list: fact(change, 'list', 'table') || instrumentName(change.instrumentId),
    country: fact(change, 'country'),
    entity: change.subject.label,
    sign: signOf(change),
    requirement: fact(change, 'licenseRequirement'),
    policy: fact(change, 'licenseReviewPolicy', 'reviewPolicy'),
  }));
}
