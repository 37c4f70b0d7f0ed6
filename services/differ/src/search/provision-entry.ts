import type { Provision, TextReading } from '#domain';
import type { Source } from '#sources';
import { provisionId, type SearchEntry } from '#store';

/** The provisions of a text as they can be found: by label, caption and words. @param at when the text was read */
export function provisionEntries(source: Source, reading: TextReading, at: string): readonly SearchEntry[] {
  return reading.provisions.map((provision) => provisionEntry(source, reading, provision, at));
}

function provisionEntry(source: Source, reading: TextReading, provision: Provision, at: string): SearchEntry {
  return {
    kind: 'provision',
    subjectId: provisionId(source.id, provision.label),
    sourceIds: [source.id],
    instrumentIds: [provision.instrumentId ?? source.instrumentId],
    at,
    label: provision.label,
    titles: [provision.caption ?? ''],
    codes: [provision.label, ...(provision.country === undefined ? [] : [provision.text])],
    texts: [provision.text, reading.title],
    printed: provision.text,
  };
}
