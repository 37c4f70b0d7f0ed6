import { describe, expect, it } from 'vitest';
import type { ListReading } from '#domain';
import { aCapture } from '../source.fixture.ts';
import { CSL_CSV } from './csl.fixture.ts';
import { entityListCsv, NAMED_ROWS, TURNED_COLUMNS } from './entity-list-csv.fixture.ts';
import { readConsolidatedList } from './read.ts';

const read = (body: string | Uint8Array) => readConsolidatedList(aCapture(body, { mediaType: 'text/csv' }));

function listOf(body: string | Uint8Array): ListReading {
  const outcome = read(body);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'list') throw new Error(JSON.stringify(outcome));
  return outcome.reading;
}
const facts = (body: string | Uint8Array) => listOf(body).entries.map(({ quote: _, locator: __, ...entry }) => entry);

describe('the Entity List in the Bureau’s own columns', () => {
  it('joins the rows of a party, one for each address, and parts its aliases', () => {
    const { entries, sections } = listOf(entityListCsv());
    expect(entries.map(({ list, name, country, addresses }) => [list, name, country, addresses.length])).toEqual([
      ['EL', 'Abdul Satar Ghoura', 'AF', 2],
      ['EL', '4Paradigm Technology Co., Ltd.', 'CN', 1],
      ['EL', 'Huawei Technologies Co., Ltd.', 'CN', 1],
      ['EL', 'Hangzhou Huawei Enterprises', 'CN', 1],
    ]);
    expect(entries[1]).toMatchObject({
      aliases: ['4Paradigm', '4th Paradigm', 'Fourth Paradigm'],
      footnotes: ['4'],
      addresses: ['Building 1, No. 66 Qinghe Middle Street, Beijing, CN'],
      citations: ['88 FR 13675'],
      instrumentId: 'US-EL',
    });
    expect(sections).toEqual([{ section: 'EL', entries: 4 }]);
  });

  it('reads the oldest files alike: a line above the header, full names of countries, an alias a row', () => {
    const paradigm = NAMED_ROWS[2] ?? {};
    const rows = ['4Paradigm', '4th Paradigm', 'Fourth Paradigm'].map((alias) => ({
      ...paradigm,
      'Alternate Name': alias,
      Country: "China, People's Republic of",
    }));
    const old = entityListCsv([...NAMED_ROWS.slice(0, 2), ...rows, ...NAMED_ROWS.slice(3)]);
    const dated = old.replace('\uFEFF', `\uFEFF"Last updated: May 23, 2014"${','.repeat(30)}\r\n`);
    expect(facts(dated)).toEqual(facts(entityListCsv()));
  });

  it('is the same with its columns or rows in another order, or in ISO-8859-1 (unchanged)', () => {
    expect(facts(entityListCsv(NAMED_ROWS, TURNED_COLUMNS))).toEqual(facts(entityListCsv()));
    expect(new Set(facts(entityListCsv([...NAMED_ROWS].reverse())).map(({ name }) => name))).toEqual(
      new Set(facts(entityListCsv()).map(({ name }) => name)),
    );
    const latin = Buffer.from(entityListCsv().replace('\uFEFF', ''), 'latin1');
    expect(facts(latin)).toEqual(facts(entityListCsv()));
  });

  it.each([
    ['a column is gone', entityListCsv().replace('Alternate Name', 'AKA'), 'structure_changed'],
    [
      'columns moved under their headings',
      entityListCsv().replace('Country,Federal Register Notice', 'Federal Register Notice,Country'),
      'structure_changed',
    ],
    ['a row has another number of fields', entityListCsv().replace('EL,,,,Abdul', 'EL,,,Abdul'), 'structure_changed'],
    ['a party has no name', entityListCsv([{ ...NAMED_ROWS[0], Name: '' }, ...NAMED_ROWS]), 'structure_changed'],
    ['it is cut short', entityListCsv().slice(0, -60), 'implausible'],
    ['it holds no party', entityListCsv([]), 'implausible'],
  ])('is held when %s', (_name, body, kind) => {
    expect(read(body).kind).toBe(kind);
  });

  it('reads hostile cells as text (hostile)', () => {
    const hostile = { ...NAMED_ROWS[0], Name: '<script>"=cmd()', 'Alternate Name': ';'.repeat(50_000) };
    expect(listOf(entityListCsv([...NAMED_ROWS, hostile])).entries.at(-1)).toMatchObject({ name: '<script>"=cmd()' });
  });
});

describe('the Consolidated Screening List in its other layouts', () => {
  it('reads the TSV as the CSV', () => {
    const tsv = CSL_CSV.split('\n')
      .map((line) => (line.startsWith('"') ? line.replaceAll('","', '"\t"') : line.replaceAll(',', '\t')))
      .join('\n');
    expect(facts(tsv)).toEqual(facts(CSL_CSV));
    expect(read(tsv.slice(0, -30)).kind).toBe('implausible');
  });

  it('reads the layout without _id as the one with it', () => {
    const without = CSL_CSV.split('\n')
      .map((line) => line.replace(/^(?:"[^"]*"|_id),/, ''))
      .join('\n');
    expect(facts(without)).toEqual(facts(CSL_CSV));
  });
});
