import { describe, expect, it } from 'vitest';
import { controlListXml, ENTRY_3A090, QUIRKS } from './ccl.fixture.ts';
import { itemLine } from './ccl-path.ts';
import { partSource, partXml, printedOf, provisionsOf, readXml } from './part.fixture.ts';

const PART_774 = partSource(15, '774');
const provisions = provisionsOf(PART_774, partXml('774', controlListXml()));
const of = (eccn: string) => provisions.filter(({ label }) => label.startsWith(eccn));

describe('the Commerce Control List', () => {
  it('opens an entry at each bold ECCN, in whichever paragraph, and at no cross-reference', () => {
    const entries = provisions.filter(({ label }) => /^\d[A-EY]\d{3}$/.test(label)).map(({ label }) => label);
    expect(entries).toEqual(['0A501', '2E003', '3A090', '5A001', '6E003', '8D001', '9D604']);
  });

  it('reads 3A090, whose parts have headings, by item path', () => {
    expect(printedOf(of('3A090').filter(({ aspect }) => aspect === undefined))).toEqual([
      '3A090: Integrated circuits as follows (see List of Items Controlled).',
      '3A090.a: Integrated circuits having one or more digital processing units having either of the following:',
      "3A090.a.1: A 'total processing performance' of 4800 or more; or",
      "3A090.a.2: A 'total processing performance' of 1600 or more and a 'performance density' of 5.92 or more.",
      '3A090.b: Integrated circuits having one or more digital processing units having either of the following:',
      "3A090.b.1: A 'total processing performance' of 2400 or more and less than 4800; or",
      '3A090.c: [Reserved]',
    ]);
    expect(of('3A090.a.1')[0]).toMatchObject({
      kind: 'item',
      parent: '3A090.a',
      locator: '15 CFR 3A090.a.1',
      instrumentId: 'US-CCL',
    });
  });

  it('reads reasons for control by row, with an empty cell in its place, and leaves header rows out', () => {
    const reasons = provisions.filter(({ aspect }) => aspect === 'reason_for_control');
    expect(reasons.filter(({ parent }) => parent === '0A501').map(({ text }) => text)).toEqual([
      'Reason for Control: NS, RS, FC, UN, AT',
      'NS applies to entire entry except 0A501.y | NS Column 1',
      'UN applies to entire entry',
    ]);
    expect(reasons.filter(({ parent }) => parent === '3A090')).toHaveLength(3);
  });

  it('reads exceptions by code, over several lines, with the conditions of STA', () => {
    const exceptions = provisions.filter(({ aspect }) => aspect === 'license_exception');
    expect(exceptions.map(({ label, text }) => [label, text])).toEqual([
      [
        '0A501 LVS',
        '$500 for 0A501.c, .d, and .x.\n$500 for 0A501.c, .d, .e, and .x if the ultimate destination is Canada.',
      ],
      ['0A501 GBS', 'N/A'],
      ['0A501 STA', 'Paragraph (c)(2) of License Exception STA may not be used for any item in this entry.'],
      ['3A090 LVS', 'N/A'],
      ['3A090 GBS', 'N/A'],
      ['3A090 NAC/ACA', 'Yes, for 3A090.a, if the item is not designed or marketed for use in datacenters.'],
    ]);
  });

  it.each([
    [
      'items after a colon on one line',
      '0A501.a',
      'Non-automatic and semi-automatic firearms equal to .50 caliber (12.7 mm) or less.',
    ],
    ['no marker of items', '5A001.a', 'Any type of telecommunications equipment having any of the following:'],
    [
      'no full stop after the designation',
      '5A001.a.1',
      '“Specially designed” to withstand transitory electronic effects arising from a nuclear explosion;',
    ],
    ['headings among the items', '6E003.d', 'Optics “technology”, see 3A090 and 6A004, as follows:'],
    ['the marker without its colon', '9D604.a', '“Software” for the “production” of commodities controlled by 9A604.'],
  ])('reads an entry with %s', (_quirk, label, text) => {
    expect(provisions.find((provision) => provision.label === label)?.text).toBe(text);
  });

  it('keeps related controls, notes and tables of an entry apart from its items', () => {
    expect(of('5A001 Related')).toMatchObject([{ label: '5A001 Related Controls', aspect: 'note', parent: '5A001' }]);
    expect(of('3A090 Note')).toMatchObject([{ label: '3A090 Note 1', aspect: 'note', parent: '3A090' }]);
    expect(of('0A501.a Note')).toMatchObject([{ label: '0A501.a Note 1', parent: '0A501.a' }]);
    expect(of('2E003.f')[0]?.text).toContain('D. Plasma spraying | “Superalloys” | MCrAlX');
    expect(of('2E003').some(({ aspect }) => aspect === 'reason_for_control')).toBe(false);
  });

  it('keeps the notes that head a category', () => {
    expect(provisions.filter(({ label }) => label.startsWith('Category 3')).map(({ text }) => text)).toContain(
      'Note 1: The control status of equipment described in 3A001 is determined by that of the other equipment.',
    );
  });

  it('gives the same reading for other attributes, line breaks and forms of a character', () => {
    const other = controlListXml(
      QUIRKS.map((block) => block.replaceAll('</P>', '\n</P>').replaceAll(' of ', '\n  of ')),
    )
      .replaceAll('class="gpotbl_table"', 'border="1" class="gpotbl_table" width="100%"')
      .replaceAll('&#x2014;', '—')
      .replaceAll('<TD/>', '<TD align="left"></TD>');
    expect(provisionsOf(PART_774, partXml('774', other))).toEqual(provisions);
  });

  it('is no list without entries', () => {
    const bare = ENTRY_3A090.filter((block) => !block.startsWith('<FP-2><B>'));
    expect(readXml(PART_774, partXml('774', controlListXml(bare)))).toMatchObject({
      kind: 'implausible',
      because: 'the Commerce Control List holds no entry',
    });
  });
});

describe('itemLine', () => {
  it.each([
    ['a. Devices', 'a', 'Devices'],
    ['b.10. Oscillators', 'b.10', 'Oscillators'],
    ["e.1.a 'Primary cells' having", 'e.1.a', "'Primary cells' having"],
    ['z.1.a. [Reserved]', 'z.1.a', '[Reserved]'],
  ])('reads %s', (line, path, text) => {
    expect(itemLine(line)).toEqual({ path, text });
  });

  it.each(['e.g., a laser', 'i.e. a laser', 'a laser', '1. See ECCN 3A001.', 'All of these.'])(
    'leaves "%s"',
    (line) => {
      expect(itemLine(line)).toBeUndefined();
    },
  );
});
