import { describe, expect, it } from 'vitest';
import type { ListEntry } from '#domain';
import { appendixXml, ENTITY_LIST, HEADS, ROWS } from './appendix.fixture.ts';
import { ecfr } from './family.ts';
import { readAppendix } from './read.ts';

const read = (xml: string, source = ENTITY_LIST) =>
  readAppendix(source, {
    bytes: new TextEncoder().encode(xml),
    mediaType: 'application/xml',
    url: '',
    retrievedAt: '',
  });

function entriesOf(xml: string): readonly ListEntry[] {
  const outcome = read(xml);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'list') throw new Error(JSON.stringify(outcome));
  return outcome.reading.entries;
}

describe('readAppendix', () => {
  it('reads parties with the country above them, and counts them by country', () => {
    const outcome = read(appendixXml());
    expect(outcome).toMatchObject({
      kind: 'read',
      reading: {
        sections: [
          { section: 'AF', entries: 1 },
          { section: 'CN', entries: 3 },
        ],
      },
    });
    expect(entriesOf(appendixXml())[1]).toEqual({
      kind: 'entity',
      list: 'EL',
      name: '4Paradigm Technology Co., Ltd.',
      country: 'CN',
      aliases: ['4Paradigm', '4th Paradigm', 'Fourth Paradigm'],
      addresses: ['Building 1, No. 66 Qinghe Middle Street, Beijing, China'],
      licenseRequirement: 'For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)4',
      licenseReviewPolicy: 'Presumption of denial',
      footnotes: ['4'],
      citations: ['88 FR 13675, 3/6/23.'],
      details: {},
      locator: "Supplement No. 4 to Part 744, CHINA, PEOPLE'S REPUBLIC OF, row 2",
      quote: expect.stringContaining('—Fourth Paradigm.\nBuilding 1'),
    });
  });

  it('keeps pointers to other entries apart from addresses', () => {
    expect(entriesOf(appendixXml())[0]).toMatchObject({
      addresses: ['501, 5th Floor, Amanullah Sancharaki Market, Kabul, Afghanistan', 'Flat No. 41, Kabul, Afghanistan'],
      details: { 'cross-references': 'See alternate addresses under Pakistan' },
    });
  });

  it('reads affiliated entities under their parent, with the terms of its row', () => {
    expect(entriesOf(appendixXml()).at(-1)).toMatchObject({
      name: 'Hangzhou Huawei Enterprises',
      parent: 'Huawei Technologies Co., Ltd.',
      footnotes: ['1', '2'],
      citations: ['84 FR 22963, 5/21/19.', '85 FR 29853, 5/19/20.'],
    });
  });

  it('reads an unchanged appendix the same, whatever its spaces', () => {
    const spaced = appendixXml().replaceAll('><', '>\n<').replaceAll(', ', ',&#xA0;');
    expect(entriesOf(spaced).map(({ quote: _, ...entry }) => entry)).toEqual(
      entriesOf(appendixXml()).map(({ quote: _, ...entry }) => entry),
    );
  });

  it('passes over reserved places and elisions', () => {
    expect(entriesOf(appendixXml([...ROWS, ['', '* * * * *', '', '', '']]))).toHaveLength(4);
  });

  it('reads the three columns of the Unverified List', () => {
    const heads = ['Country', 'Listed person and address', 'Federal Register citation and date of publication'];
    const row = ['ARMENIA', 'Atlas Sanatgaran, Komitas 26/114, Yerevan, Armenia', '81 FR 40785, 6/23/16.'];
    const xml = appendixXml([row], heads, 'Supplement No. 6 to Part 744').replace('colspan="5"', 'colspan="3"');
    const source = { ...ENTITY_LIST, params: { appendix: 'Supplement No. 6 to Part 744' } };
    expect(read(xml, source)).toMatchObject({
      reading: { entries: [{ list: 'UVL', name: 'Atlas Sanatgaran', country: 'AM', footnotes: [] }] },
    });
  });

  it('takes XML cut short for implausible, never for a shorter list', () => {
    const xml = appendixXml();
    for (const cut of [0.3, 0.6, 0.95]) expect(read(xml.slice(0, xml.length * cut)).kind).toBe('implausible');
    expect(read(appendixXml([])).kind).toBe('implausible');
  });

  it.each([
    ['the appendix is missing', appendixXml(ROWS, HEADS, 'Supplement No. 7 to Part 744')],
    ['a column is renamed', appendixXml(ROWS, HEADS.with(3, 'Review'))],
    [
      'a column is missing',
      appendixXml(
        ROWS.map((row) => row.slice(0, 4)),
        HEADS.slice(0, 4),
      ),
    ],
    ['a row has other cells', appendixXml([...ROWS, ['', 'ZTE', 'all', 'denial']])],
    ['no country stands above the first row', appendixXml(ROWS.map((row) => row.with(0, '')))],
    [
      'the country column holds something else',
      appendixXml(Array.from({ length: 9 }, (_, n) => [`Party ${n}`, 'x', 'y', 'z', 'c'])),
    ],
    ['a page stands in for it', '<html><title>Request Access</title></html>'],
  ])('finds the structure changed when %s', (_, xml) => {
    expect(read(xml).kind).toBe('structure_changed');
  });

  it('keeps hostile text as text and refuses an entity bomb', () => {
    const row = ['CHINA', 'Evil &lt;script&gt;alert(1)&lt;/script&gt; Ltd., Shenzhen', 'x', 'y', 'z'];
    expect(entriesOf(appendixXml([row]))[0]?.name).toBe('Evil <script>alert(1)</script> Ltd.');
    const bomb = appendixXml().replace('?>', '?><!DOCTYPE a [<!ENTITY b "b">]>');
    expect(read(bomb)).toMatchObject({ kind: 'implausible', because: expect.stringContaining('DOCTYPE') });
    expect(read('\u0000\u0001').kind).toBe('structure_changed');
  });
});

describe('ecfr links', () => {
  it('links to the appendix of today', () => {
    expect(ecfr.link(ENTITY_LIST, '4Paradigm')).toBe(
      'https://www.ecfr.gov/current/title-15/part-744/appendix-Supplement%20No.%204%20to%20Part%20744',
    );
    expect(ecfr.link({ ...ENTITY_LIST, params: {} }, '')).toBe(ENTITY_LIST.link);
  });
});
