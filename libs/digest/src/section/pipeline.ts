import type { Change, Stage } from '#domain';
import { threadOf } from '../deadlines.ts';
import type { PipelineThread } from '../digest.ts';
import { type Impacts, lineOf } from './line.ts';

const FAMILIES = ['lineage.', 'comment.', 'date.'] as const;

const RULEMAKING: ReadonlySet<Stage> = new Set(['anprm', 'proposed', 'interim_final', 'final']);

/** @returns true for steps of a rulemaking, also for a rule document whose step its text does not name. */
export function isPipelineStep({ type, stage }: Change): boolean {
  if (type === 'document.published') return RULEMAKING.has(stage);
  return type === 'document.withdrawn' || FAMILIES.some((family) => type.startsWith(family));
}

type Step = PipelineThread['steps'][number];

function stepOf(change: Change, impacts: Impacts): Step {
  const { publishedOn } = change.dates;
  const step = change.type.slice(change.type.indexOf('.') + 1).replaceAll('_', ' ');
  return { ...lineOf(change, impacts), step, ...(publishedOn !== undefined && { publishedOn }) };
}

/**
 * Rulemakings of the period by RIN, docket or document number, each from its oldest step: steps told in earlier periods
 * stand with them, marked so.
 */
export function pipeline(
  changes: readonly Change[],
  impacts: Impacts,
  earlier: readonly Change[] = [],
): readonly PipelineThread[] {
  const threads = Map.groupBy(changes.filter(isPipelineStep), threadOf);
  const before = Map.groupBy(
    earlier.filter((change) => isPipelineStep(change) && threads.has(threadOf(change))),
    threadOf,
  );
  return [...threads].map(([thread, steps]) => ({
    thread,
    steps: [
      ...(before.get(thread) ?? []).map((change): Step => ({ ...stepOf(change, impacts), earlier: true })),
      ...steps.map((change) => stepOf(change, impacts)),
    ].toSorted((a, b) => (a.publishedOn ?? '').localeCompare(b.publishedOn ?? '')),
  }));
}
