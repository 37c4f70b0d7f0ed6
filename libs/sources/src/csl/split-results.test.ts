import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitResults } from './split-results.ts';

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
        expect(JSON.parse(frame)).toEqual({ results: results.map(() => 0), 'made of': ['"]}'] });
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
