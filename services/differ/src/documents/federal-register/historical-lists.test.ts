import { describe, expect, it } from 'vitest';
import { bis, type HistoricalCase, listed, told } from './historical-case.fixture.ts';

const cases: readonly HistoricalCase[] = [
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
    '84 FR 29371: five added, one entry modified',
    bis(
      '2019-13245',
      'Addition of Entities to the Entity List and Revision of an Entry on the Entity List',
      'This rule amends the EAR by adding five entities to the Entity List. This rule also modifies one existing entry to add one alias and four addresses.',
    ),
    listed({ entitiesAdded: 5, entriesRevised: 1 }, { direction: 'tighten' }),
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
    '87 FR 51876: seven added, two typing errors (T6)',
    bis(
      '2022-18268',
      'Additions of Entities to the Entity List',
      'In this rule, BIS amends the EAR by adding seven entities under seven entries to the Entity List. This final rule also corrects typographical errors in two existing entries.',
    ),
    listed({ entitiesAdded: 7, entriesAdded: 7 }, { direction: 'tighten' }),
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
    '84 FR 43493: affiliates added and moved under their parent, which is no removal (T4)',
    bis(
      '2019-17921',
      'Addition of Certain Entities to the Entity List and Revision of Entries on the Entity List',
      'In this final rule, BIS adds to the Entity List forty-six additional non-U.S. affiliates of Huawei Technologies Co., Ltd. This rule also revises five existing entries.',
      { datesText: 'This rule is effective August 19, 2019.', publishedOn: '2019-08-21' },
    ),
    listed({ entriesRevised: 5 }, { dates: { publishedOn: '2019-08-21', effectiveFrom: '2019-08-19' } }),
  ],
];

describe('rules of the last decade on the Entity List', () => {
  it.each(cases)('%s', (_, document, expected) => {
    expect(told(document)).toMatchObject(expected);
  });
});
