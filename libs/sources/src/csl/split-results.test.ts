import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitEvenResults, splitResults } from './split-results.ts';

const split = (text: string) => splitResults(new TextEncoder().encode(text));

describe('splitResults', () => {
  it('cuts each row out as it stands in the file, and leaves the document around them', () => {
    const rows = fc.array(fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 4 }), { maxLength: 5 });
    fc.assert(
      fc.property(rows, fc.constantFrom(undefined, 1, '\t'), (results, indent) => {
        const text = JSON.stringify({ results, 'made of': ['"]}'] }, null, indent);
        const { rows: cut, frame } = split(text);
        expect(cut.map((row) => JSON.parse(row))).toEqual(JSON.parse(text).results);
        for (const row of cut) expect(text).toContain(row);
        expect(JSON.parse(frame)).toEqual({ results: results.map(() => ({})), 'made of': ['"]}'] });
      }),
    );
  });

  it.each(['{"hits":[{}]}', '{"results":{"0":1}}', '[]', '', '{"results"'])('leaves %s as it is', (text) => {
    expect(split(text)).toEqual({ rows: [], frame: text });
  });

  it('leaves what is cut short in the frame, which then is no JSON', () => {
    for (const text of ['{"results":[{"a":1},{"a":"x', '{"results":[{"a":[1', '{"results":[{"a":"\\'])
      expect(() => JSON.parse(split(text).frame)).toThrow(SyntaxError);
  });
});

describe('splitEvenResults', () => {
  const even = (text: string) => splitEvenResults(new TextEncoder().encode(text));

  it('cuts rows that are parted alike as splitResults does', () => {
    const text = JSON.stringify({
      results: [{ id: 1, at: [{ a: '}, {' }, {}] }, { id: 'é' }, { id: 3 }],
      made: [{ id: 1 }],
    });
    for (const printed of [text, JSON.stringify(JSON.parse(text), null, '\t')])
      expect(even(printed)).toEqual(split(printed));
  });

  it('where all that it cuts is valid JSON and no row is left, cuts what splitResults cuts, whatever the rows hold', () => {
    const value = fc.jsonValue({ maxDepth: 3 });
    const row = fc.dictionary(fc.constantFrom('id', 'a', '}, {"id"', ''), value, { maxKeys: 3 });
    const isWhole = ({ frame, rows }: ReturnType<typeof even>) => {
      try {
        return JSON.parse(frame).results.length === rows.map((cut) => JSON.parse(cut)).length;
      } catch {
        return false;
      }
    };
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 6 }),
        fc.constantFrom(undefined, ' '),
        fc.nat(60),
        (results, indent, cut) => {
          const whole = JSON.stringify({ results }, null, indent);
          for (const text of [whole, whole.slice(0, -cut)]) {
            const found = even(text);
            if (isWhole(found)) expect(found).toEqual(split(text));
          }
        },
      ),
    );
  });
});
