import { describe, expect, it } from 'vitest';
import { diffLists } from './diff-lists.ts';
import { entity, listOfEntries } from './list-entry.fixture.ts';

const ENTRIES = 26_000;

const rows = Array.from({ length: ENTRIES }, (_, index) =>
  entity(`Joint Stock Company Plant ${index.toString(36)} Moscow`, {
    aliases: [`AO Zavod ${index.toString(36)}`],
    addresses: [`${index} Sherbakovskaya Street, Moscow`],
  }),
);

/* Comparing each entry with each would outlast the time limit of a test by far; how long it takes is for the bench to say. */
describe('diffLists on a list of 26,000', () => {
  it('compares two orders of one list', () => {
    expect(diffLists(listOfEntries(...rows), listOfEntries(...rows.toReversed()))).toEqual([]);
  });

  it('ends when every name, alias and address is another and all share one citation', () => {
    const others = rows.map((row, index) => ({
      ...row,
      name: `Open Company ${index.toString(36)}`,
      aliases: [`OOO ${index.toString(36)}`],
      addresses: [`${index} Privolnaya Street, Omsk`],
    }));
    expect(diffLists(listOfEntries(...rows), listOfEntries(...others))).toHaveLength(2 * ENTRIES);
  });
});
