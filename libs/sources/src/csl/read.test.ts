import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListEntry } from '#domain';
import { CSL_CSV, cslJson, JSON_ROWS } from './csl.fixture.ts';
import { listCodeOf } from './list-code.ts';
import { readConsolidatedList } from './read.ts';

const read = (text: string, mediaType = 'application/json') =>
  readConsolidatedList({ bytes: new TextEncoder().encode(text), mediaType, url: '', retrievedAt: '' });

function entriesOf(text: string): readonly ListEntry[] {
  const outcome = read(text);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'list') throw new Error(JSON.stringify(outcome));
  return outcome.reading.entries;
}

const facts = ({ quote: _, locator: __, ...entry }: ListEntry) => entry;

describe('readConsolidatedList', () => {
  it('reads the terms of an Entity List row, and the row as it stands in the file', () => {
    const [novax] = entriesOf(cslJson());
    expect(novax).toEqual({
      kind: 'entity',
      list: 'EL',
      instrumentId: 'US-EL',
      name: 'Novax Group S.A.',
      country: 'PA',
      aliases: [],
      addresses: ['Calle 50, PA'],
      licenseRequirement: 'For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4',
      licenseReviewPolicy: 'Policy of denial',
      footnotes: ['4'],
      citations: ['88 FR 80955, 11/21/23.', '91 FR 99997'],
      details: {},
      locator: 'results[0]',
      quote: JSON.stringify(JSON_ROWS[0]),
    });
  });

  it('keeps one name under two destinations apart, and joins the rows of a denied person', () => {
    expect(entriesOf(cslJson()).map(({ list, country, addresses }) => [list, country, addresses])).toEqual([
      ['EL', 'PA', ['Calle 50, PA']],
      ['EL', 'EC', ['EC']],
      ['MEU', 'CN', ['CN']],
      ['SDN', undefined, ['RU', 'DE']],
      ['DPL', undefined, ['MY', 'HK']],
    ]);
  });

  it('does not use row ids, and tells Treasury parties by their number', () => {
    const renumbered = JSON_ROWS.map((row, index) => ({ ...row, id: `other-${index}` }));
    expect(entriesOf(cslJson(renumbered)).map(facts)).toEqual(entriesOf(cslJson()).map(facts));
    expect(entriesOf(cslJson()).map(({ identity }) => identity)).toEqual([
      undefined,
      undefined,
      undefined,
      '17013',
      undefined,
    ]);
  });

  it('reads the CSV form as the JSON form, and a repeated header as no party', () => {
    expect(entriesOf(CSL_CSV).map(facts)).toEqual(entriesOf(cslJson()).map(facts));
  });

  it('counts parties by list, a list without any as 0', () => {
    const outcome = read(cslJson(JSON_ROWS, ['Unverified List (UVL) - Bureau of Industry and Security']));
    expect(outcome).toMatchObject({
      reading: {
        sections: [
          { section: 'UVL', entries: 0 },
          { section: 'EL', entries: 2 },
          { section: 'MEU', entries: 1 },
          { section: 'SDN', entries: 1 },
          { section: 'DPL', entries: 1 },
        ],
      },
    });
  });

  it('takes a file cut short for implausible', () => {
    const whole = cslJson();
    fc.assert(
      fc.property(fc.integer({ min: 20, max: whole.length - 1 }), (cut) => {
        expect(read(whole.slice(0, cut)).kind).toBe('implausible');
      }),
    );
    expect(read(CSL_CSV.slice(0, -30)).kind).toBe('implausible');
    expect(read('').kind).toBe('implausible');
    expect(read(cslJson([])).kind).toBe('implausible');
  });

  it.each([
    ['results are missing', '{"hits":[]}'],
    ['results are no list', '{"results":{"0":{}}}'],
    ['a row has no name', cslJson([{ ...JSON_ROWS[0], name: null }])],
    ['a row is no object', cslJson(['ZTE'])],
    ['a CSV column is missing', CSL_CSV.replace('alt_names', 'aka')],
    ['a CSV row has another number of fields', CSL_CSV.replace('"8b9",', '')],
    ['a page stands in for it', '<html><title>Access Denied</title></html>'],
  ])('finds the structure changed when %s', (_, text) => {
    expect(read(text).kind).toBe('structure_changed');
  });

  it('reads rows that are parted otherwise than the first two, by their brackets', () => {
    const [first, ...others] = JSON_ROWS;
    const nested = { ...first, remarks: { id: [{ id: 1 }, { id: 2 }] } };
    const uneven = cslJson([nested, ...others]).replace('},{"id":"f3c1', '} ,\n{"id":"f3c1');
    const even = cslJson([nested, ...others]);
    expect(entriesOf(uneven).map(({ quote: _, ...entry }) => entry)).toEqual(
      entriesOf(even).map(({ quote: _, ...entry }) => entry),
    );
  });

  it.each(['-', '0.', '5', '{},'])('takes %s before a row for no JSON, or for no party', (stray) => {
    expect(read(cslJson().replace('"results":[{', `"results":[${stray}{`)).kind).not.toBe('read');
  });

  it('reads hostile values of other types without throwing', () => {
    const hostile = {
      ...JSON_ROWS[0],
      name: '<script>"\\"]}</script>',
      alt_names: { a: 1 },
      addresses: [null, 7, ['x']],
      ids: [[[]]],
      __proto__: null,
    };
    expect(entriesOf(cslJson([hostile]))).toMatchObject([
      { name: '<script>"\\"]}</script>', aliases: [], addresses: ['7'] },
    ]);
    const values = fc.dictionary(
      fc.constantFrom('alt_names', 'addresses', 'ids', 'programs', 'entity_number'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(values, (row) => {
        const text = cslJson([{ ...row, source: 'X (EL)', name: 'ZTE' }]);
        expect(entriesOf(text)).toHaveLength(1);
        expect(text).toContain(entriesOf(text)[0]?.quote);
      }),
    );
  });
});

describe('listCodeOf', () => {
  it.each([
    ['Entity List (EL) - Bureau of Industry and Security', 'EL'],
    ['Entity List (EL) - Bureau of Industry and Security ', 'EL'],
    ['Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department', 'MBS'],
    ['Capta List (CAP) - Treasury Department', 'CAP'],
    ['Military End User (MEU) List - Bureau of Industry and Security', 'MEU'],
    ['Some New List', 'Some New List'],
  ])('reads %s', (source, code) => {
    expect(listCodeOf(source)).toBe(code);
  });
});
