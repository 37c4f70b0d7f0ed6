import { expect } from 'vitest';
import { developmentsOf } from '#differ';
import { appendixXml } from '../../libs/sources/src/ecfr/appendix.fixture.ts';
import { searchPage } from '../../libs/sources/src/federal-register/search-page.fixture.ts';
import { ROWS as END_USERS, endUserWorkbook } from '../../libs/sources/src/meti-end-user-list/end-user-list.fixture.ts';
import { captured, changesBetween, told } from './captured.ts';

type Row = readonly [country: string, entity: string, requirement: string, policy: string, citation: string];

const EL = 'us-ecfr-15-744-supp4';
const CHINA = "CHINA, PEOPLE'S REPUBLIC OF";
const ALL = 'For all items subject to the EAR. (See &#xA7; 744.11 of the EAR)';
const DENIAL = 'Presumption of denial';
const row = (country: string, entity: string, citation = '84 FR 22963, 5/21/19.', requirement = ALL): Row => [
  country,
  entity,
  requirement,
  DENIAL,
  citation,
];

const HUAWEI =
  'Huawei Technologies Co., Ltd., a.k.a., the following one alias:<br/>&#x2014;Huawei Technology.<br/><br/>';
const BANTIAN = 'Bantian Huawei Base, Shenzhen, 518129, China.';
const HANGZHOU = 'Hangzhou Huawei Enterprises, No. 410 Jianghong Road, Hangzhou, China.';
const PARADIGM =
  '4Paradigm Technology Co., Ltd., a.k.a., the following two aliases:<br/>&#x2014;4Paradigm; and<br/>&#x2014;Fourth Paradigm.<br/><br/>No. 66 Qinghe Middle Street, Beijing, China.';
const GHOURA = 'Abdul Satar Ghoura, 501, 5th Floor, Kabul, Afghanistan.';

const list = (...rows: readonly Row[]) => appendixXml(rows);
const toldOf = (before: readonly Row[], after: readonly Row[]) => told(EL, list(...before), list(...after));
const ENTRIES = [row('AFGHANISTAN', GHOURA), row(CHINA, PARADIGM), row(CHINA, HUAWEI + BANTIAN)];

/** The Unverified List as eCFR serves it: three columns. */
const unverified = (...rows: readonly (readonly string[])[]) =>
  appendixXml(
    rows,
    ['Country', 'Listed person and address', 'Federal Register citation and date of publication'],
    'Supplement No. 6 to Part 744',
  );
const KOCHARYAN = 'Aram Kocharyan, Apartment 16, 3 Andranik Street, Yerevan, Armenia.';

async function movedFromUnverified(): Promise<void> {
  const other = ['ARMENIA', 'Another Trading LLC, 5 Abovyan Street, Yerevan, Armenia.', '87 FR 61971, 10/13/22.'];
  const listed = ['ARMENIA', KOCHARYAN, '87 FR 61971, 10/13/22.'];
  const gone = changesBetween(
    await captured('us-ecfr-15-744-supp6', unverified(listed, other), '2023-12-06T12:00:00.000Z'),
    await captured('us-ecfr-15-744-supp6', unverified(other), '2023-12-08T12:00:00.000Z'),
  );
  const came = changesBetween(
    await captured(EL, list(...ENTRIES), '2023-12-06T12:00:00.000Z'),
    await captured(
      EL,
      list(...ENTRIES, row('ARMENIA', KOCHARYAN, '88 FR 85097, 12/7/23.')),
      '2023-12-08T12:00:00.000Z',
    ),
  );
  expect([...gone, ...came].map(({ type, instrumentId }) => [type, instrumentId])).toEqual([
    ['entity.removed', 'US-UVL'],
    ['entity.added', 'US-EL'],
  ]);
  expect(developmentsOf([...gone, ...came]).map(({ members }) => members.length)).toEqual([2]);
  const rule = await ruleOf(
    '2022-27151',
    'Additions and Revisions to the Entity List and Conforming Removal From the Unverified List',
    'In this rule, BIS amends the EAR by adding thirty-six entities to the Entity List and, as a conforming change, removes one entity from the Unverified List.',
    { citation: '88 FR 85097', publication_date: '2023-12-07', dates: 'This rule is effective December 7, 2023.' },
  );
  expect(rule).toMatchObject([{ type: 'document.published', direction: 'tighten' }]);
  expect(developmentsOf([...rule, ...gone, ...came]).map(({ members }) => members.length)).toEqual([3]);
}

/** The changes that a rule on lists comes to, as the search of the Federal Register serves it. */
async function ruleOf(number: string, title: string, abstract: string, more: object = {}) {
  const rule = {
    ...searchPage.results[0],
    document_number: number,
    title,
    abstract,
    dates: 'This rule is effective August 24, 2022.',
    cfr_references: [{ title: 15, part: '744' }],
    ...more,
  };
  const served = await captured('us-federal-register', JSON.stringify({ ...searchPage, count: 1, results: [rule] }));
  return changesBetween(undefined, served);
}

/** What is told of 87 FR 51876 by its summary: seven additions, and two typing errors mended. */
async function toldOfRule() {
  const rule =
    'In this rule, BIS amends the EAR by adding seven entities under seven entries to the Entity List. This final rule also corrects typographical errors in two existing entries.';
  return (await ruleOf('2022-18268', 'Additions of Entities to the Entity List', rule)).map(
    ({ type, alerting, after }) => {
      const { entitiesAdded, entriesAdded, mendedEntries } = { ...after };
      return [type, alerting, type === 'correction.editorial' ? { mendedEntries } : { entitiesAdded, entriesAdded }];
    },
  );
}

/** Traps of lists, from served bytes to what is told. */
export const LIST_RUNS: Readonly<Record<string, () => Promise<void>>> = {
  T1: async () => expect(await toldOf(ENTRIES, ENTRIES.toReversed())).toEqual([]),
  T2: async () => {
    const cited = ENTRIES.with(0, row('AFGHANISTAN', GHOURA, '84 FR 22963, 5/21/19.<br/>85 FR 29853, 5/19/20.'));
    expect(await toldOf(ENTRIES, cited)).toEqual(['(entity.citation_changed Abdul Satar Ghoura)']);
  },
  T3: async () => {
    const promoted = PARADIGM.replace('4Paradigm Technology Co., Ltd.', '#')
      .replace('4Paradigm;', '4Paradigm Technology Co., Ltd.;')
      .replace('#', '4Paradigm');
    expect(await toldOf(ENTRIES, ENTRIES.with(1, row(CHINA, promoted)))).toEqual(['entity.name_changed 4Paradigm']);
  },
  T4: async () => {
    const merged = `${HUAWEI.replace('.<br/><br/>', ', and to include the following addresses and the following one affiliated entity:<br/><br/>')}Addresses for Huawei Technologies Co., Ltd.: ${BANTIAN}<br/>Affiliated entities:<br/>${HANGZHOU}`;
    const apart = [...ENTRIES, row(CHINA, HANGZHOU)];
    expect(await toldOf(apart, ENTRIES.with(2, row(CHINA, merged)))).toEqual([
      'entity.moved_or_merged Hangzhou Huawei Enterprises',
    ]);
  },
  T6: async () => {
    expect(await toldOfRule()).toEqual([
      ['document.published', true, { entitiesAdded: 7, entriesAdded: 7 }],
      ['correction.editorial', false, { mendedEntries: 2 }],
    ]);
    const mistyped = ALL.replace('Subject', 'subject').replace(' (See', '(See');
    const corrected = ENTRIES.with(0, row('AFGHANISTAN', GHOURA.replace('Ghoura', 'Ghoora'), undefined, mistyped));
    expect(await toldOf(ENTRIES, [...corrected, row(CHINA, HANGZHOU)])).toEqual([
      'entity.name_changed Abdul Satar Ghoora',
      'entity.added Hangzhou Huawei Enterprises',
    ]);
  },
  T8: async () => {
    const twice = [
      row('PANAMA', 'Novax Group S.A., Calle 50, Panama City, Panama.'),
      row('ECUADOR', 'Novax Group S.A., Avenida Amazonas, Quito, Ecuador.'),
    ];
    expect(await toldOf(ENTRIES, [...ENTRIES, ...twice])).toEqual([
      'entity.added Novax Group S.A.',
      'entity.added Novax Group S.A.',
    ]);
    const changes = changesBetween(
      await captured(EL, list(...ENTRIES)),
      await captured(EL, list(...ENTRIES, ...twice, row('PANAMA', 'Other S.A., Calle 51, Panama City, Panama.'))),
    );
    expect(changes.map(({ after }) => typeof after?.entityGroupId)).toEqual(['string', 'string', 'undefined']);
    expect(new Set(changes.slice(0, 2).map(({ after }) => after?.entityGroupId)).size).toBe(1);
    const rule = 'In this rule, BIS amends the EAR by adding two entities under seven entries to the Entity List.';
    expect(await ruleOf('2024-03674', 'Additions of Entities to the Entity List', rule)).toMatchObject([
      { type: 'document.published', after: { entitiesAdded: 2, entriesAdded: 7 } },
    ]);
  },
  T23: movedFromUnverified,
  T24: async () => {
    const respaced = PARADIGM.replace('Technology Co., Ltd.', 'TECHNOLOGY CO.,LTD');
    expect(await toldOf(ENTRIES, ENTRIES.with(1, row(CHINA, respaced)))).toEqual([]);
    const alike = [...ENTRIES, row(CHINA, '5Paradigm Technology Co., Ltd., 9 Jianguo Road, Tianjin, China.')];
    expect(await toldOf(ENTRIES, alike)).toEqual(['entity.added 5Paradigm Technology Co., Ltd.']);
  },
  T25: async () => {
    const [first = [], ...rest] = END_USERS;
    const before = await endUserWorkbook(END_USERS);
    expect(await told('jp-meti-end-user-list', before, await endUserWorkbook([...rest, first]))).toEqual([]);
    expect(await told('jp-meti-end-user-list', before, await endUserWorkbook(rest))).toEqual([
      `entity.removed ${first[1]}`,
    ]);
  },
};
