import { describe, expect, it } from 'vitest';
import { bis, type HistoricalCase, huawei, license, TGL, told } from './historical-case.fixture.ts';

const cases: readonly HistoricalCase[] = [
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
    '84 FR 43487: extended to November 18, 2019',
    bis(
      '2019-17920',
      'Temporary General License: Extension of Validity, Clarifications to Authorized Transactions, and Changes to Certification Statement Requirements',
      huawei('August 19, 2019', 'November 18, 2019'),
    ),
    license('2019-08-19', '2019-11-18', {}),
  ],
  [
    '84 FR 64018: extended to February 16, 2020',
    bis('2019-25189', TGL, huawei('November 18, 2019', 'February 16, 2020')),
    license('2019-11-18', '2020-02-16', {}),
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
];

describe('temporary general licenses of the last decade', () => {
  it.each(cases)('%s', (_, document, expected) => {
    expect(told(document)).toMatchObject(expected);
  });
});
