import { describe, expect, it } from 'vitest';
import type { ListReading } from '#domain';
import { entity } from '../list/list-entry.fixture.ts';
import { citedEntries, shownByList } from './shown-by-list.ts';

/** A list of which `count` entries cite the rule of 7 December 2023. */
function listOf(count: number, citation = '88 FR 85097, 12/7/23.'): ListReading {
  const entries = Array.from({ length: count }, (_, index) =>
    entity(`Entity ${index}`, { list: 'EL', citations: ['84 FR 22963, 5/21/19.', citation] }),
  );
  return { kind: 'list', entries, sections: [] };
}

const ANNOUNCED = {
  added: 44,
  addedAre: 'entries',
  revised: 0,
  removed: 0,
  citation: '88 FR 85097',
  publishedOn: '2023-12-07',
};

function shown(
  list: ListReading,
  expected: Readonly<Record<string, string | number>>,
  gone = 0,
  readOn = '2023-12-08',
) {
  const terms = { expected, instrumentId: 'US-EL', dueOn: '2023-12-07' };
  return shownByList(terms, citedEntries(list, 'US-EL'), gone, readOn).kind;
}

describe('an announcement', () => {
  it('is shown by as many entries as were announced', () => {
    expect(shown(listOf(44), ANNOUNCED)).toBe('shown');
  });

  it('is found by the day its entries cite while its page is not known', () => {
    const { citation: _page, ...unprinted } = ANNOUNCED;
    expect(shown(listOf(44), unprinted)).toBe('shown');
  });

  it('is open while no entry cites it', () => {
    expect(shown(listOf(3, '88 FR 76128, 11/6/23.'), ANNOUNCED)).toBe('not_yet');
  });

  it('disagrees with another number of entries', () => {
    expect(shown(listOf(43), ANNOUNCED)).toBe('differs');
    expect(shown(listOf(45), ANNOUNCED)).toBe('differs');
  });

  it('counts entities apart from entries: one entity may have several (T8)', () => {
    expect(shown(listOf(9), { ...ANNOUNCED, added: 4, addedAre: 'entities' })).toBe('shown');
    expect(shown(listOf(3), { ...ANNOUNCED, added: 4, addedAre: 'entities' })).toBe('differs');
  });

  it('allows revised entries to cite it or not', () => {
    expect(shown(listOf(44), { ...ANNOUNCED, revised: 2 })).toBe('shown');
    expect(shown(listOf(46), { ...ANNOUNCED, revised: 2 })).toBe('shown');
  });

  it('of removals alone is shown once they are gone', () => {
    const removal = { ...ANNOUNCED, added: 0, removed: 1 };
    expect(shown(listOf(0), removal)).toBe('not_yet');
    expect(shown(listOf(0), removal, 1)).toBe('shown');
  });

  it('is not counted when it is first looked for long after: later rules touched the entries', () => {
    expect(shown(listOf(40), ANNOUNCED, 0, '2024-06-01')).toBe('shown');
  });
});
