import type { Change } from '#domain';
import { citationsOf } from '../citation.ts';
import type { CorrectedFact } from '../correction.ts';
import { deadlinesOf } from '../deadlines.ts';
import type { CorrectionLine } from '../digest.ts';
import { valuesOf } from '../sentence/wording.ts';
import { type Impacts, lineOf } from './line.ts';

/** One fact that the reader had been told, and the change that told it. */
export interface ToldFact extends CorrectedFact {
  readonly told: Change;
}

/** What the reader had been told and no longer holds, by the id of the change that puts it right. */
export type Corrected = ReadonlyMap<string, readonly ToldFact[]>;

const MOVED_DATES: ReadonlySet<string> = new Set([
  'date.effective_changed',
  'date.compliance_changed',
  'comment.extended',
]);

/** @returns true for changes that put right what may have been told before. */
export function isCorrection({ type, lineage }: Change): boolean {
  return type.startsWith('correction.') || MOVED_DATES.has(type) || (lineage.corrects?.length ?? 0) > 0;
}

/** Said by the correcting document itself, where it is not known what the reader was told. */
function ownCorrection(change: Change): CorrectedFact {
  const moved = deadlinesOf(change).find(({ movedFrom }) => movedFrom !== undefined);
  const { from, to } = valuesOf(change, 'value', 'text');
  const corrected = change.lineage.corrects?.map((number) => `document ${number}`).join(', ');
  return {
    fact: moved === undefined ? 'what was published' : 'date',
    said: moved?.movedFrom ?? from ?? corrected ?? 'see the corrected document',
    is: moved?.on ?? to ?? change.documentNumber ?? change.subject.label,
  };
}

function linesOf(change: Change, impacts: Impacts, corrected: Corrected): readonly CorrectionLine[] {
  const line = lineOf(change, impacts);
  const told = corrected.get(change.changeId) ?? [];
  if (told.length === 0) return isCorrection(change) ? [{ ...line, ...ownCorrection(change) }] : [];
  return told.map(({ told: before, fact, said, is }) => ({
    ...line,
    fact,
    said,
    is,
    told: { changeId: before.changeId, citations: citationsOf(before) },
  }));
}

/** What was told before and no longer holds, beside what does, with the proof of both. */
export function corrections(
  changes: readonly Change[],
  impacts: Impacts,
  corrected: Corrected,
): readonly CorrectionLine[] {
  return changes.flatMap((change) => linesOf(change, impacts, corrected));
}
