import type { Change, Stage } from '#domain';
import type { Development } from '#store';
import { factsOf, textFact } from './fact-texts.ts';

/** How far a measure can come; what is withdrawn or stayed outranks what it would have become. */
const PROGRESS: readonly Stage[] = [
  'guidance',
  'announced',
  'anprm',
  'proposed',
  'interim_final',
  'final',
  'in_force',
  'stayed',
  'withdrawn',
];
const LONGEST_TITLE_CHARS = 300;

/** The facts about each change of a development that its summary is made of. */
export interface SummarisedChange {
  readonly changeId: string;
  readonly sourceId: string;
  readonly instrumentId: string;
  readonly jurisdiction: Change['jurisdiction'];
  readonly stage: Stage;
  readonly documentNumber: string | null;
  readonly subjectKey: string;
  readonly subjectLabel: string;
  readonly detectedAt: string;
}

/** The change that a development is called by: the document it is anchored in, else the first of its changes by name. */
export function leaderOf(anchor: string, changes: readonly SummarisedChange[]): SummarisedChange | undefined {
  const rank = ({ documentNumber, subjectKey }: SummarisedChange) => {
    if (anchor.endsWith(` ${documentNumber ?? subjectKey}`)) return 0;
    return documentNumber === null ? 2 : 1;
  };
  const order = (change: SummarisedChange) => `${rank(change)} ${change.subjectLabel} ${change.changeId}`;
  return changes.toSorted((one, other) => (order(one) < order(other) ? -1 : 1))[0];
}

/** A development as its changes make it, in whatever order they came. Pure. */
export function summaryOf(
  id: Pick<Development, 'developmentId' | 'anchor'>,
  changes: readonly SummarisedChange[],
  leader: Change,
): Development {
  const instants = changes.map((change) => change.detectedAt).sort();
  return {
    ...id,
    title: titleOf(leader, changes.length).slice(0, LONGEST_TITLE_CHARS).replaceAll('\u0000', ''),
    jurisdiction: leader.jurisdiction,
    instruments: [...new Set(changes.map((change) => change.instrumentId))].sort(),
    stage: changes.map((change) => change.stage).reduce(further, 'guidance'),
    openedAt: instants[0] ?? leader.detectedAt,
    lastChangeAt: instants.at(-1) ?? leader.detectedAt,
    changeCount: changes.length,
    sourceCount: new Set(changes.map((change) => change.sourceId)).size,
  };
}

function further(one: Stage, other: Stage): Stage {
  return PROGRESS.indexOf(one) >= PROGRESS.indexOf(other) ? one : other;
}

function titleOf(leader: Change, count: number): string {
  const title = leader.subject.kind === 'document' ? textFact(factsOf(leader), 'title') : undefined;
  if (title !== undefined) return title;
  const order = leader.jurisdiction === 'JP' ? leader.lineage.citation?.[0] : undefined;
  if (order !== undefined) return count === 1 ? `${order}: ${leader.subject.label}` : order;
  return count === 1 ? leader.subject.label : `${leader.subject.label} and ${count - 1} more`;
}
