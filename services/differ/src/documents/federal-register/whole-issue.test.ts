import { describe, expect, it } from 'vitest';
import type { DocumentsReading, RegulatoryDocument } from '#domain';
import { aDocument } from '../a-document.fixture.ts';
import { diffDocuments } from '../diff-documents.ts';
import { instructionsOf } from './instructions-of.ts';

const context = {
  sourceId: 'us-federal-register-issue',
  family: 'federal-register-issue',
  jurisdiction: 'US',
  instrumentId: 'US-EAR',
} as const;
const reading = (document: RegulatoryDocument): DocumentsReading => ({ kind: 'documents', documents: [document] });

const instruction = (text: string) => ({ title: '15', part: '744', text });
const rule = aDocument({
  datesText: 'This rule is effective May 16, 2019.',
  details: {
    instructions: [
      instruction('1. The authority citation for 15 CFR part 744 continues to read as follows:'),
      instruction('2. Supplement No. 4 to part 744 is amended by adding, in alphabetical order, one Chinese entity.'),
    ],
  },
});

describe('documents of a whole issue', () => {
  it('tell their instructions, without the authority citation that every amendment repeats', () => {
    expect(instructionsOf(rule)).toEqual([
      { part: '15 CFR 744', text: expect.stringMatching(/^2\. Supplement No\. 4/) },
    ]);
    expect(diffDocuments(undefined, reading(rule), context).drafts[0]?.after?.instructions).toHaveLength(1);
  });

  it('have no instructions where the details hold something else', () => {
    expect(instructionsOf(aDocument({ details: { instructions: 'none' } }))).toEqual([]);
    expect(instructionsOf(aDocument({ details: { instructions: [1, null, { text: 5 }] } }))).toEqual([]);
  });

  it('tell how many letters a notification to the Congress prints, and its public notice', () => {
    const notice = aDocument({
      title: 'Notifications to the Congress of Proposed Commercial Export Licenses',
      documentType: 'Notice',
      action: 'Notice.',
      datesText: 'The dates of notification to Congress are as shown on each of the 24 Letters.',
      agencies: ['State Department', 'Directorate of Defense Trade Controls'],
      dockets: ['Public Notice: 12325'],
      cfr: [],
    });
    expect(diffDocuments(undefined, reading(notice), context).drafts).toMatchObject([
      { type: 'document.published', instrumentId: 'US-ITAR', after: { letters: 24, publicNotice: '12325' } },
    ]);
  });

  it('set no date anew when the search had given the same DATES section another reading', () => {
    const searched = { ...rule, effectiveOn: '2019-05-21', details: {} };
    expect(diffDocuments(reading(searched), reading(rule), context).drafts).toEqual([]);
    const redated = { ...rule, datesText: 'This rule is effective June 20, 2019.' };
    expect(diffDocuments(reading(searched), reading(redated), context).drafts).toMatchObject([
      {
        type: 'date.effective_changed',
        before: { effectiveFrom: '2019-05-21' },
        after: { effectiveFrom: '2019-06-20' },
      },
    ]);
  });
});
