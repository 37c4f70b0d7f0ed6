import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDelimited } from '../delimited/read-delimited.ts';
import { aCapture, aSource } from '../source.fixture.ts';
import { writtenWorkbook } from '../spreadsheet/written-workbook.fixture.ts';
import { NEW_ROWS, newFile, OLD_ROWS, oldFile } from './dpl.fixture.ts';
import { deniedPersonsList } from './family.ts';
import { readDeniedPersons } from './read.ts';

const read = (text: string, mediaType = 'text/csv; charset=utf-8') => readDeniedPersons(aCapture(text, { mediaType }));

function entriesOf(text: string) {
  const outcome = read(text);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'list') throw new Error(JSON.stringify(outcome));
  return outcome.reading.entries;
}

const said = (text: string) => entriesOf(text).map(({ locator, quote, ...said }) => said);

describe('readDeniedPersons', () => {
  it('reads both layouts to the same entries, and the unchanged list to the same reading', () => {
    const respelled = NEW_ROWS.map((row) => row.replace('WENXIA', 'WENIXA'));
    expect(said(newFile(respelled))).toEqual(said(oldFile(OLD_ROWS)));
    expect(read(newFile(NEW_ROWS))).toEqual(read(newFile(NEW_ROWS)));
  });

  it('gives an order its term, its citations and the country that the state tells', () => {
    const [man, , adt] = entriesOf(oldFile(OLD_ROWS));
    expect(man).toMatchObject({
      kind: 'entity',
      list: 'DPL',
      name: 'WENIXA MAN',
      addresses: ['INMATE NUMBER: 50772-298, FCI DUBLIN, 5701 8TH STREET- CAMP PARKS, DUBLIN, CA, US, 94568'],
      citations: ['82 F.R. 39106 8/17/2017'],
      validFrom: '2017-08-10',
      validTo: '2026-08-19',
      details: { 'effective date': '2017-08-10', 'expiration date': '2026-08-19', 'type of denial': 'Standard' },
    });
    expect(adt?.citations).toEqual(['46 F.R. 46154 9/17/81', '46 F.R. 19290 3/30/81']);
  });

  it('makes one entry of a party with two addresses, in whatever order they stand', () => {
    const rows = [
      '"YI-CHI SHIH, INMATE NUMBER: 75830-112, FCI LOMPOC, 3600 GUARD ROAD, LOMPOC, CA, US, 93436",8/30/2021,07/21/2031,86 F.R. 49510 9/3/2021,Standard',
      '"YI-CHI SHIH, 3040 BECKMAN ROAD, LOS ANGELES, CA, US, 90068",8/30/2021,07/21/2031,86 F.R. 49510 9/3/2021,Standard',
    ];
    const names = (text: string) => entriesOf(text).map(({ name, addresses }) => [name, addresses.length]);
    expect(names(newFile(rows))).toEqual([['YI-CHI SHIH', 2]]);
    expect(names(newFile(rows.toReversed()))).toEqual([['YI-CHI SHIH', 2]]);
  });

  it('gives the ZIP code back the zero that a spreadsheet took', () => {
    const row = (zip: string) =>
      `"MIGUEL BARRERA, P.O. BOX 2000, JOINT BASE MDL, NJ, US, ${zip}",9/23/2024,05/11/2033,89 F.R. 79231 9/27/2024,Standard`;
    expect(said(newFile([row('8640')]))).toEqual(said(newFile([row('08640')])));
  });
});

describe('the workbook of the list', () => {
  it('gives the entries of the CSV, and is held when it is cut short', async () => {
    const read = readDelimited(newFile(NEW_ROWS));
    const rows = read.ok ? read.records.map(({ fields }) => fields) : [];
    const book = await writtenWorkbook([{ name: 'DPL', rows }]);
    const outcome = await deniedPersonsList.read(aSource(), aCapture(book));
    const entries = outcome.kind === 'read' && outcome.reading.kind === 'list' ? outcome.reading.entries : [];
    expect(entries.map(({ locator, quote, ...entry }) => entry)).toEqual(said(newFile(NEW_ROWS)));
    expect((await deniedPersonsList.read(aSource(), aCapture(book.slice(0, 400)))).kind).toBe('implausible');
  });
});

describe('a Denied Persons List that is not whole or not itself', () => {
  it('holds a changed layout: another heading, a row of other width, swapped columns', () => {
    expect(read('Party,Order\nACME,1\n').kind).toBe('structure_changed');
    expect(read(newFile(['"ACME, , , , US, ",1/1/2020', ...NEW_ROWS]))).toMatchObject({
      kind: 'structure_changed',
      because: 'line 2 has 2 fields, not 5',
    });
    const swapped = newFile(NEW_ROWS).replace('Name_and_Address,Effective_Date', 'Effective_Date,Name_and_Address');
    expect(read(swapped)).toEqual({ kind: 'structure_changed', because: '3 rows have no effective date' });
  });

  it('holds a list cut short anywhere before the last comma of its last row', () => {
    const whole = newFile(NEW_ROWS);
    for (let cut = whole.lastIndexOf('"ADT') + 1; cut < whole.lastIndexOf(','); cut += 1) {
      expect(read(whole.slice(0, cut)).kind).toBe('implausible');
    }
    expect(read(newFile([])).kind).toBe('implausible');
    expect(read('').kind).toBe('implausible');
  });

  it('tells a page from the list', () => {
    expect(read('<html><head><title>Access Denied</title></head></html>', 'text/html')).toEqual({
      kind: 'structure_changed',
      because: 'block page "Access Denied"',
    });
    expect(read('<html><body><h1>Denied Persons List</h1></body></html>').kind).toBe('structure_changed');
  });

  it('keeps hostile text as text, and never throws', () => {
    const [entry] = entriesOf(
      newFile(['"<script>alert(1)</script> LTD, 1 ROAD, LONDON, , GB, ",1/2/2020,,85 F.R. 1 1/2/20,Standard']),
    );
    expect(entry?.name).toBe('<script>alert(1)</script> LTD');
    fc.assert(fc.property(fc.string(), (text) => void read(text)));
    fc.assert(fc.property(fc.string(), (cell) => void read(newFile([`"${cell.replaceAll('"', '')}",,,,`]))));
  });
});
