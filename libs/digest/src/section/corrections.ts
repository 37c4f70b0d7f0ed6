import type { Change } from '#domain';
import { deadlinesOf } from '../deadlines.ts';
import type { CorrectionLine } from '../digest.ts';
import { valuesOf } from '../sentence/wording.ts';
import { type Impacts, lineOf } from './line.ts';

const MOVED_DATES: ReadonlySet<string> = new Set([
  'date.effective_changed',
  'date.compliance_changed',
  'comment.extended',
]);

/** @returns true for changes that put right what may have been told before. */
export function isCorrection({ type, lineage }: Change): boolean {
  return type.startsWith('correction.') || MOVED_DATES.has(type) || (lineage.corrects?.length ?? 0) > 0;
}

function correctionOf(change: Change, impacts: Impacts): CorrectionLine {
  const moved = deadlinesOf(change).find(({ movedFrom }) => movedFrom !== undefined);
  const { from, to } = valuesOf(change, 'value', 'text');
  const corrected = change.lineage.corrects?.map((number) => `document ${number}`).join(', ');
  return {
    ...lineOf(change, impacts),
    said: moved?.movedFrom ?? from ?? corrected ?? 'see the corrected document',
    is: moved?.on ?? to ?? change.documentNumber ?? change.subject.label,
  };
}

/** What was told before and no longer holds, beside what does. */
export function corrections(changes: readonly Change[], impacts: Impacts): readonly CorrectionLine[] {
  return changes.filter(isCorrection).map((change) => correctionOf(change, impacts));
}
