import { describe, expect, it } from 'vitest';
import type { DocumentsReading, RegulatoryDocument } from '#domain';
import { aDocument } from '../a-document.fixture.ts';
import { diffDocuments } from '../diff-documents.ts';
import { BY, parts } from './real-document.fixture.ts';

const context = {
  sourceId: 'us-federal-register',
  family: 'federal-register',
  jurisdiction: 'US',
  instrumentId: 'US-EAR',
} as const;
const reading = (...documents: RegulatoryDocument[]): DocumentsReading => ({ kind: 'documents', documents });
const drafts = (before: DocumentsReading | undefined, ...after: RegulatoryDocument[]) =>
  diffDocuments(before, reading(...after), context).drafts;

const filed = aDocument({
  documentId: '2019-10616',
  title: 'Addition of Entities to the Entity List',
  documentType: 'Rule',
  agencies: ['Industry and Security Bureau'],
  publishedOn: '2019-05-21',
  publicInspectionAt: '2019-05-16T16:15:00-04:00',
});
const { publicInspectionAt: _, ...filedFacts } = filed;
const printed: RegulatoryDocument = {
  ...filedFacts,
  action: 'Final rule.',
  agencies: BY.bis,
  cfr: parts('15/744'),
  summary: 'This final rule adds Huawei Technologies Co., Ltd. to the Entity List.',
  datesText: 'This rule is effective May 16, 2019.',
  citation: '84 FR 22961',
};

describe('a document on public inspection and its print', () => {
  it('are one act: told when filed, its dates recorded when printed (T11)', () => {
    expect(drafts(undefined, filed)).toMatchObject([{ type: 'document.published', instrumentId: 'US-EL' }]);
    expect(drafts(reading(filed), printed)).toMatchObject([
      { type: 'date.effective_set', alerting: false, after: { effectiveFrom: '2019-05-16' } },
    ]);
    expect(drafts(reading(printed), printed)).toEqual([]);
  });

  it('have their date left open as [INSERT DATE ...] resolved by the day of print, and nobody is told twice', () => {
    const open = {
      ...filed,
      datesText:
        'This rule is effective [INSERT DATE OF PUBLICATION IN THE FEDERAL REGISTER]. Comments are due [INSERT DATE 60 DAYS AFTER DATE OF PUBLICATION IN THE FEDERAL REGISTER].',
    };
    const { publishedOn: __, ...undated } = open;
    const [first] = drafts(undefined, undated);
    expect(first?.dates).not.toHaveProperty('effectiveFrom');
    const resolved = {
      ...printed,
      datesText: 'This rule is effective May 21, 2019. Comments are due July 22, 2019.',
      commentsCloseOn: '2019-07-22',
    };
    expect(drafts(reading(undated), resolved).map(({ type, alerting }) => [type, alerting])).toEqual([
      ['date.effective_set', false],
      ['comment.opened', false],
    ]);
  });

  it('are told as a moved date when the print is effective on another day than was filed', () => {
    const dated = { ...filed, datesText: 'This rule is effective May 16, 2019.' };
    expect(drafts(reading(dated), { ...printed, datesText: 'This rule is effective May 20, 2019.' })).toMatchObject([
      { type: 'date.effective_changed', alerting: true, before: { effectiveFrom: '2019-05-16' } },
    ]);
  });
});

describe('a document that said too little when it was filed', () => {
  it('is told when its print says more, and not again', () => {
    const vague = aDocument({ title: 'Notice', agencies: ['Industry and Security Bureau'], documentType: 'Notice' });
    expect(drafts(undefined, vague)).toMatchObject([{ type: 'change.unclassified', alerting: false }]);
    const clear = { ...vague, title: 'Order Renewing Temporary Denial of Export Privileges' };
    expect(drafts(reading(vague), clear)).toMatchObject([{ type: 'enforcement.action' }]);
    expect(drafts(reading(clear), clear)).toEqual([]);
  });
});

describe('documents that look alike', () => {
  const license = aDocument({
    documentId: '2019-17920',
    title: 'Temporary General License: Extension of Validity',
    publishedOn: '2019-08-21',
    rins: ['0694-AH97'],
    summary: 'The U.S. Government has decided to extend through November 18, 2019, the temporary general license.',
  });
  const additions = aDocument({
    documentId: '2019-17921',
    title: 'Addition of Certain Entities to the Entity List and Revision of Entries on the Entity List',
    publishedOn: '2019-08-21',
    rins: ['0694-AH97'],
    summary: 'In this final rule, BIS adds forty-six entities to the Entity List.',
  });

  it('of one day and one RIN are two acts (T21)', () => {
    expect(drafts(undefined, license, additions).map(({ type, instrumentId }) => [type, instrumentId])).toEqual([
      ['authorisation.extended', 'US-TGL'],
      ['document.published', 'US-EL'],
    ]);
  });

  it('are joined where one corrects the other, also where only its number says so', () => {
    const correction = aDocument({
      documentId: 'C1-2019-17921',
      title: additions.title,
      publishedOn: '2019-08-30',
      documentType: 'Rule',
      corrects: '2019-17921',
    });
    expect(drafts(reading(license), correction)).toMatchObject([
      { type: 'correction.substantive', lineage: { corrects: ['2019-17921'] } },
    ]);
  });
});

describe('what no document of the Federal Register says', () => {
  it('is not told: a word of the press on a rule changes no known document (T17)', () => {
    expect(drafts(reading(printed), { ...printed, summary: `${printed.summary} The rule will be rescinded.` })).toEqual(
      [],
    );
  });

  it('is not taken from an exception in the summary (T10)', () => {
    const [draft] = drafts(
      undefined,
      aDocument({
        title: 'Addition of Software to the Export Control Classification Number 0Y521 Series',
        summary: 'This interim final rule imposes a license requirement to all destinations, except Canada.',
      }),
    );
    expect(draft?.after).toMatchObject({ exceptCountry: 'CA' });
    expect(draft?.after).not.toHaveProperty('countries');
  });
});
