import { describe, expect, it } from 'vitest';
import { bis, type HistoricalCase, told } from './historical-case.fixture.ts';
import { parts } from './real-document.fixture.ts';

const cases: readonly HistoricalCase[] = [
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
    '88 FR 2821: the same controls for Macau',
    bis(
      '2023-00888',
      'Implementation of Additional Export Controls: Certain Advanced Computing and Semiconductor Manufacturing Items; Supercomputer and Semiconductor End Use; Updates to the Controls To Add Macau',
      'In this final rule, BIS is amending the EAR by adding the same controls as were implemented for China to Macau.',
    ),
    { type: 'country.scope_extended', direction: 'tighten', facts: expect.objectContaining({ country: 'MO' }) },
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

describe('rules and questions of the last decade', () => {
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
