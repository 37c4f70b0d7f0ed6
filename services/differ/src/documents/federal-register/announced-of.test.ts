import { describe, expect, it } from 'vitest';
import type { DocumentsReading, JsonObject, RegulatoryDocument } from '#domain';
import { accumulated } from '../../list/accumulated-list.ts';
import { aDocument } from '../a-document.fixture.ts';
import { diffDocuments } from '../diff-documents.ts';

const context = {
  sourceId: 'us-federal-register',
  family: 'federal-register',
  jurisdiction: 'US',
  instrumentId: 'US-EAR',
} as const;
const reading = (...documents: RegulatoryDocument[]): DocumentsReading => ({ kind: 'documents', documents });
const entry = (type: string, name: string, country: string): JsonObject => ({ type, list: 'EL', name, country });

const summary =
  'In this rule, BIS amends the EAR by adding two entities under three entries to the Entity List. This final rule also removes one entity.';
const summarised = aDocument({ title: 'Additions of Entities to the Entity List', documentType: 'Rule', summary });
const whole = (announced: readonly JsonObject[], details: JsonObject = {}) => ({
  ...summarised,
  details: { announced, ...details },
});
const ordered = [
  { ...entry('entity.added', 'Alpha Tech', 'CN'), aliases: ['Alfa Technologies'], entityGroupId: 'alphatech' },
  { ...entry('entity.added', 'Alpha Tech', 'TR'), entityGroupId: 'alphatech' },
  entry('entity.added', 'Beta Institute', 'CN'),
  entry('entity.removed', 'Zeta GmbH', 'DE'),
];
const draftsOf = (before: DocumentsReading | undefined, after: RegulatoryDocument) =>
  diffDocuments(before, reading(after), context).drafts;

describe('what the instructions of a rule order', () => {
  it('stands on the one change of the document, by party and destination, for the list to be joined with', () => {
    const [draft, ...more] = draftsOf(undefined, whole(ordered));
    expect(more).toEqual([]);
    expect(draft).toMatchObject({
      type: 'document.published',
      after: {
        announced: ordered,
        names: ['Alpha Tech', 'Beta Institute', 'Zeta GmbH', 'Alfa Technologies'],
        countries: ['CN', 'TR', 'DE'],
      },
    });
    expect(draft?.needsReview).toBeUndefined();
  });

  it('agrees with a summary that counts entities and entries apart (T8)', () => {
    const stated = { destinations: 'The entries are added under the destinations of China (2) and Turkey (1).' };
    expect(draftsOf(undefined, whole(ordered, stated))[0]?.notes).toBeUndefined();
  });

  it('goes to a person and is told all the same where the counts disagree', () => {
    const stated = { destinations: 'The entries are added under the destinations of China (3) and Turkey (1).' };
    const [draft] = draftsOf(undefined, whole(ordered.slice(0, 2), stated));
    expect(draft).toMatchObject({ type: 'document.published', needsReview: true });
    expect(draft?.alerting).toBeUndefined();
    expect(draft?.notes).toEqual([
      'the document states 3 entries added, its instructions order 2',
      'the document states 1 entities removed, its instructions order 0',
      'the document states 3 entries added under CN, its instructions order 1',
    ]);
  });

  it('is told once more, by name, when the document had been told by its summary alone', () => {
    expect(draftsOf(reading(summarised), whole(ordered))).toMatchObject([
      { type: 'document.published', alerting: true, after: { names: expect.arrayContaining(['Beta Institute']) } },
    ]);
    expect(draftsOf(reading(whole(ordered)), whole(ordered))).toEqual([]);
  });

  it('is recorded and told to nobody again when it names items and sections alone', () => {
    const items = whole([{ type: 'item.added', item: '3A090', cfr: '15 CFR 774 Supp. 1' }]);
    expect(draftsOf(reading(summarised), items)).toMatchObject([{ alerting: false }]);
  });

  it('is not lost when the summary of the document is read after its whole text', () => {
    const kept = accumulated(reading(whole(ordered)), reading(summarised));
    expect(kept).toEqual(reading(whole(ordered)));
    expect(draftsOf(kept.kind === 'documents' ? kept : undefined, whole(ordered))).toEqual([]);
    expect(draftsOf(reading(whole(ordered)), summarised)).toEqual([]);
  });
});
