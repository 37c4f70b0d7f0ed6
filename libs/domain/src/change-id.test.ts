import { describe, expect, it } from 'vitest';
import { changeIdBetween, changeIdOfDocument, digestOf, readingId } from './change-id.ts';

const listed = { sourceId: 's', type: 'entity.added', subjectKey: 'zte' };

describe('identity of changes', () => {
  it('repeats when the same comparison is made again', () => {
    const ids = { ...listed, previousReadingId: 'a', readingId: 'b' };
    expect(changeIdBetween(ids)).toBe(changeIdBetween({ ...ids }));
  });

  it('differs when the same change happens again later: listed, delisted, listed', () => {
    const bytes = { sourceId: 's', sha256: 'with zte' };
    const first = readingId({ ...bytes, retrievedAt: '2016-03-08T00:00:00.000Z' });
    const again = readingId({ ...bytes, retrievedAt: '2018-04-15T00:00:00.000Z' });
    expect(first).not.toBe(again);
    expect(changeIdBetween({ ...listed, previousReadingId: 'without', readingId: first })).not.toBe(
      changeIdBetween({ ...listed, previousReadingId: 'without', readingId: again }),
    );
  });

  it('is one for a document and type, however often it is seen', () => {
    const document = { sourceId: 's', type: 'lineage.final', documentId: '2019-10616' };
    expect(changeIdOfDocument(document)).toBe(changeIdOfDocument({ ...document }));
    expect(changeIdOfDocument(document)).not.toBe(changeIdOfDocument({ ...document, type: 'comment.opened' }));
  });

  it('does not confuse parts that join to the same text', () => {
    expect(digestOf('ab', 'c')).not.toBe(digestOf('a', 'bc'));
  });
});
