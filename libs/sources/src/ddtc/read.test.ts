import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDelimited } from '../delimited/read-delimited.ts';
import { aCapture, aSource } from '../source.fixture.ts';
import { writtenWorkbook } from '../spreadsheet/written-workbook.fixture.ts';
import { administrativeList, article, statutoryList, statutoryList2018 } from './ddtc.fixture.ts';
import { debarredParties } from './family.ts';
import { textOfList } from './list-text.ts';
import { readDebarredParties } from './read.ts';

const statutory = aSource({ params: { list: 'statutory' } });
const administrative = aSource({ params: { list: 'administrative' } });
const read = (body: string | Uint8Array, source = statutory) =>
  readDebarredParties(source, aCapture(body, { mediaType: 'text/csv' }));

function entriesOf(body: string | Uint8Array, source = statutory) {
  const outcome = read(body, source);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'list') throw new Error(JSON.stringify(outcome));
  return outcome.reading.entries;
}

const said = (body: string | Uint8Array) => entriesOf(body).map(({ locator, quote, ...said }) => said);

describe('readDebarredParties', () => {
  it('reads the headings of 2018 and of today to the same entries, and the unchanged list to the same reading', () => {
    expect(said(statutoryList2018())).toEqual(said(statutoryList()));
    expect(read(statutoryList())).toEqual(read(statutoryList()));
  });

  it('parts the name from its aliases, and keeps notice, correction and date', () => {
    expect(entriesOf(statutoryList())[2]).toMatchObject({
      name: 'Asad-Ghanem, Rami Najm',
      aliases: ['Ghanem, Rami Najm'],
      citations: ['85 FR 30783', '85 FR 39967'],
      details: { 'date of birth': 'June, 1966', 'notice date': '5/20/2020' },
    });
  });

  it('takes each of several aliases by itself, however they are introduced', () => {
    const row =
      '"Shifrin, Elena (a.k.a Belov, Alexander; a.k.a Ivanov, Lena; and a.k.a. Lena Shifrin)",,90 FR 40458,8/19/2025,,';
    expect(entriesOf(statutoryList([row]))[0]?.aliases).toEqual(['Belov, Alexander', 'Ivanov, Lena', 'Lena Shifrin']);
  });

  it('reads ISO-8859-1 whatever charset is declared, and letters of the older code page', () => {
    const latin1 = (text: string) => Buffer.from(statutoryList([text]), 'latin1');
    expect(entriesOf(latin1('"Muñoz, José",,88 FR 39323,6/15/2023,,'))[0]?.name).toBe('Muñoz, José');
    expect(entriesOf(latin1('"B\u0081key, Murat",,88 FR 39323ÿ,6/15/2023,,'))[0]).toMatchObject({
      name: 'Bükey, Murat',
      citations: ['88 FR 39323'],
    });
    expect(entriesOf(latin1('"Mu\u00a4oz, Ana",,88 FR 39323,6/15/2023,,'))[0]?.name).toBe('Muñoz, Ana');
    expect(entriesOf(statutoryList(['"Muñoz, José",,88 FR 39323,6/15/2023,,']))[0]?.name).toBe('Muñoz, José');
  });

  it('keeps the names of all others when one name was typed in another charset', () => {
    const utf8 = Buffer.from('"Müller, Jörg",,53 FR 27097,7/18/1988,,\r\n');
    const latin1 = Buffer.from('"Acosta, Jesús",,83 FR 18112,4/25/2018,,\r\n', 'latin1');
    const text = textOfList(Buffer.concat([utf8, latin1]));
    expect(text).toContain('Müller, Jörg');
    expect(text).toContain('Acosta, Jesús');
  });

  it('takes a party debarred twice as one, and two persons of one name as two', () => {
    const twice = ['"Wiseman, Ronald W.",,53 FR 1,1/4/1988,,', '"Wiseman, Ronald W.",,55 FR 2,2/5/1990,,'];
    expect(entriesOf(statutoryList(twice))).toHaveLength(1);
    const two = ['"Li, Li","May, 1970",83 FR 18112,4/25/2018,,', '"Li, Li","June, 1981",89 FR 53172,6/25/2024,,'];
    expect(entriesOf(statutoryList(two))).toHaveLength(2);
  });

  it('does not take a padded date for another date', () => {
    const row = (date: string) => statutoryList([`"Luba, Robert",,83 FR 18112,${date},,`]);
    expect(said(row('04/25/2018'))).toEqual(said(row('4/25/2018')));
  });

  it('reads the administrative list, several parties of one order as one entry', () => {
    expect(entriesOf(administrativeList, administrative)).toMatchObject([
      { list: 'AECA debarred, administrative', name: 'Adams, Ryan', citations: ['87 FR 52834'] },
      { citations: ['79 FR 35210', '79 FR 37384'] },
    ]);
  });
});

describe('the workbook of the list', () => {
  const cellsOf = (csv: string) => {
    const read = readDelimited(csv);
    return read.ok ? read.records.map(({ fields }) => fields) : [];
  };
  const readBook = (bytes: Uint8Array) => Promise.resolve(debarredParties.read(statutory, aCapture(bytes)));

  it('gives the entries of the CSV', async () => {
    const book = await writtenWorkbook([{ name: 'Statutory', rows: cellsOf(statutoryList()) }]);
    const outcome = await readBook(book);
    const entries = outcome.kind === 'read' && outcome.reading.kind === 'list' ? outcome.reading.entries : [];
    expect(entries.map(({ locator, quote, ...entry }) => entry)).toEqual(said(statutoryList()));
  });

  it('takes a date cell for the date that the CSV prints', async () => {
    const [heading = []] = cellsOf(statutoryList());
    const row = ['Luba, Robert', null, '83 FR 18112', new Date('2018-04-25T00:00:00Z'), null, null];
    expect(await readBook(await writtenWorkbook([{ name: 'Statutory', rows: [heading, row] }]))).toMatchObject({
      reading: { entries: [{ details: { 'notice date': '4/25/2018' } }] },
    });
  });

  it('is held when it is cut short', async () => {
    const book = await writtenWorkbook([{ name: 'Statutory', rows: cellsOf(statutoryList()) }]);
    expect((await readBook(book.slice(0, book.length / 2))).kind).toBe('implausible');
  });
});

describe('a list of debarred parties that is not whole or not itself', () => {
  it('holds a changed layout, swapped columns and the other list', () => {
    expect(read('Entity,Since\nACME,2020\n').kind).toBe('structure_changed');
    const swapped = statutoryList().replace(
      'Federal Register Notice,Notice Date',
      'Notice Date,Federal Register Notice',
    );
    expect(read(swapped)).toEqual({ kind: 'structure_changed', because: '3 rows cite no dated notice' });
    expect(read(administrativeList)).toEqual({
      kind: 'structure_changed',
      because: 'the administrative list stands in for the statutory one',
    });
  });

  it('holds a list cut short anywhere before the last comma of its last row', () => {
    const whole = statutoryList();
    for (let cut = whole.lastIndexOf('"Asad') + 1; cut < whole.lastIndexOf(','); cut += 1) {
      expect(read(whole.slice(0, cut)).kind).toBe('implausible');
    }
    expect(read('').kind).toBe('implausible');
    expect(read(statutoryList([])).kind).toBe('implausible');
  });

  it('tells a page and an article without the attachment from the list', () => {
    expect(read('<html><head><title>Access Denied</title></head></html>').kind).toBe('structure_changed');
    expect(read(JSON.stringify(article)).kind).toBe('structure_changed');
  });

  it('keeps hostile text as text, and never throws', () => {
    const [entry] = entriesOf(statutoryList(['"<script>x</script> (a.k.a. ((((;;))",,83 FR 1,4/25/2018,,']));
    expect(entry).toMatchObject({ name: '<script>x</script>', aliases: ['((((', ')'] });
    fc.assert(fc.property(fc.uint8Array(), (bytes) => void read(bytes)));
    fc.assert(fc.property(fc.string(), (cell) => void read(statutoryList([`"${cell.replaceAll('"', '')}",,x,y,,`]))));
  });
});
