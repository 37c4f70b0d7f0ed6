import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DocumentsReading, RegulatoryDocument } from '#domain';
import { federalRegister, metiNews, type Source } from '#sources';
import { aDocument } from './a-document.fixture.ts';
import { diffDocuments } from './diff-documents.ts';

const register = {
  sourceId: 'us-federal-register',
  family: 'federal-register',
  jurisdiction: 'US',
  instrumentId: 'US-EAR',
} as const;
const news = { sourceId: 'jp-meti-news', family: 'meti-news', jurisdiction: 'JP', instrumentId: 'JP-FEFA' } as const;
const log = {
  sourceId: 'jp-meti-anpo-amendments',
  family: 'meti-amendments',
  jurisdiction: 'JP',
  instrumentId: 'JP-FEFA',
} as const;

const reading = (...documents: readonly RegulatoryDocument[]): DocumentsReading => ({ kind: 'documents', documents });

const listing = aDocument({
  documentId: '2019-10616',
  title: 'Addition of Entities to the Entity List',
  summary: 'This rule amends the EAR by adding Huawei Technologies Co., Ltd. (Huawei) to the Entity List.',
  publishedOn: '2019-05-21',
});

describe('diffDocuments', () => {
  it('announces a new document once, under its number', () => {
    const { drafts } = diffDocuments(undefined, reading(listing), register);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({
      type: 'document.published',
      subject: { kind: 'document', key: '2019-10616', label: '2019-10616' },
      documentNumber: '2019-10616',
      instrumentId: 'US-EL',
    });
    expect(diffDocuments(reading(listing), reading(listing), register).drafts).toEqual([]);
  });

  it('does not announce the print of a document that was on public inspection, but records the dates it adds', () => {
    const filed = aDocument({
      documentId: '2019-10616',
      title: listing.title,
      publicInspectionAt: '2019-05-16T16:15:00-04:00',
    });
    const printed = { ...listing, effectiveOn: '2019-05-16' };
    const { drafts } = diffDocuments(reading(filed), reading(printed), register);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({
      type: 'date.effective_set',
      alerting: false,
      after: { effectiveFrom: '2019-05-16' },
    });
  });

  it('announces the print of a document whose filed title said nothing', () => {
    const filed = aDocument({
      documentId: '2019-10616',
      title: 'Addition of Certain Persons',
      publicInspectionAt: '2019-05-16T16:15:00-04:00',
    });
    expect(diffDocuments(reading(filed), reading(listing), register).drafts[0]?.type).toBe('document.published');
  });

  it('keeps two documents of one day and one RIN apart', () => {
    const license = aDocument({
      documentId: '2019-17920',
      title: 'Temporary General License: Extension of Validity',
      rins: ['0694-AH85'],
    });
    const second = { ...listing, documentId: '2019-17921', documentNumber: '2019-17921', rins: ['0694-AH85'] };
    expect(diffDocuments(undefined, reading(license, second), register).drafts.map(({ type }) => type)).toEqual([
      'authorisation.extended',
      'document.published',
    ]);
  });

  it('tells a moved effective date and a later end of comments, each move anew', () => {
    const before = { ...listing, effectiveOn: '2019-05-16', commentsCloseOn: '2019-06-20' };
    const after = { ...listing, effectiveOn: '2019-06-16', commentsCloseOn: '2019-07-20' };
    const { drafts } = diffDocuments(reading(before), reading(after), register);
    expect(drafts.map(({ type, before: old, after: now }) => [type, old, now?.title !== undefined])).toEqual([
      ['date.effective_changed', { effectiveFrom: '2019-05-16' }, true],
      ['comment.extended', { commentClose: '2019-06-20' }, true],
    ]);
    const again = diffDocuments(reading(after), reading({ ...after, effectiveOn: '2019-08-01' }), register).drafts;
    expect(again[0]?.subject.key).not.toBe(drafts[0]?.subject.key);
  });

  it('accounts for every document: told, or dismissed with a reason', () => {
    const form = aDocument({ documentId: '2020-05716', title: 'Submission for OMB Review; Comment Request' });
    const { drafts, dismissed } = diffDocuments(undefined, reading(listing, form), register);
    expect(drafts.length + dismissed.length).toBe(2);
    expect(dismissed).toEqual([{ documentId: '2020-05716', because: expect.stringMatching(/Paperwork/) }]);
  });

  it('takes an entry that rolled off a feed for nothing', () => {
    const old = aDocument({ documentId: '20250929006', title: '「外国ユーザーリスト」を改正しました' });
    expect(diffDocuments(reading(old), reading(), news)).toEqual({ drafts: [], dismissed: [] });
  });
});

function release(title: string, fields: Partial<RegulatoryDocument> = {}): RegulatoryDocument {
  const { documentNumber: _none, ...entry } = aDocument({ documentId: title, title, quote: title, ...fields });
  return entry;
}

describe('diffDocuments for METI', () => {
  it.each([
    ['輸出貿易管理令の一部を改正する政令が閣議決定されました', 'JP-EXPORT-T1', 'announced'],
    ['大量破壊兵器等の懸念…「外国ユーザーリスト」を改正しました', 'JP-EUL', 'final'],
    ['「輸出貿易管理令の運用について」等の一部を改正する通達について', 'JP-CIRCULARS', 'final'],
    [
      '「輸出貿易管理令別表第一及び外国為替令別表の規定に基づき貨物又は技術を定める省令」等の改正について',
      'JP-GOODS',
      'final',
    ],
    ['補完的輸出規制に関する改正案の意見募集を開始しました', 'JP-CATCHALL', 'proposed'],
  ])('reads %s', (title, instrumentId, stage) => {
    const { drafts } = diffDocuments(undefined, reading(release(title)), news);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({ type: 'document.published', instrumentId, stage, subject: { label: title } });
  });

  it('dismisses a release that concerns no trade control', () => {
    const { drafts, dismissed } = diffDocuments(
      undefined,
      reading(release('中小企業の価格交渉促進月間の結果を公表しました')),
      news,
    );
    expect([drafts.length, dismissed.length]).toEqual([0, 1]);
  });

  it('tells every row of the amendment log, whatever its words', () => {
    expect(diffDocuments(undefined, reading(release('組織改編に伴う改正について')), log).drafts).toHaveLength(1);
  });

  it('tells that an old entry was edited in place, and nothing when only blanks moved', () => {
    const block = (text: string) => ({ block: { heading: 'x', text, links: [], enforcedOn: [] } });
    const before = release('「輸出貿易管理令の一部を改正する政令」等の改正について', { details: block('新旧対照表') });
    const edited = { ...before, details: block('新旧対照表（令和8年1月30日一部修正）') };
    const spaced = { ...before, details: block('新旧 対照表') };
    expect(diffDocuments(reading(before), reading(edited), log).drafts.map(({ type }) => type)).toEqual([
      'guidance.changed',
    ]);
    expect(diffDocuments(reading(before), reading(spaced), log).drafts).toEqual([]);
  });
});

const corpus = process.env.REDLINE_CORPUS ?? '../shared/corpus';
const hasCorpus = existsSync(join(corpus, 'us-federal-register'));
if (!hasCorpus) console.log('documents of real captures not compared: REDLINE_CORPUS names no corpus');

/** The readers of these families take nothing from the source. */
const anySource: Source = {
  id: 'any',
  family: 'any',
  title: '',
  jurisdiction: 'US',
  instrumentId: 'US-EAR',
  url: '',
  link: '',
  schedule: '0 * * * *',
  timeZone: 'UTC',
  freshnessHours: 24,
  requestsPerSecond: 1,
  timeoutSeconds: 30,
  maxBodyBytes: 1_000_000,
  guard: { minEntries: 0, maxLossShare: 1, confirmAfterMinutes: 0 },
  firstCapture: 'announce',
  documentSpace: 'any',
  params: {},
};

async function readCapture(family: typeof federalRegister, path: string, mediaType: string): Promise<DocumentsReading> {
  const bytes = readFileSync(join(corpus, path));
  const outcome = await family.read(anySource, {
    bytes,
    mediaType,
    url: 'https://www.federalregister.gov/',
    retrievedAt: '',
  });
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'documents') throw new Error(JSON.stringify(outcome));
  return outcome.reading;
}

describe.runIf(hasCorpus)('diffDocuments on real captures', () => {
  it('gives each document of a quarter one act or a reason', async () => {
    const page = await readCapture(
      federalRegister,
      'us-federal-register/2022-07-01T0000Z-2022q2.json',
      'application/json',
    );
    const { drafts, dismissed } = diffDocuments(undefined, page, register);
    expect(drafts.length + dismissed.length).toBe(page.documents.length);
    expect(drafts.every(({ quotes }) => quotes.length > 0)).toBe(true);
  });

  it('finds one new release between two captures of the feed, and none when entries only changed order', async () => {
    const type = 'application/atom+xml; charset=utf-8';
    const [first, second, third] = await Promise.all(
      ['2025-11-10T0600Z', '2025-11-11T0600Z', '2025-11-11T0700Z'].map((name) =>
        readCapture(metiNews, `jp-meti-news/${name}.xml`, type),
      ),
    );
    if (!first || !second || !third) throw new Error('a capture is missing');
    expect(diffDocuments(first, second, news).drafts.map(({ subject }) => subject.label)).toEqual([
      '輸出貿易管理令の一部を改正する政令が閣議決定されました',
    ]);
    expect(diffDocuments(second, third, news).drafts).toEqual([]);
  });
});
