import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDiffer, createSourceBook, createVerifier, type Differ, type SourceBook } from '#differ';
import { digestOf } from '#domain';
import { makeEvent, TOPICS } from '#events';
import { createEmbeddedLog, type EventLog } from '#log';
import { createLogger } from '#process';
import { families, type Source } from '#sources';
import { keepCapture, listChanges, openStore, type Store } from '#store';

const IN_FORCE: Source = {
  id: 'jp-law',
  family: 'egov-law',
  title: '外国為替及び外国貿易法',
  jurisdiction: 'JP',
  instrumentId: 'JP-FEFA',
  url: 'https://laws.e-gov.go.jp/api/2',
  link: 'https://laws.e-gov.go.jp/law/324AC0000000228',
  schedule: '0 * * * *',
  timeZone: 'Asia/Tokyo',
  freshnessHours: 24,
  requestsPerSecond: 1,
  timeoutSeconds: 10,
  maxBodyBytes: 1_000_000,
  guard: { minEntries: 1, maxLossShare: 0.3, confirmAfterMinutes: 0 },
  firstCapture: 'history',
  documentSpace: 'jp-law',
  params: { lawId: '324AC0000000228' },
};
const PENDING: Source = { ...IN_FORCE, id: 'jp-law-pending', documentSpace: 'jp-law-pending', comparedWith: 'jp-law' };
const CLAUSE = 'この法律は、公布の日から起算して一年を超えない範囲内において政令で定める日から施行する。';
const COMMENT = '公布の日から起算して一年を超えない範囲内において政令で定める日';

/** An act of these articles in the form of 法令標準XML, with the 附則 of the act that amends it. */
function act(articles: readonly string[], clause = CLAUSE): string {
  const printed = articles.map(
    (words, at) =>
      `<Article Num="${at + 1}"><ArticleTitle>第${'一二三四五'[at]}条</ArticleTitle><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>${words}</Sentence></ParagraphSentence></Paragraph></Article>`,
  );
  return `<Law><LawNum>昭和二十四年法律第二百二十八号</LawNum><LawBody><LawTitle>外国為替及び外国貿易法</LawTitle><MainProvision>${printed.join('')}</MainProvision><SupplProvision AmendLawNum="令和八年六月五日法律第三〇号"><Paragraph Num="1"><ParagraphNum/><ParagraphSentence><Sentence>${clause}</Sentence></ParagraphSentence></Paragraph></SupplProvision></LawBody></Law>`;
}

/** An answer of `law_data` with the text as Base64, as it comes when the formats of answer and text differ. */
function envelope(text: string, date: string, comment: string | null = COMMENT, law = '令和八年法律第三十号'): string {
  return JSON.stringify({
    law_info: { law_id: '324AC0000000228' },
    revision_info: {
      law_revision_id: `324AC0000000228_${date.replaceAll('-', '')}_508AC0000000030`,
      amendment_promulgate_date: '2026-06-05',
      amendment_enforcement_date: date,
      amendment_enforcement_comment: comment,
      amendment_law_num: law,
      current_revision_status: 'UnEnforced',
    },
    law_full_text: Buffer.from(text).toString('base64'),
  });
}

const OLD = ['外国投資家は、届け出なければならない。', '外国投資家の定義は、政令で定める。'];
const NEW = [...OLD, '財務大臣は、外国投資家に対し、報告を求めることができる。'];

describe('a law that is not yet in force', () => {
  let store: Store;
  let log: EventLog;
  let differ: Differ;
  let book: SourceBook;
  const now = () => new Date('2026-12-01T00:00:00Z');

  beforeEach(async () => {
    store = await openStore('sqlite::memory:');
    log = createEmbeddedLog(store, { now });
    book = createSourceBook([IN_FORCE, PENDING], families);
    const logger = createLogger({ level: 'silent', service: 'test' });
    const sourceIds = [IN_FORCE.id, PENDING.id];
    differ = createDiffer({ store, log, logger, now, book, sourceIds, onApplied: () => undefined });
    await differ.start();
    await capture(IN_FORCE, act(OLD, '公布の日から施行する。'), '2026-06-05T00:00:00.000Z', true);
  });
  afterEach(async () => {
    await differ.stop();
    await store.close();
  });

  async function capture(source: Source, text: string, retrievedAt: string, baseline = false): Promise<void> {
    const bytes = new TextEncoder().encode(text);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const captureId = digestOf(source.id, sha256, retrievedAt);
    const common = { captureId, sourceId: source.id, sha256, retrievedAt, baseline };
    const mediaType = text.startsWith('<') ? 'application/xml' : 'application/json';
    const event = makeEvent({
      type: 'redline.capture.recorded',
      id: captureId,
      source: '/test',
      time: retrievedAt,
      partitionkey: source.id,
      correlation: captureId,
      data: common,
    });
    await store.transaction(async (tx) => {
      await keepCapture(tx, { ...common, url: 'https://laws.e-gov.go.jp/api/2', mediaType }, bytes);
      await log.append(tx, TOPICS.captures, [event]);
    });
    await differ.drained();
  }

  const stored = async () => (await listChanges(store.session, {}, 100)).map(({ change }) => change);
  const summary = async () => (await stored()).map((change) => `${change.type} ${change.subject.label}`);

  it('is told against the text in force, without the placeholder for its date', async () => {
    await capture(PENDING, envelope(act(NEW), '2027-06-04'), '2026-06-18T00:00:00.000Z');
    expect(await summary()).toEqual(['rule.added 第三条']);
    const [added] = await stored();
    expect(added).toMatchObject({
      stage: 'final',
      dates: { effectiveTBD: true },
      after: { revisionStatus: 'pending' },
    });
    expect(added?.dates).not.toHaveProperty('effectiveFrom');
  });

  it('is told once, though its revision id and placeholder change and the text comes again inside a later revision', async () => {
    await capture(PENDING, envelope(act(NEW), '2027-06-04'), '2026-06-18T00:00:00.000Z');
    await capture(PENDING, envelope(act(NEW), '2027-06-05'), '2026-07-18T00:00:00.000Z');
    const later = [...NEW, '主務大臣は、基準を定める。'];
    await capture(
      PENDING,
      envelope(act(later), '2027-07-22', COMMENT, '令和八年法律第四十一号'),
      '2026-08-18T00:00:00.000Z',
    );
    expect(await summary()).toEqual(['rule.added 第三条', 'rule.added 第四条']);
  });

  it('has its day told when an order names it, once', async () => {
    await capture(PENDING, envelope(act(NEW), '2027-06-04'), '2026-06-18T00:00:00.000Z');
    await capture(PENDING, envelope(act(NEW), '2027-04-01', null), '2026-11-18T00:00:00.000Z');
    await capture(PENDING, envelope(act(NEW), '2027-04-01', ''), '2026-11-19T00:00:00.000Z');
    const changes = await stored();
    expect(changes.map(({ type }) => type)).toEqual(['rule.added', 'date.effective_set']);
    expect(changes[1]).toMatchObject({
      dates: { effectiveFrom: '2027-04-01' },
      evidence: [{ quote: CLAUSE, locator: '附則' }],
    });
  });

  it('has a day that moves again told as moved, each time, and as open when the order is taken back', async () => {
    await capture(PENDING, envelope(act(NEW), '2027-06-04'), '2026-06-18T00:00:00.000Z');
    await capture(PENDING, envelope(act(NEW), '2027-04-01', null), '2026-11-18T00:00:00.000Z');
    await capture(PENDING, envelope(act(NEW), '2027-05-01', null), '2026-12-18T00:00:00.000Z');
    await capture(PENDING, envelope(act(NEW), '2027-05-20', null), '2027-01-18T00:00:00.000Z');
    await capture(PENDING, envelope(act(NEW), '2027-06-04'), '2027-02-18T00:00:00.000Z');
    await capture(PENDING, envelope(act(NEW), '2027-04-01', null), '2027-02-20T00:00:00.000Z');
    const dates = (await stored()).filter(({ type }) => type.startsWith('date.'));
    expect(dates.map(({ type, before, after }) => [type, before?.effectiveFrom, after?.effectiveFrom])).toEqual([
      ['date.effective_set', undefined, '2027-04-01'],
      ['date.effective_changed', '2027-04-01', '2027-05-01'],
      ['date.effective_changed', '2027-05-01', '2027-05-20'],
      ['date.effective_tbd', '2027-05-20', undefined],
    ]);
    const verifier = createVerifier(store.session, book);
    const verified = await Promise.all((await stored()).map(({ changeId }) => verifier.verify(changeId)));
    expect(new Set(verified.map(({ kind }) => kind))).toEqual(new Set(['verified']));
  });

  it('has the day that a law named itself told as moved when another law puts it off', async () => {
    const own = (day: string) => act(NEW, `この法律は、令和九年${day}から施行する。`);
    await capture(PENDING, envelope(own('四月一日'), '2027-04-01', '令和九年四月一日'), '2026-06-18T00:00:00.000Z');
    await capture(PENDING, envelope(own('十月一日'), '2027-10-01', '令和九年十月一日'), '2026-12-18T00:00:00.000Z');
    const changes = await stored();
    expect(changes.map(({ type }) => type)).toEqual(['rule.added', 'date.effective_changed']);
    expect(changes[1]).toMatchObject({
      before: { effectiveFrom: '2027-04-01' },
      dates: { effectiveFrom: '2027-10-01' },
      evidence: [{ quote: 'この法律は、令和九年十月一日から施行する。' }],
    });
  });

  it('leaves every change to be derived again from the stored bytes', async () => {
    await capture(PENDING, envelope(act(NEW), '2027-06-04'), '2026-06-18T00:00:00.000Z');
    await capture(PENDING, envelope(act(NEW), '2027-04-01', null), '2026-11-18T00:00:00.000Z');
    const verifier = createVerifier(store.session, book);
    const verified = await Promise.all((await stored()).map(({ changeId }) => verifier.verify(changeId)));
    expect(verified.map(({ kind }) => kind)).toEqual(['verified', 'verified']);
  });
});
