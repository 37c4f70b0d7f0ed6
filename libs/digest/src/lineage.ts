import type { Change, LineageStep } from '#domain';

function stepOf({ type, stage }: Change): LineageStep['step'] {
  if (type.startsWith('correction.')) return 'correction';
  return type === 'lineage.anprm' ? 'anprm' : stage;
}

/**
 * The documents of a development in the order of their publication, each once, with the stage it brought: advance notice,
 * proposal, interim rule, final rule, correction. Pure.
 */
export function lineageOf(changes: readonly Change[]): readonly LineageStep[] {
  const steps = new Map<string, LineageStep>();
  for (const change of changes.toSorted((one, other) => (one.changeId < other.changeId ? -1 : 1))) {
    const { documentNumber, changeId, dates, detection } = change;
    if (documentNumber === undefined || detection.path !== 'document' || isLaterFact(change)) continue;
    const { publishedOn } = dates;
    const step = { documentNumber, step: stepOf(change), changeId, ...(publishedOn ? { publishedOn } : {}) };
    const known = steps.get(documentNumber);
    if (!known || step.step === 'correction') steps.set(documentNumber, step);
  }
  const order = (step: LineageStep) => `${step.publishedOn ?? '9999'} ${step.documentNumber}`;
  return [...steps.values()].sort((one, other) => (order(one) < order(other) ? -1 : 1));
}

/** A date that moved later is a fact about a document, not another document. */
function isLaterFact({ type }: Change): boolean {
  return type.startsWith('date.') || type === 'comment.closing' || type === 'comment.closed';
}
