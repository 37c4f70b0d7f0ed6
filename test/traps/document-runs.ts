import { expect } from 'vitest';
import { DISCLAIMERS } from '#domain';
import { createEmbeddedLog } from '#log';
import { openStore, saveChange } from '#store';
import { RESCISSION, releasePage } from '../../libs/sources/src/bis-press/bis-press.fixture.ts';
import { filedDocument, searchPage } from '../../libs/sources/src/federal-register/search-page.fixture.ts';
import { issue } from '../../libs/sources/src/federal-register-issue/issue.fixture.ts';
import { enterCalendar, fireCalendar } from '../../services/differ/src/calendar/fire-calendar.ts';
import { captured, changesBetween } from './captured.ts';

const REGISTER = 'us-federal-register';
const [LICENSE] = searchPage.results;

/** A search page of documents of the Bureau, each with what differs from the fixture's first. */
const page = (...documents: readonly object[]) =>
  JSON.stringify({ ...searchPage, results: documents.map((document) => ({ ...LICENSE, ...document })) });
const changesOf = async (...documents: readonly object[]) =>
  changesBetween(undefined, await captured(REGISTER, page(...documents)));

const TO_HUAWEI = 'the temporary general license to Huawei Technologies Co., Ltd. (Huawei) and its affiliates.';
const ADDITIONS = {
  document_number: '2019-17921',
  title: 'Addition of Certain Entities to the Entity List and Revision of Entries on the Entity List',
  abstract: 'In this final rule, BIS adds forty-six entities to the Entity List.',
  dates: 'This rule is effective March 10, 2020.',
};

async function filedThenPrinted(): Promise<void> {
  const filed = await captured(
    'us-federal-register-public-inspection',
    JSON.stringify({ count: 1, results: [filedDocument] }),
  );
  const print = {
    ...ADDITIONS,
    document_number: '2019-10616',
    title: 'Addition of Entities to the Entity List',
    dates: 'This rule is effective May 16, 2019.',
    effective_on: '2019-05-16',
    publication_date: '2019-05-21',
  };
  expect(changesBetween(undefined, filed)).toMatchObject([{ type: 'document.published', alerting: true }]);
  const printed = changesBetween(filed, await captured(REGISTER, page(print)));
  expect(printed.filter(({ alerting }) => alerting)).toEqual([]);
  expect(printed).toMatchObject([{ type: 'date.effective_set', dates: { effectiveFrom: '2019-05-16' } }]);
}

/** What the calendar tells on some days after these documents were read. */
async function calendarOf(days: readonly string[], ...documents: readonly object[]): Promise<readonly string[]> {
  const store = await openStore('sqlite::memory:');
  const log = createEmbeddedLog(store, { now: () => new Date('2020-03-12T12:00:00Z') });
  const fired: string[] = [];
  await store.transaction(async (tx) => {
    for (const change of await changesOf(...documents)) {
      await saveChange(tx, change, { readingId: 'r', previousReadingId: null });
      await enterCalendar(tx, change, new Date('2020-03-12T12:00:00Z'));
    }
  });
  for (const day of days)
    for (const { type } of await fireCalendar({ store, log }, new Date(`${day}T12:00:00Z`)))
      fired.push(`${day} ${type}`);
  await store.close();
  return fired;
}

/** Traps of documents, from served bytes to what is told. */
export const DOCUMENT_RUNS: Readonly<Record<string, () => Promise<void>>> = {
  T7: async () =>
    expect(
      await changesOf({
        document_number: '2022-07643',
        title: 'Expansion of Sanctions Against Russia and Belarus; Corrections',
        action: 'Final rule; correcting amendments.',
        abstract: 'BIS corrects cross-references to the foreign-direct product rules.',
        dates: 'This rule is effective April 11, 2022. This rule is applicable as of February 14, 2022.',
        effective_on: '2022-04-11',
      }),
    ).toMatchObject([
      { type: 'correction.substantive', dates: { effectiveFrom: '2022-04-11', appliesAsOf: '2022-02-14' } },
    ]),
  T10: async () => {
    const [change] = await changesOf({
      title: 'Addition of Software to the Export Control Classification Number 0Y521 Series',
      action: 'Interim final rule with request for comments.',
      abstract: 'This interim final rule imposes a license requirement to all destinations, except Canada.',
    });
    expect(change?.after).toMatchObject({ exceptCountry: 'CA' });
    expect(change?.after).not.toHaveProperty('countries');
  },
  T11: filedThenPrinted,
  T15: async () =>
    expect(await calendarOf(['2020-05-15', '2020-05-16', '2020-05-17'], {})).toEqual([
      '2020-05-15 authorisation.expiring',
      '2020-05-16 authorisation.expired',
    ]),
  T16: async () => {
    const issued = {
      abstract: `The U.S. Government has decided to extend through May 15, 2020, ${TO_HUAWEI}`,
    };
    const extended = {
      document_number: '2020-10856',
      abstract: `The U.S. Government has decided to extend through August 13, 2020, ${TO_HUAWEI}`,
      dates: 'This rule is effective May 15, 2020, through August 13, 2020.',
      publication_date: '2020-05-18',
    };
    expect(await calendarOf(['2020-05-16', '2020-08-14'], issued, extended)).toEqual([
      '2020-08-14 authorisation.expired',
    ]);
    const substituted = (effective: string) => ({
      abstract: `This final rule extends the temporary general license to Huawei Technologies Co., Ltd. (Huawei). It removes the expiration date of February 16, 2020, and substitutes the date of April 1, 2020.`,
      dates: `This rule is effective ${effective}, through April 1, 2020.`,
      effective_on: null,
    });
    const [overlapping] = await changesOf(substituted('February 13, 2020'));
    expect(overlapping).toMatchObject({ type: 'authorisation.extended', detection: { needsReview: false } });
    const [late] = await changesOf(substituted('February 20, 2020'));
    expect(late).toMatchObject({
      type: 'authorisation.extended',
      after: { gapFrom: '2020-02-17', gapTo: '2020-02-19' },
      detection: { needsReview: true, notes: [expect.stringContaining('no license from 2020-02-17')] },
    });
  },
  T17: async () => {
    const url = 'https://media.bis.gov/press-release/rescission-artificial-intelligence-diffusion-rule';
    const release = await captured('us-bis-press', releasePage(RESCISSION), '2025-05-13T18:00:00.000Z', url);
    expect(changesBetween(undefined, release)).toMatchObject([
      { type: 'announcement.unlegislated', stage: 'announced', subject: { label: RESCISSION.title } },
    ]);
  },
  T18: async () => expect(DISCLAIMERS.join(' ')).toContain('Out of sight: letters to single companies'),
  T20: async () => {
    const read = await captured('us-federal-register-issue', issue());
    if (read.reading.kind !== 'documents') throw new Error('an issue holds documents');
    const texts = read.reading.documents
      .filter(({ title }) => !/Entity List/.test(title))
      .map((one) => JSON.stringify(one));
    expect(texts.length).toBeGreaterThan(0);
    for (const text of texts) expect(text).not.toContain('Huawei');
  },
  T21: async () =>
    expect((await changesOf({}, ADDITIONS)).map(({ type, documentNumber }) => [type, documentNumber])).toEqual([
      ['authorisation.extended', '2020-05190'],
      ['document.published', '2019-17921'],
    ]),
  T26: async () => {
    const types = (
      await changesOf({
        title: 'De Minimis Rules and Foreign-Made Items',
        type: 'Notice',
        action: 'Request for comments.',
        abstract: 'BIS is requesting comments on whether to lower the level from 25 percent to 10 percent.',
        dates: 'Comments must be received by May 15, 2020.',
      })
    ).map(({ type }) => type);
    expect(types).toEqual(['comment.opened']);
  },
};
