import { describe, expect, it } from 'vitest';
import { appendixXml, partSource, partXml, provisionsOf, readXml, tableXml } from './part.fixture.ts';

const COLUMNS = ['CB 1', 'CB 2', 'CB 3', 'NP 1', 'NP 2', 'NS 1', 'NS 2', 'MT 1', 'RS 1', 'RS 2'];
const CHART: readonly (readonly string[])[] = [
  ['Albania <sup>2</sup> <sup>3</sup>', 'X', 'X', '', 'X', '', 'X', 'X', 'X', 'X', 'X'],
  ['Australia<sup>10</sup>', 'X', '', '', '', '', '', '', '', '', ''],
  ['Cuba', 'See part 746 of the EAR to determine whether a license is required.'],
  ['Atlantis', 'X', '', '', '', '', '', '', '', '', ''],
  ['<sup>10</sup> A license is required to this country for items in paragraph 0A501.a.'],
];
const PART_738 = partSource(15, '738');
const PART_740 = partSource(15, '740');
const chart = (rows = CHART, columns = COLUMNS) =>
  partXml(
    '738',
    appendixXml('Supplement No. 1 to Part 738', 'Commerce Country Chart', tableXml(['Countries', ...columns], rows)),
  );

const groupTable = (heads: readonly string[], rows: readonly (readonly string[])[]) =>
  tableXml(['Country', ...heads], rows);
const GROUPS = [
  '<HD1>Country Group A</HD1>',
  groupTable(
    ['[A:1] Wassenaar Participating States<sup>1</sup>', '[A:5]'],
    [
      ['Japan', 'X', 'X'],
      ['Mexico', 'X', ''],
    ],
  ),
  '<HD1>Country Group B&#x2014;Countries</HD1>',
  '<SCOL2><LI>Japan</LI><LI>Bosnia &amp; Herzegovina</LI></SCOL2>',
  '<HD1>Country Group D</HD1>',
  groupTable(
    ['[D: 1] National Security', '[D:5] U.S. Arms Embargoed Countries <sup>3</sup>'],
    [
      ['China (PRC)', 'X', 'X'],
      ['Georgia', 'X', ''],
    ],
  ),
  '<HD1>Country Group E</HD1>',
  groupTable(
    ['[E:1] Terrorist Supporting Countries', '[E:2] Unilateral Embargo'],
    [
      ['Cuba', '', 'X'],
      ['Iran', 'X', ''],
    ],
  ),
] as const;
const groups = (blocks: readonly string[] = GROUPS) =>
  partXml('740', appendixXml('Supplement No. 1 to Part 740', 'Country Groups', ...blocks));

describe('the Commerce Country Chart', () => {
  it('is read by country: marks in their columns, footnotes, and the pointer of an embargoed country', () => {
    const provisions = provisionsOf(PART_738, chart());
    const countries = provisions.filter(({ kind }) => kind === 'country');
    expect(countries.map(({ text, country, marks }) => [text, country, marks])).toEqual([
      ['Albania', 'AL', ['CB 1', 'CB 2', 'NP 1', 'NS 1', 'NS 2', 'MT 1', 'RS 1', 'RS 2', 'footnote 2', 'footnote 3']],
      ['Australia', 'AU', ['CB 1', 'footnote 10']],
      ['Cuba', 'CU', ['See part 746 of the EAR to determine whether a license is required.']],
      ['Atlantis', undefined, ['CB 1']],
    ]);
    expect(countries[0]).toMatchObject({
      kind: 'country',
      list: 'Commerce Country Chart',
      instrumentId: 'US-EAR-COUNTRY',
    });
    expect(countries[3]?.doubt).toBeDefined();
    expect(provisions.at(-1)).toMatchObject({
      kind: 'rule',
      label: 'Supplement No. 1 to Part 738',
      text: 'A license is required to this country for items in paragraph 0A501.a.',
    });
  });

  it('is not believed when a row does not fit its columns, or the columns are not those of the chart', () => {
    const short = [...CHART, ['Japan', 'X', 'X', '']];
    expect(readXml(PART_738, chart(short))).toMatchObject({
      kind: 'implausible',
      locator: 'Supplement No. 1 to Part 738',
    });
    expect(
      readXml(
        PART_738,
        chart(
          CHART,
          COLUMNS.map((_, at) => `Reason ${at}`),
        ),
      ).kind,
    ).toBe('implausible');
  });
});

describe('the Country Groups', () => {
  it('are read by country, with all groups of one country together', () => {
    const countries = provisionsOf(PART_740, groups()).filter(({ kind }) => kind === 'country');
    expect(countries.map(({ country, marks }) => [country, marks])).toEqual([
      ['JP', ['A:1', 'A:5', 'B']],
      ['MX', ['A:1']],
      ['CN', ['D:1', 'D:5']],
      ['GE', ['D:1']],
      ['CU', ['E:2']],
      ['IR', ['E:1']],
      ['BA', ['B']],
    ]);
  });

  it('are not believed when a group is gone whole', () => {
    expect(readXml(PART_740, groups(GROUPS.slice(0, 6)))).toMatchObject({
      kind: 'implausible',
      because: expect.stringContaining('E'),
    });
  });
});
