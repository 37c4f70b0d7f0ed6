import { describe, expect, it } from 'vitest';
import type { DocumentsReading } from '#domain';
import { aDocument } from '../a-document.fixture.ts';
import { diffDocuments } from '../diff-documents.ts';
import { doubtOfDocuments } from '../guard-documents.ts';

const CONTEXT = { sourceId: 'us-bis-pages', family: 'bis-pages', jurisdiction: 'US', instrumentId: 'US-EAR' } as const;
const GUARD = { minEntries: 1, maxLossShare: 0.5 };

type Part = readonly [text: string, label?: string, hash?: string];

function page(...parts: readonly Part[]): DocumentsReading {
  const passages = parts.map(([text, label, hash = text], at) => ({
    hash,
    text,
    locator: `paragraph ${at + 1}`,
    ...(label === undefined ? {} : { label }),
  }));
  return { kind: 'documents', documents: [aDocument({ documentId: '/page', title: 'Page', details: { passages } })] };
}

const drafts = (before: DocumentsReading | undefined, after: DocumentsReading) =>
  diffDocuments(before, after, CONTEXT).drafts;

describe('a watched page', () => {
  it('is told to nobody when it is first seen', () => {
    expect(drafts(undefined, page(['One']))).toMatchObject([{ type: 'document.published', alerting: false }]);
  });

  it('is told once, with the words that changed, where its text says something else', () => {
    expect(drafts(page(['One'], ['Two of old'], ['Three']), page(['One'], ['Two anew'], ['Three']))).toMatchObject([
      {
        type: 'guidance.changed',
        before: { places: ['paragraph 2'], text: 'Two of old' },
        after: { places: ['paragraph 2'], text: 'Two anew' },
        quotes: [{ side: 'after', locator: 'paragraph 2', quote: 'Two anew' }],
      },
    ]);
  });

  it('is silent where paragraphs only moved', () => {
    expect(drafts(page(['One'], ['Two']), page(['Two'], ['One']))).toEqual([]);
  });
});

describe('a page of parts that have a label each', () => {
  const questions = page(['Must I?', 'Q1'], ['May I?', 'Q2'], ['Can I?', 'Q3']);

  it('tells of each that came, went or is put otherwise', () => {
    const after = page(['Must I?', 'Q1'], ['May I really?', 'Q2'], ['Shall I?', 'Q4']);
    expect(drafts(questions, after).map(({ type, subject }) => [type, subject.label])).toEqual([
      ['guidance.published', 'Q4'],
      ['guidance.changed', 'Q2'],
      ['guidance.removed', 'Q3'],
    ]);
  });

  it('tells of what was put in between, and not of what it moved on', () => {
    const after = page(['Must I?', 'Q1'], ['New?', 'Q2'], ['May I?', 'Q3'], ['Can I?', 'Q4']);
    expect(drafts(questions, after)).toMatchObject([{ type: 'guidance.published', subject: { label: 'Q2' } }]);
  });

  it('is quoted with words of the later capture, also for what went', () => {
    const [removed] = drafts(questions, page(['Must I?', 'Q1'], ['May I?', 'Q2']));
    expect(removed).toMatchObject({
      type: 'guidance.removed',
      before: { text: 'Can I?' },
      quotes: [{ side: 'after' }],
    });
  });
});

describe('doubtOfDocuments', () => {
  const parts = Array.from({ length: 10 }, (_, at): Part => [`Part ${at}`, `/page/${at}`]);

  it('doubts a page of which more is gone at once than its guard allows', () => {
    const before = page(...parts);
    expect(doubtOfDocuments(before, page(...parts.slice(0, 4)), GUARD)).toContain('6 of 10 passages');
    expect(doubtOfDocuments(before, page(...parts.slice(0, 5)), GUARD)).toBeUndefined();
    expect(doubtOfDocuments(undefined, page(...parts.slice(0, 4)), GUARD)).toBeUndefined();
  });

  it('does not take relabelled or rewritten parts for lost ones', () => {
    const relabelled = parts.map(([text], at): Part => [text, `/moved/${at}`]);
    const rewritten = parts.map(([text], at): Part => [`${text} anew`, `/page/${at}`]);
    expect(doubtOfDocuments(page(...parts), page(...relabelled), GUARD)).toBeUndefined();
    expect(doubtOfDocuments(page(...parts), page(...rewritten), GUARD)).toBeUndefined();
  });

  it('doubts fewer documents than the guard asks for', () => {
    expect(doubtOfDocuments(undefined, { kind: 'documents', documents: [] }, GUARD)).toContain('fewer than the 1');
  });
});
