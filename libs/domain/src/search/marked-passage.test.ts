import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedPassage } from './marked-passage.ts';
import { parseSearch } from './search-query.ts';

const marked = (raw: string, query: string, maxChars?: number): string =>
  markedPassage(raw, parseSearch(query).wanted, maxChars)
    .map(({ text, found }) => (found ? `[${text}]` : text))
    .join('');

describe('a marked passage', () => {
  it('marks words as they are printed, not as they were typed', () => {
    expect(marked('ＡＩ技術（半導体 製造装置）の七の項（十の二）', '半導体製造 7の項(10の2) ai')).toBe(
      '[ＡＩ]技術（[半導体 製造]装置）の[七の項（十の二]）',
    );
    expect(marked('Presumption of Denial; denials', 'denial')).toBe('Presumption of [Denial]; [denial]s');
    expect(marked('identity of an entity', 'entity')).toBe('identity of an [entity]');
  });

  it('is cut around the first of them, also far into a long text', () => {
    const raw = `${'lorem ipsum '.repeat(2_000)}the 銃砲 is here${' dolor sit'.repeat(2_000)}`;
    const passage = marked(raw, '銃', 60);
    expect(passage).toContain('the [銃]砲 is here');
    expect(passage.startsWith('… ') && passage.endsWith(' …')).toBe(true);
    expect(passage.length).toBeLessThan(70);
  });

  it('begins at the beginning where nothing stands', () => {
    expect(marked('one two three', 'nothing', 7)).toBe('one two …');
  });

  it('holds, for any text and query, pieces of the text alone, in their order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ maxLength: 20 }), (raw, query) => {
        const parts = markedPassage(raw, parseSearch(query).wanted, 50).filter(({ text }) => !/^… $|^ …$/.test(text));
        expect(raw).toContain(parts.map(({ text }) => text).join(''));
      }),
    );
  });
});
