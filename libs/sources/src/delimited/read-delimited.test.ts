import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDelimited } from './read-delimited.ts';

const fieldsOf = (text: string, separator?: string) => {
  const read = readDelimited(text, separator);
  return read.ok ? read.records.map((record) => record.fields) : read.because;
};

describe('readDelimited', () => {
  it('reads quoted fields with separators, doubled quotes and line breaks', () => {
    expect(fieldsOf('name,address\r\n"ZTE ""Corp"", Ltd.","a\nb"\r\n')).toEqual([
      ['name', 'address'],
      ['ZTE "Corp", Ltd.', 'a\nb'],
    ]);
  });

  it('keeps the raw record and the line on which it begins', () => {
    const read = readDelimited('a,b\n"x\ny",1\nz,2');
    expect(read.ok && read.records.map(({ raw, line }) => [raw, line])).toEqual([
      ['a,b', 1],
      ['"x\ny",1', 2],
      ['z,2', 4],
    ]);
  });

  it('leaves out a byte order mark and empty lines, and keeps empty fields', () => {
    expect(fieldsOf('\uFEFFa,,\n\n,b')).toEqual([
      ['a', '', ''],
      ['', 'b'],
    ]);
  });

  it('reads tabs', () => {
    expect(fieldsOf('a, b\tc', '\t')).toEqual([['a, b', 'c']]);
  });

  it('takes a file cut inside a quoted field for a fault', () => {
    expect(fieldsOf('id,name\n1,"Hangzhou Hik')).toBe('line 2: a quoted field is never closed');
  });

  it('refuses quotes where RFC 4180 allows none', () => {
    expect(fieldsOf('a"b,c')).toContain('inside an unquoted field');
    expect(fieldsOf('"a"b,c')).toContain('follows a closing quote');
  });

  it('gives back whatever was written by the rules', () => {
    const cell = fc.string({ unit: 'grapheme' });
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 8 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => row.map((value) => `"${value.replaceAll('"', '""')}"`).join(',')).join('\r\n');
        expect(fieldsOf(text)).toEqual(rows);
      }),
    );
  });

  it('keeps every record of any text as a part of it, or says what is wrong', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readDelimited(text);
        if (read.ok) for (const record of read.records) expect(text).toContain(record.raw);
        else expect(read.because).toMatch(/^line \d+: /);
      }),
    );
  });
});
