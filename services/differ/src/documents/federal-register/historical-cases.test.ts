import { describe, expect, it } from 'vitest';
import type { Change, RegulatoryDocument } from '#domain';
import { aDocument } from '../a-document.fixture.ts';
import { classifyFederalRegisterDocument } from './classify-document.ts';
import { BY, parts } from './real-document.fixture.ts';

/** One document of the Bureau of Industry and Security; summaries are ours, cut down to what they state. */
function bis(documentId: string, title: string, summary: string, more: Partial<RegulatoryDocument> = {}) {
  return aDocument({
    documentId,
    title,
    summary,
    documentType: 'Rule',
    action: 'Final rule.',
    agencies: BY.bis,
    cfr: parts('15/744'),
    ...more,
  });
}

function told(document: RegulatoryDocument, known: readonly RegulatoryDocument[] = []) {
  const found = classifyFederalRegisterDocument(document, known, 'US-EAR');
  if (found.kind === 'dismissed') throw new Error(found.because);
  return { ...found.main, further: found.further.map(({ type, dates }) => ({ type, dates })) };
}
type Told = Partial<Record<keyof ReturnType<typeof told>, unknown>> & { readonly type: Change['type'] };

const TGL = 'Temporary General License: Extension of Validity';
const huawei = (old: string, to: string) =>
  `The U.S. Government has decided to extend through ${to}, the temporary general license to Huawei Technologies Co., Ltd. (Huawei) and one hundred and fourteen of its non-U.S. affiliates. This final rule revises the temporary general license to remove the expiration date of ${old}, and substitutes the date of ${to}.`;
const license = (old: string, to: string, dates: object): Told => ({
  type: 'authorisation.extended',
  instrumentId: 'US-TGL',
  direction: 'loosen',
  facts: expect.objectContaining({ beneficiary: 'Huawei Technologies Co., Ltd.', oldValidTo: old, validTo: to }),
  dates: expect.objectContaining({ effectiveTo: to, ...dates }),
});
const listed = (counts: object, more: object = {}): Told => ({
  type: 'document.published',
  instrumentId: 'US-EL',
  facts: expect.objectContaining(counts),
  ...more,
});

const cases: readonly (readonly [name: string, document: RegulatoryDocument, expected: Told])[] = [
  [
    '74 FR 35797: 13 added, 3 removed, 1 corrected',
    bis(
      'E9-17295',
      'Additions and Revisions to the Entity List',
      'This rule amends the EAR by adding thirteen persons to the Entity List. This rule also removes three persons from the Entity List and corrects one entry.',
    ),
    listed({ entitiesAdded: 13, entitiesRemoved: 3, entriesCorrected: 1 }, { direction: 'mixed' }),
  ],
  [
    '81 FR 12004: ZTE and three others added',
    bis(
      '2016-05104',
      'Additions to the Entity List',
      'This rule amends the EAR by adding four entities to the Entity List, under the destinations of China and Iran.',
      { effectiveOn: '2016-03-08', publishedOn: '2016-03-08' },
    ),
    listed({ entitiesAdded: 4 }, { direction: 'tighten' }),
  ],
  [
    '81 FR 15633: a temporary general license for ZTE, with its last day',
    bis(
      '2016-06689',
      'Temporary General License',
      'In this final rule, BIS amends the EAR by creating a temporary general license to ZTE Corporation. The temporary general license is valid from March 24, 2016 through June 30, 2016.',
      { effectiveOn: '2016-03-24' },
    ),
    {
      type: 'authorisation.issued',
      instrumentId: 'US-TGL',
      direction: 'loosen',
      facts: expect.objectContaining({ beneficiary: 'ZTE Corporation', validFrom: '2016-03-24' }),
    },
  ],
  [
    'February 2017: the fourth extension for ZTE',
    bis(
      '2017-03664',
      TGL,
      'In this final rule, BIS extends through March 29, 2017, the temporary general license to ZTE Corporation. It removes the expiration date of February 27, 2017, and substitutes the date of March 29, 2017.',
    ),
    {
      type: 'authorisation.extended',
      facts: expect.objectContaining({ validTo: '2017-03-29', oldValidTo: '2017-02-27' }),
    },
  ],
  [
    '82 FR 15458: ZTE removed, one person added, the license at its end',
    bis(
      '2017-06227',
      'Removal of Certain Persons From the Entity List; Addition of a Person to the Entity List; and EAR Conforming Change',
      'This rule amends the EAR by removing two persons from the Entity List. This rule also adds one person to the Entity List. Lastly, this rule makes a conforming change by removing the temporary general license.',
    ),
    listed(
      {
        entitiesAdded: 1,
        entitiesRemoved: 2,
        announced: [{ type: 'authorisation.revoked', name: 'Temporary General License' }],
      },
      { direction: 'mixed' },
    ),
  ],
  [
    '81 FR 64693: twelve entries with a wider license requirement',
    bis(
      '2016-21543',
      'Amendments to Existing Entries on the Entity List',
      'This final rule modifies twelve entries on the Entity List to expand the scope of the license requirements to all items subject to the EAR.',
    ),
    listed({ entriesRevised: 12, announced: [{ type: 'rule.scope_changed' }] }, { direction: 'unknown' }),
  ],
  [
    '84 FR 22961: Huawei and 68 affiliates, in force before print',
    bis(
      '2019-10616',
      'Addition of Entities to the Entity List',
      'This final rule adds Huawei Technologies Co., Ltd. (Huawei) to the Entity List. This rule also adds to the Entity List sixty-eight non-U.S. affiliates of Huawei located in twenty-six destinations.',
      { publishedOn: '2019-05-21', datesText: 'This rule is effective May 16, 2019.' },
    ),
    listed({}, { dates: { publishedOn: '2019-05-21', effectiveFrom: '2019-05-16' } }),
  ],
  [
    '84 FR 23468: a temporary general license for Huawei',
    bis(
      '2019-10829',
      'Temporary General License',
      'The U.S. Government has decided to issue a temporary general license to Huawei Technologies Co., Ltd. and sixty-eight of its non-U.S. affiliates. The temporary general license is effective from May 20, 2019, through August 19, 2019.',
      { datesText: 'This rule is effective May 20, 2019, through August 19, 2019.' },
    ),
    {
      type: 'authorisation.issued',
      instrumentId: 'US-TGL',
      dates: expect.objectContaining({ effectiveFrom: '2019-05-20', effectiveTo: '2019-08-19' }),
    },
  ],
  [
    '84 FR 29371: five added, one entry modified',
    bis(
      '2019-13245',
      'Addition of Entities to the Entity List and Revision of an Entry on the Entity List',
      'This rule amends the EAR by adding five entities to the Entity List. This rule also modifies one existing entry to add one alias and four addresses.',
    ),
    listed({ entitiesAdded: 5, entriesRevised: 1 }, { direction: 'tighten' }),
  ],
  [
    '84 FR 43487: extended to November 18, 2019',
    bis(
      '2019-17920',
      'Temporary General License: Extension of Validity, Clarifications to Authorized Transactions, and Changes to Certification Statement Requirements',
      huawei('August 19, 2019', 'November 18, 2019'),
    ),
    license('2019-08-19', '2019-11-18', {}),
  ],
  [
    '84 FR 54002: 28 added',
    bis(
      '2019-22210',
      'Addition of Certain Entities to the Entity List',
      'This final rule adds twenty-eight entities to the Entity List under the destination of China.',
      {
        effectiveOn: '2019-10-09',
      },
    ),
    listed({ entitiesAdded: 28 }, { direction: 'tighten' }),
  ],
  [
    '84 FR 64018: extended to February 16, 2020',
    bis('2019-25189', TGL, huawei('November 18, 2019', 'February 16, 2020')),
    license('2019-11-18', '2020-02-16', {}),
  ],
  [
    '85 FR 459: 0D521 added, Canada excepted, comments open (T10)',
    bis(
      '2019-27649',
      'Addition of Software Specially Designed To Automate the Analysis of Geospatial Imagery to the Export Control Classification Number 0Y521 Series',
      'In this interim final rule, BIS amends the EAR to impose a license requirement for the export and reexport of those items to all destinations, except Canada.',
      {
        action: 'Interim final rule with request for comments.',
        datesText: 'This rule is effective January 6, 2020. Comments must be received by March 6, 2020.',
      },
    ),
    {
      type: 'lineage.interim_final',
      instrumentId: 'US-0Y521',
      direction: 'tighten',
      dates: expect.objectContaining({ effectiveFrom: '2020-01-06', commentClose: '2020-03-06' }),
      facts: expect.objectContaining({ exceptCountry: 'CA' }),
    },
  ],
  [
    '85 FR 8722: extended to April 1, 2020, from dates of its own instructions, before the old end (T16)',
    bis('2020-03144', TGL, huawei('February 16, 2020', 'April 1, 2020'), {
      datesText:
        'This rule is effective February 13, 2020, through April 1, 2020, except for amendatory instructions 1 and 3, which are effective February 13, 2020.',
    }),
    {
      ...license('2020-02-16', '2020-04-01', { effectiveFrom: '2020-02-13' }),
      facts: expect.objectContaining({ perInstructionDates: [{ instruction: '1 and 3', from: '2020-02-13' }] }),
    },
  ],
  [
    'extended to May 15, 2020',
    bis('2020-05190', TGL, huawei('April 1, 2020', 'May 15, 2020')),
    license('2020-04-01', '2020-05-15', {}),
  ],
  [
    '85 FR 14428: the question printed the same day is a question (T21)',
    bis(
      '2020-05194',
      'Request for Comments on Future Extensions of Temporary General License (TGL)',
      'BIS is requesting comments on future extensions of a temporary general license under the EAR.',
      {
        action: 'Notification of inquiry.',
        documentType: 'Proposed Rule',
        datesText: 'Submit comments on or before March 25, 2020.',
        commentsCloseOn: '2020-03-25',
      },
    ),
    { type: 'comment.opened', instrumentId: 'US-TGL', dates: expect.objectContaining({ commentClose: '2020-03-25' }) },
  ],
  [
    '85 FR 29610: the last extension',
    bis('2020-10857', TGL, huawei('May 15, 2020', 'August 13, 2020')),
    license('2020-05-15', '2020-08-13', {}),
  ],
  [
    '85 FR 29849: the foreign-produced direct product rule and footnote 1',
    bis(
      '2020-10856',
      'Export Administration Regulations: Amendments to General Prohibition Three (Foreign-Produced Direct Product Rule) and the Entity List',
      'In this interim final rule, BIS is amending General Prohibition Three, also known as the foreign-produced direct product rule, and the Entity List by adding a footnote 1 designation.',
      { action: 'Interim final rule; request for comments.', effectiveOn: '2020-05-15', commentsCloseOn: '2020-07-14' },
    ),
    {
      type: 'lineage.interim_final',
      instrumentId: 'US-FDPR',
      dates: expect.objectContaining({ effectiveFrom: '2020-05-15', commentClose: '2020-07-14' }),
      facts: expect.objectContaining({
        announced: [{ type: 'entity.footnote_changed', code: '1' }, { type: 'rule.scope_changed' }],
      }),
    },
  ],
  [
    '85 FR 51596: affiliates added, the license removed, the rule broadened',
    bis(
      '2020-18213',
      'Addition of Huawei Non-U.S. Affiliates to the Entity List, the Removal of Temporary General License, and Amendments to General Prohibition Three (Foreign-Produced Direct Product Rule)',
      'In this final rule, BIS amends the EAR by adding thirty-eight entities to the Entity List, and revises the foreign-produced direct product rule.',
    ),
    listed(
      { entitiesAdded: 38, announced: expect.arrayContaining([{ type: 'rule.scope_changed' }]) },
      {
        further: [expect.objectContaining({ type: 'authorisation.revoked' })],
      },
    ),
  ],
  [
    '85 FR 23470: a license exception removed',
    bis(
      '2020-07240',
      'Elimination of License Exception Civil End Users (CIV)',
      'In this final rule, BIS is amending the EAR by removing License Exception Civil End Users (CIV) and requiring a license for national security-controlled items.',
    ),
    {
      type: 'lineage.final',
      direction: 'tighten',
      facts: expect.objectContaining({ announced: [{ type: 'item.exception_eligibility_changed', code: 'CIV' }] }),
    },
  ],
  [
    '85 FR 23459: military end users',
    bis(
      '2020-07241',
      "Expansion of Export, Reexport, and Transfer (in-Country) Controls for Military End Use or Military End Users in the People's Republic of China, Russia, or Venezuela",
      'BIS is amending the EAR to expand license requirements. It broadens the list of items and expands the scope of the definition.',
    ),
    {
      type: 'lineage.final',
      instrumentId: 'US-EAR-CATCHALL',
      direction: 'tighten',
      facts: expect.objectContaining({ announced: [{ type: 'rule.scope_changed' }], countries: ['CN', 'RU', 'VE'] }),
    },
  ],
  [
    '85 FR 34306: its correction',
    bis(
      '2020-12017',
      "Expansion of Export, Reexport, and Transfer (in-Country) Controls for Military End Use or Military End Users in the People's Republic of China, Russia, or Venezuela; Correction",
      'BIS is correcting a final rule that appeared in the Federal Register on April 28, 2020.',
      { action: 'Final rule; correction.' },
    ),
    { type: 'correction.substantive', instrumentId: 'US-EAR-CATCHALL' },
  ],
  [
    '87 FR 729: a second year for 0D521, no new item',
    bis(
      '2021-28444',
      'Export Control Classification Number 0Y521 Series Supplement-Extension of Controls on an Emerging Technology',
      'BIS is amending the EAR to extend for a second time the 0Y521 classification for one year.',
    ),
    { type: 'document.published', instrumentId: 'US-0Y521', facts: expect.objectContaining({ what: 'extension' }) },
  ],
  [
    '87 FR 6022: direct product rules moved, for a person to compare word by word (T22)',
    bis(
      '2022-02302',
      'Foreign-Direct Product Rules: Organization, Clarification, and Correction',
      'In this final rule, BIS reorganizes the foreign-direct product rules, which stood in parts 736 and 744; now they are consolidated in part 734 of the EAR.',
    ),
    { type: 'rule.relocated', instrumentId: 'US-FDPR', needsReview: true },
  ],
  [
    '87 FR 21011: corrections that reach back',
    bis(
      '2022-07643',
      'Addition of Certain Entities to the Entity List; Correction',
      'BIS is correcting two entries on the Entity List, as published on February 14, 2022, with incorrect cross-references, and a typographical error.',
      {
        action: 'Correcting amendments.',
        datesText: 'This rule is effective April 11, 2022. This rule is applicable as of February 14, 2022.',
      },
    ),
    {
      type: 'correction.substantive',
      instrumentId: 'US-EL',
      dates: expect.objectContaining({ effectiveFrom: '2022-04-11', appliesAsOf: '2022-02-14' }),
    },
  ],
  [
    '87 FR 51876: seven added, two typing errors (T6)',
    bis(
      '2022-18268',
      'Additions of Entities to the Entity List',
      'In this rule, BIS amends the EAR by adding seven entities under seven entries to the Entity List. This final rule also corrects typographical errors in two existing entries.',
    ),
    listed({ entitiesAdded: 7, entriesAdded: 7 }, { direction: 'tighten' }),
  ],
  [
    '87 FR 62186: advanced computing, staged dates, a license beside it',
    bis(
      '2022-21658',
      'Implementation of Additional Export Controls: Certain Advanced Computing and Semiconductor Manufacturing Items; Supercomputer and Semiconductor End Use; Entity List Modification',
      'In this rule, BIS is amending the EAR to implement controls. This rule expands the scope of foreign-produced items subject to license requirements for twenty-eight existing entities. BIS is establishing a Temporary General License to permit limited manufacturing.',
      {
        action: 'Interim final rule; request for comments.',
        datesText:
          'a. Effective on October 7, 2022, are the following instructions: 7 (Sec. 740.2), 9 (Sec. 740.10). b. Effective on October 12, 2022, is the following instruction: 4 (Sec. 734.9). c. Effective on October 21, 2022, are the following instructions: 1 (Sec. 732.2).',
      },
    ),
    {
      type: 'lineage.interim_final',
      instrumentId: 'US-CCL',
      direction: 'tighten',
      dates: expect.objectContaining({ effectiveFrom: '2022-10-07' }),
      facts: expect.objectContaining({
        announced: expect.arrayContaining([{ type: 'authorisation.issued', name: 'Temporary General License' }]),
        perInstructionDates: [
          expect.objectContaining({ from: '2022-10-07' }),
          expect.objectContaining({ from: '2022-10-12' }),
          expect.objectContaining({ from: '2022-10-21' }),
        ],
      }),
    },
  ],
  [
    '87 FR 77505: added to one list, taken off another for that (T23)',
    bis(
      '2022-27151',
      'Additions and Revisions to the Entity List and Conforming Removal From the Unverified List',
      'In this rule, BIS amends the EAR by adding thirty-six entities to the Entity List. This rule also revises three existing entries and, as a conforming change, removes one entity from the Unverified List.',
    ),
    listed({ entitiesAdded: 36, entriesRevised: 3, otherInstrument: 'US-UVL' }, { direction: 'tighten' }),
  ],
  [
    '88 FR 2821: the same controls for Macau',
    bis(
      '2023-00888',
      'Implementation of Additional Export Controls: Certain Advanced Computing and Semiconductor Manufacturing Items; Supercomputer and Semiconductor End Use; Updates to the Controls To Add Macau',
      'In this final rule, BIS is amending the EAR by adding the same controls as were implemented for China to Macau.',
    ),
    { type: 'country.scope_extended', direction: 'tighten', facts: expect.objectContaining({ country: 'MO' }) },
  ],
  [
    '89 FR 14403: two entities under seven entries (T8)',
    bis(
      '2024-03674',
      'Additions of Entities, Revisions of Entries, and Removal of an Entity From the Entity List',
      'In this rule, BIS amends the EAR by adding two entities under seven entries to the Entity List. This final rule also modifies two existing entries and removes one entity from the Entity List.',
    ),
    listed({ entitiesAdded: 2, entriesAdded: 7, entriesRevised: 2, entitiesRemoved: 1 }, { direction: 'mixed' }),
  ],
  [
    'January 2025: 13 added, editorial corrections beside',
    bis(
      '2024-31468',
      'Additions to the Entity List',
      'In this rule, BIS amends the EAR by adding 13 entities to the Entity List. This rule also makes editorial corrections to existing entries.',
    ),
    listed({ entitiesAdded: 13 }, { direction: 'tighten' }),
  ],
  [
    '90 FR 47201 suspended: a year of it, and the day on which it returns',
    bis(
      '2025-19846',
      'One-Year Suspension of Expansion of End-User Controls for Affiliates of Certain Listed Entities',
      'In this final rule, BIS suspends for one year the interim final rule published on September 30, 2025.',
      { datesText: 'This rule is effective November 10, 2025, through November 9, 2026.' },
    ),
    {
      type: 'rule.suspended',
      direction: 'loosen',
      dates: expect.objectContaining({ effectiveFrom: '2025-11-10', effectiveTo: '2026-11-09' }),
      further: [
        { type: 'rule.reinstatement_scheduled', dates: expect.objectContaining({ effectiveFrom: '2026-11-10' }) },
      ],
    },
  ],
  [
    '91 FR 1684: a milder review of licenses, with conditions',
    bis(
      '2026-00789',
      'Revision to License Review Policy for Advanced Computing Commodities',
      'In this final rule, BIS revises its license review policy for exports of certain chips to China and Macau from a presumption of denial to a case-by-case review, provided conditions are met.',
      { effectiveOn: '2026-01-15', cfr: parts('15/742') },
    ),
    {
      type: 'lineage.final',
      instrumentId: 'US-CCL',
      direction: 'loosen',
      facts: expect.objectContaining({ oldReviewPolicy: 'presumption of denial', reviewPolicy: 'case-by-case' }),
    },
  ],
];

describe('documents of the last decade are told as they were meant', () => {
  it.each(cases)('%s', (_, document, expected) => {
    expect(told(document)).toMatchObject(expected);
  });

  it('83 FR 58201: an advance notice, then more time for it, joined with it', () => {
    const title = 'Review of Controls for Certain Emerging Technologies';
    const notice = bis('2018-25221', title, 'This ANPRM seeks public comment on emerging technologies.', {
      action: 'Advance notice of proposed rulemaking (ANPRM).',
      documentType: 'Proposed Rule',
      publishedOn: '2018-11-19',
      datesText: 'Submit comments on or before December 19, 2018.',
    });
    expect(told(notice)).toMatchObject({ type: 'lineage.anprm', dates: { commentClose: '2018-12-19' } });
    const more = bis(
      '2018-27148',
      `${title}; Extension of Comment Period`,
      'On November 19, 2018, BIS published an ANPRM. This document extends the comment period to January 10, 2019.',
      {
        action: 'Advance notice of proposed rulemaking (ANPRM); extension of comment period.',
        documentType: 'Proposed Rule',
        publishedOn: '2018-12-14',
      },
    );
    expect(told(more, [notice])).toMatchObject({
      type: 'comment.extended',
      dates: { commentClose: '2019-01-10' },
      facts: { of: ['2018-25221'] },
    });
  });

  it('a share that a bill, a speech or the press names is no change of a threshold (T26)', () => {
    const question = bis(
      '2020-00001',
      'De Minimis Rules and Foreign-Made Items',
      'BIS is requesting comments on whether to lower the level from 25 percent to 10 percent.',
      {
        action: 'Request for comments.',
        documentType: 'Notice',
      },
    );
    expect(told(question).type).toBe('comment.opened');
  });
});
