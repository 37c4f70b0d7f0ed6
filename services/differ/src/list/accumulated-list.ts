import type { DocumentsReading, ListReading, Reading, RegulatoryDocument, SectionCount } from '#domain';
import { entryKey } from './entry-identity.ts';

function summed(before: readonly SectionCount[], added: readonly SectionCount[], replaced: number) {
  const counts = new Map(before.map(({ section, entries }) => [section, entries]));
  for (const { section, entries } of added) counts.set(section, (counts.get(section) ?? 0) + entries);
  const [first] = added;
  if (first) counts.set(first.section, (counts.get(first.section) ?? 0) - replaced);
  return [...counts].map(([section, entries]): SectionCount => ({ section, entries }));
}

/** Details that only the whole text of a document holds; a later summary of it takes none of them back. */
const OF_WHOLE_TEXT = ['instructions', 'tables', 'announced', 'destinations', 'savings'] as const;

function withWholeText(before: RegulatoryDocument | undefined, after: RegulatoryDocument): RegulatoryDocument {
  if (before === undefined) return after;
  const kept = OF_WHOLE_TEXT.filter((name) => before.details[name] !== undefined && after.details[name] === undefined);
  if (kept.length === 0) return after;
  const known = Object.fromEntries(kept.map((name) => [name, before.details[name] ?? null]));
  return { ...after, details: { ...known, ...after.details } };
}

function documentsAfter(before: DocumentsReading, after: DocumentsReading): DocumentsReading {
  const known = new Map(before.documents.map((document) => [document.documentId, document]));
  return {
    ...after,
    documents: after.documents.map((document) => withWholeText(known.get(document.documentId), document)),
  };
}

/**
 * The list as it stands after a reading. One that holds only additions is laid over what was known: the base for the next
 * comparison is the whole list, not the last leaflet. A document keeps what its whole text said when a summary of it is read
 * later. Any other reading stands for itself. Pure.
 */
export function accumulated(before: Reading | undefined, after: Reading): Reading {
  if (after.kind === 'documents' && before?.kind === 'documents') return documentsAfter(before, after);
  if (after.kind !== 'list' || after.extent !== 'additions' || before?.kind !== 'list') return after;
  const renewed = new Set(after.entries.map(entryKey));
  const kept = before.entries.filter((entry) => !renewed.has(entryKey(entry)));
  const { extent: _, ...list } = after;
  const whole: ListReading = {
    ...list,
    entries: [...kept, ...after.entries],
    sections: summed(before.sections, after.sections, before.entries.length - kept.length),
  };
  return before.extent === undefined ? whole : { ...whole, extent: before.extent };
}
