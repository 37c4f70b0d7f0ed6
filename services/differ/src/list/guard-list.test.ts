import { describe, expect, it } from 'vitest';
import type { ListReading } from '#domain';
import { guardList } from './guard-list.ts';
import { entity } from './list-entry.fixture.ts';

const guard = { minEntries: 5, maxLossShare: 0.2, confirmAfterMinutes: 0 };

/** A list with so many entries a country. */
function list(sizes: Readonly<Record<string, number>>): ListReading {
  const entries = Object.entries(sizes).flatMap(([country, size]) =>
    Array.from({ length: size }, (_, index) => entity(`Party ${country} ${index}`, { country })),
  );
  const sections = Object.entries(sizes).map(([section, count]) => ({ section, entries: count }));
  return { kind: 'list', entries, sections };
}

describe('guardList', () => {
  it('lets a list pass that lost and gained a few', () => {
    expect(guardList(list({ CN: 100, AF: 2 }), list({ CN: 98, RU: 10 }), guard)).toEqual({ kind: 'plausible' });
  });

  it('holds an empty list, and one below the least, also when nothing was accepted before', () => {
    expect(guardList(undefined, list({}), guard)).toEqual({ kind: 'implausible', because: 'the list is empty' });
    expect(guardList(undefined, list({ CN: 4 }), guard).kind).toBe('implausible');
    expect(guardList(undefined, list({ CN: 5 }), guard).kind).toBe('plausible');
  });

  it('holds a list that lost more than its guard allows', () => {
    const verdict = guardList(list({ CN: 2647 }), list({ CN: 1058 }), guard);
    expect(verdict).toEqual({ kind: 'implausible', because: '60 % of 2647 entries are gone, at most 20 % may' });
  });

  it('holds a list of equal length in which every name is another', () => {
    const before = list({ CN: 50 });
    const after = {
      ...before,
      entries: before.entries.map((entry) => ({ ...entry, name: entry.quote, country: 'RU' })),
    };
    expect(guardList(before, after, guard).kind).toBe('implausible');
  });

  it('holds a list in which a large section is gone, though the whole lost little', () => {
    expect(guardList(list({ SDN: 1000, UVL: 12 }), list({ SDN: 1000 }), guard)).toEqual({
      kind: 'implausible',
      because: 'section UVL with 12 entries vanished',
    });
  });

  it('holds a list in which a section lost more than half', () => {
    expect(guardList(list({ SDN: 1000, EL: 80 }), list({ SDN: 1000, EL: 30 }), guard)).toMatchObject({
      kind: 'implausible',
      because: 'section EL lost 63 % of 80',
    });
  });

  it('lets a small section end', () => {
    expect(guardList(list({ CN: 100, AU: 1 }), list({ CN: 100 }), guard).kind).toBe('plausible');
  });
});
