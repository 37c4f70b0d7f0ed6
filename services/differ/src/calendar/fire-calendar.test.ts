import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '#domain';
import { createEmbeddedLog, type EventLog } from '#log';
import { openStore, type Store, saveChange } from '#store';
import { enterCalendar, fireCalendar } from './fire-calendar.ts';

/** The temporary general license for Huawei and its extensions, with the dates the Federal Register printed. */
function license(documentNumber: string, type: Change['type'], validTo: string | undefined): Change {
  return {
    changeId: `change ${documentNumber}`,
    type,
    alerting: true,
    sourceId: 'us-federal-register',
    instrumentId: 'US-TGL',
    jurisdiction: 'US',
    subject: { kind: 'authorisation', key: documentNumber, label: documentNumber },
    after: { beneficiary: 'Huawei', ...(validTo === undefined ? {} : { validTo }) },
    stage: 'final',
    direction: 'loosen',
    dates: validTo === undefined ? {} : { effectiveTo: validTo },
    evidence: [
      {
        side: 'after',
        url: 'https://www.federalregister.gov/',
        locator: 'DATES',
        quote: 'through',
        lang: 'en',
        sha256: 'ab'.repeat(32),
        retrievedAt: '2019-05-22T12:00:00.000Z',
      },
    ],
    lineage: {},
    documentNumber,
    detection: { path: 'document', needsReview: false, notes: [], baseline: false },
    detectedAt: '2019-05-22T12:00:00.000Z',
  };
}

describe('the calendar', () => {
  let store: Store;
  let log: EventLog;
  beforeEach(async () => {
    store = await openStore('sqlite::memory:');
    log = createEmbeddedLog(store, { now: () => new Date('2019-05-22T12:00:00Z') });
  });
  afterEach(() => store.close());

  const learn = (change: Change, at: string) =>
    store.transaction(async (tx) => {
      await saveChange(tx, change, { readingId: 'r', previousReadingId: null });
      await enterCalendar(tx, change, new Date(at));
    });
  const told = async (at: string) =>
    (await fireCalendar({ store, log }, new Date(at))).map(
      (change) => `${change.type} ${change.dates.effectiveTo ?? change.dates.commentClose}`,
    );

  it('tells that an authorisation expires and has expired without any document, each once', async () => {
    await learn(license('2019-10829', 'authorisation.issued', '2019-08-19'), '2019-05-22T12:00:00Z');
    expect(await told('2019-07-19T12:00:00Z')).toEqual([]);
    expect(await told('2019-07-20T12:00:00Z')).toEqual(['authorisation.expiring 2019-08-19']);
    expect(await told('2019-07-20T13:00:00Z')).toEqual([]);
    expect(await told('2019-08-19T23:00:00Z')).toEqual(['authorisation.expiring 2019-08-19']);
    expect(await told('2019-08-20T12:00:00Z')).toEqual(['authorisation.expired 2019-08-19']);
    expect(await told('2019-09-20T12:00:00Z')).toEqual([]);
  });

  it('counts the day where the authority sits: the last day is not over at midnight UTC', async () => {
    await learn(license('2019-10829', 'authorisation.issued', '2019-08-19'), '2019-05-22T12:00:00Z');
    await told('2019-08-19T12:00:00Z');
    expect(await told('2019-08-20T03:00:00Z')).toEqual([]);
    expect(await told('2019-08-20T05:00:00Z')).toEqual(['authorisation.expired 2019-08-19']);
  });

  it('says nothing of an end that an extension moved, though the extension is another document (T16)', async () => {
    await learn(license('2019-25189', 'authorisation.issued', '2020-02-16'), '2019-11-20T12:00:00Z');
    await learn(license('2020-03144', 'authorisation.extended', '2020-04-01'), '2020-02-13T12:00:00Z');
    expect(await told('2020-02-20T12:00:00Z')).toEqual([]);
    expect(await told('2020-04-02T12:00:00Z')).toEqual(['authorisation.expired 2020-04-01']);
  });

  it('says nothing more of an authorisation that was revoked', async () => {
    await learn(license('2019-10829', 'authorisation.issued', '2019-08-19'), '2019-05-22T12:00:00Z');
    await learn(license('2019-99999', 'authorisation.revoked', undefined), '2019-06-01T12:00:00Z');
    expect(await told('2019-08-25T12:00:00Z')).toEqual([]);
  });

  it('tells that a comment period closes, and records its close without alerting', async () => {
    const opened: Change = {
      ...license('2018-25221', 'comment.opened', undefined),
      dates: { commentClose: '2018-12-19' },
    };
    await learn(opened, '2018-11-19T12:00:00Z');
    expect(await told('2018-12-13T12:00:00Z')).toEqual(['comment.closing 2018-12-19']);
    const extended: Change = {
      ...license('2018-27449', 'comment.extended', undefined),
      after: { of: ['2018-25221'] },
      dates: { commentClose: '2019-01-10' },
    };
    await learn(extended, '2018-12-14T12:00:00Z');
    expect(await told('2018-12-21T12:00:00Z')).toEqual(['comment.closing 2019-01-10']);
    const [closed] = await fireCalendar({ store, log }, new Date('2019-01-12T12:00:00Z'));
    expect(closed).toMatchObject({ type: 'comment.closed', alerting: false });
  });

  /** A proposed rule open for comment, as a page of weeks ago held it. */
  const proposal: Change = {
    ...license('2018-25221', 'lineage.anprm', undefined),
    dates: { commentClose: '2018-12-19' },
    lineage: { rin: ['0694-AH61'], citation: ['83 FR 58201'] },
  };
  const later = (type: Change['type'], close: string | undefined, lineage: Change['lineage']): Change => ({
    ...license('2018-27449', type, undefined),
    after: {},
    dates: close === undefined ? {} : { commentClose: close },
    lineage,
  });

  it.each([
    ['by its page', { supersedes: ['83 FR 58201'] }],
    ['by its rulemaking alone', { rin: ['0694-AH61'] }],
  ])('says nothing of a comment period that another document extended, naming it %s', async (_, lineage) => {
    await learn(proposal, '2018-11-19T12:00:00Z');
    await learn(later('comment.extended', '2019-01-10', lineage), '2018-12-14T12:00:00Z');
    expect(await told('2018-12-18T12:00:00Z')).toEqual([]);
    expect(await told('2019-01-08T12:00:00Z')).toEqual(['comment.closing 2019-01-10']);
  });

  it('moves a comment period that was extended twice, and one whose date was corrected', async () => {
    await learn(proposal, '2018-11-19T12:00:00Z');
    await learn(later('comment.extended', '2019-01-10', { rin: ['0694-AH61'] }), '2018-12-14T12:00:00Z');
    const again = { ...later('comment.extended', '2019-02-11', { rin: ['0694-AH61'] }), changeId: 'change again' };
    await learn({ ...again, documentNumber: '2019-00123' }, '2019-01-05T12:00:00Z');
    expect(await told('2019-01-11T12:00:00Z')).toEqual([]);
    expect(await told('2019-02-04T12:00:00Z')).toEqual(['comment.closing 2019-02-11']);
    const corrected = later('correction.substantive', '2019-03-01', { corrects: ['2019-00123'] });
    await learn({ ...corrected, changeId: 'change mended', documentNumber: 'C1-2019-00123' }, '2019-02-05T12:00:00Z');
    expect(await told('2019-02-08T12:00:00Z')).toEqual(['comment.closing 2019-03-01']);
    expect(await told('2019-02-22T12:00:00Z')).toEqual(['comment.closing 2019-03-01']);
  });

  it('says nothing more of the comments on a proposal that was withdrawn', async () => {
    await learn(proposal, '2018-11-19T12:00:00Z');
    await learn(later('document.withdrawn', undefined, { supersedes: ['83 FR 58201'] }), '2018-12-01T12:00:00Z');
    expect(await told('2018-12-20T12:00:00Z')).toEqual([]);
  });

  /** The one-year suspension of the Affiliates Rule, from November 10, 2025, through November 9, 2026. */
  const scheduled = (documentNumber: string, until: string, on: string): Change => ({
    ...license(documentNumber, 'rule.reinstatement_scheduled', undefined),
    instrumentId: 'US-EL-AFFILIATES',
    after: { suspendedUntil: until, effectiveFrom: on },
    direction: 'tighten',
    dates: { effectiveFrom: on },
    lineage: { rin: ['0694-AK11'] },
  });
  const scheduledTold = async (at: string) =>
    (await fireCalendar({ store, log }, new Date(at))).map(
      ({ type, dates, detection }) => `${type} ${dates.effectiveFrom}${detection.needsReview ? ' unconfirmed' : ''}`,
    );

  it('reminds of a suspension that runs out, and says of its day only that it has passed', async () => {
    await learn(scheduled('2025-19846', '2026-11-09', '2026-11-10'), '2025-11-12T12:00:00Z');
    expect(await scheduledTold('2026-08-10T12:00:00Z')).toEqual([]);
    expect(await scheduledTold('2026-08-11T12:00:00Z')).toEqual(['rule.reinstatement_scheduled 2026-11-10']);
    expect(await scheduledTold('2026-10-11T12:00:00Z')).toEqual(['rule.reinstatement_scheduled 2026-11-10']);
    expect(await scheduledTold('2026-11-10T12:00:00Z')).toEqual([
      'rule.reinstatement_scheduled 2026-11-10 unconfirmed',
    ]);
    expect(await scheduledTold('2026-11-23T12:00:00Z')).toEqual([]);
  });

  it('says nothing of the end of a suspension that was prolonged or lifted by another document', async () => {
    await learn(scheduled('2025-19846', '2026-11-09', '2026-11-10'), '2025-11-12T12:00:00Z');
    await learn(scheduled('2026-20001', '2027-11-09', '2027-11-10'), '2026-10-20T12:00:00Z');
    expect(await scheduledTold('2026-11-10T12:00:00Z')).toEqual([]);
    const lifted: Change = { ...scheduled('2026-20002', '', '2026-12-01'), type: 'rule.reinstated', after: {} };
    await learn(lifted, '2026-12-01T12:00:00Z');
    expect(await scheduledTold('2027-11-10T12:00:00Z')).toEqual([]);
  });

  it('carries the proof of the change whose date it reached, and is told through the log', async () => {
    const origin = license('2019-10829', 'authorisation.issued', '2019-08-19');
    await learn(origin, '2019-05-22T12:00:00Z');
    const [expiring] = await fireCalendar({ store, log }, new Date('2019-08-12T12:00:00Z'));
    expect(expiring).toMatchObject({ evidence: origin.evidence, detection: { path: 'clock' }, direction: 'tighten' });
    const events = await store.session.selectFrom('eventLog').select('eventId').execute();
    expect(events.map((event) => event.eventId)).toEqual([expiring?.changeId]);
  });
});
