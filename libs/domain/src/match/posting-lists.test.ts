import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PostingLists } from './posting-lists.ts';

describe('PostingLists', () => {
  it('gives back what was added, value by value, whatever the order', () => {
    const additions = fc.array(fc.tuple(fc.nat({ max: 20 }), fc.nat({ max: 4_000_000_000 })), { maxLength: 400 });
    fc.assert(
      fc.property(additions, (added) => {
        const lists = new PostingLists();
        for (const [value, number] of added) lists.add(value, number);
        for (let value = 0; value <= 21; value += 1) {
          expect([...lists.of(value)]).toEqual(added.filter(([of]) => of === value).map(([, number]) => number));
        }
      }),
    );
  });
});
