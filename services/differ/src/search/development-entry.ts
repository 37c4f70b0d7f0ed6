import type { Development, SearchEntry } from '#store';
import type { SummarisedChange } from '../development/summary.ts';

/** So many names of changes are indexed with a development: a rule may add hundreds of parties. */
const MOST_LABELS = 500;

/** A development as it can be found: by its title, its documents and their numbers, and by what its changes are about. */
export function developmentEntry(
  development: Development,
  changes: readonly SummarisedChange[],
  keys: readonly string[],
): SearchEntry {
  const documents = changes.flatMap((change) => change.documentNumber ?? []);
  const labels = new Set(changes.map((change) => change.subjectLabel));
  return {
    kind: 'development',
    subjectId: development.developmentId,
    sourceIds: [...new Set(changes.map((change) => change.sourceId))].toSorted(),
    instrumentIds: development.instruments,
    at: development.lastChangeAt,
    label: development.title,
    titles: [],
    codes: [...new Set([...documents, ...keys])].toSorted(),
    texts: [...labels].toSorted().slice(0, MOST_LABELS),
  };
}
