import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCapture } from '../source.fixture.ts';
import { readUflpaList } from './read.ts';
import { page, redesignedPage, TABLES } from './uflpa.fixture.ts';

const read = (html: string) => readUflpaList(aCapture(html));

function entriesOf(html: string) {
  const outcome = read(html);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'list') throw new Error(JSON.stringify(outcome));
  return outcome.reading.entries;
}

const without = (numeral: string) => TABLES.filter((table) => table.numeral !== numeral);

describe('readUflpaList', () => {
  it('reads each row under its section, aliases and subsidiaries apart from the name', () => {
    const entries = entriesOf(page());
    expect(entries).toHaveLength(5);
    expect(entries[1]).toMatchObject({
      name: 'Hoshine Silicon Industry (Shanshan) Co., Ltd',
      aliases: ['Hesheng Silicon Industry (Shanshan) Co.'],
      validFrom: '2022-06-21',
      details: { 'effective date': '2022-06-21', scope: 'and subsidiaries', section: 'Section 2(d)(2)(B)(i)' },
      locator: 'Section 2(d)(2)(B)(i), row 2',
    });
    expect(entries[4]).toMatchObject({ name: 'Esquel Group', details: { section: 'Section 2(d)(2)(B)(v)' } });
  });

  it('reads the unchanged list to the same reading, whatever banner runs above it', () => {
    expect(
      read(page(TABLES, '<div class="live">LIVE: hearing <table><tr><td>in</td><td>5 minutes</td></tr></table></div>')),
    ).toEqual(read(page()));
  });

  it('reads on after a redesign, only without the sections that it no longer names', () => {
    const bare = entriesOf(page()).map(({ locator, details: { section, ...details }, ...entry }) => ({
      ...entry,
      details,
    }));
    expect(entriesOf(redesignedPage()).map(({ locator, ...entry }) => entry)).toEqual(bare);
  });

  it('believes no section when the page names them in another order', () => {
    const mixed = entriesOf(page(TABLES.toReversed()));
    expect(mixed.every(({ details }) => details.section === undefined)).toBe(true);
  });
});

describe('a UFLPA page that is not whole or not itself', () => {
  it('holds a changed layout: no such table, other columns, a row of other width', () => {
    expect(read('<html><body><h1>UFLPA Entity List</h1><ul><li>Camel Group</li></ul></body></html>').kind).toBe(
      'structure_changed',
    );
    expect(read(page().replaceAll('Effective Date', 'Sector')).kind).toBe('structure_changed');
    expect(read(page().replace('<td>August 2, 2023</td>', '<td>August 2, 2023</td><td>new</td>'))).toEqual({
      kind: 'structure_changed',
      because: 'row 1 has 3 cells, not 2',
    });
    const swapped = TABLES.map((table) => ({
      ...table,
      rows: table.rows.map(([entity, date]) => [date, entity] as const),
    }));
    expect(read(page(swapped)).kind).toBe('structure_changed');
  });

  it('holds a page whose table or whole section is missing', () => {
    expect(read(page(without('i')))).toEqual({ kind: 'implausible', because: 'no table for section i' });
    const bare = page().replace(/<table><thead><tr><th>Entity Name.*?<\/table>/s, '');
    expect(read(bare)).toEqual({ kind: 'implausible', because: 'no table for section v' });
    expect(read(page(TABLES.map((table) => ({ ...table, rows: [] })))).kind).toBe('implausible');
  });

  it('holds every page that is cut short', () => {
    const whole = page().trimEnd();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), (cut) => {
        expect(read(whole.slice(0, cut)).kind).not.toBe('read');
      }),
    );
  });

  it('tells a block page from the list', () => {
    expect(read('<html><head><title>Access Denied</title></head><body></body></html>').kind).toBe('structure_changed');
  });

  it('keeps hostile text as text, and never throws', () => {
    const hostile = TABLES.map((table) => ({
      ...table,
      rows: [
        ['&lt;script&gt;alert(1)&lt;/script&gt; (also known as <script>evil</script>((((', 'June 21, 2022'] as const,
      ],
    }));
    expect(entriesOf(page(hostile))[0]).toMatchObject({ name: '<script>alert(1)</script>', aliases: ['(((('] });
    fc.assert(
      fc.property(fc.string(), (cell) => void read(page([{ numeral: 'i', head: 'Entity', rows: [[cell, cell]] }]))),
    );
  });
});
