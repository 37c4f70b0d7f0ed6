import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListEntry, ListReading } from '#domain';
import { accumulated } from './accumulated-list.ts';
import { diffLists } from './diff-lists.ts';
import { guardList } from './guard-list.ts';
import { entity, listOfEntries } from './list-entry.fixture.ts';

/** An entry as Japanese lists print it: names and details, neither terms nor citations. */
function listed(name: string, over: Partial<ListEntry> = {}): ListEntry {
  const {
    licenseRequirement: _,
    licenseReviewPolicy: __,
    ...plain
  } = entity(name, { list: '外国ユーザーリスト', citations: [] });
  return { ...plain, ...over };
}

const types = (before: ListReading, after: ListReading) =>
  diffLists(before, after).map(({ type, subject }) => `${type} ${subject.label}`);
const additions = (...entries: readonly ListEntry[]): ListReading => ({
  ...listOfEntries(...entries),
  extent: 'additions',
});
const guard = { minEntries: 5, maxLossShare: 0.1, confirmAfterMinutes: 0 };

describe('a reading that holds only additions', () => {
  const numbered = (number: number) => listed(`Entity ${number}`, { noted: { number } });
  const seven = listOfEntries(...[1, 2, 3, 4, 5, 6, 7].map(numbered));

  it('removes nothing and is not held for what it does not name', () => {
    const leaflet = additions(numbered(8), numbered(9));
    expect(types(seven, leaflet)).toEqual(['entity.added Entity 8', 'entity.added Entity 9']);
    expect(guardList(seven, leaflet, guard)).toEqual({ kind: 'plausible' });
    expect(guardList(seven, additions(), guard).kind).toBe('implausible');
  });

  it('tells what it names again under another spelling as changed', () => {
    const leaflet = additions(listed('Entity 7', { noted: { number: 7 }, aliases: ['E7'] }));
    expect(types(seven, leaflet)).toEqual(['entity.alias_added Entity 7']);
  });

  it('is laid over the list for the next comparison', () => {
    const base = accumulated(seven, additions(listed('Entity 7', { aliases: ['E7'] }), numbered(8)));
    expect(base).toMatchObject({ kind: 'list', sections: [{ section: 'CN', entries: 8 }] });
    if (base.kind !== 'list') return;
    const whole = listOfEntries(
      ...[1, 2, 3, 4, 5, 6].map(numbered),
      listed('Entity 7', { aliases: ['E7'] }),
      numbered(9),
    );
    expect(base.extent).toBeUndefined();
    expect(types(base, whole)).toEqual(['entity.added Entity 9', 'entity.removed Entity 8']);
  });

  it('leaves earlier numbers unannounced when the whole list follows it', () => {
    expect(types(additions(numbered(3), numbered(4)), listOfEntries(...[1, 2, 3, 4, 5].map(numbered)))).toEqual([
      'entity.added Entity 5',
    ]);
  });
});

describe('two forms of one list', () => {
  const inPdf: ListReading = {
    ...listOfEntries(
      listed('BIRM', { aliases: ['Beijing Institute of', 'Radio Measurement'], details: { 'Type of WMD': 'M' } }),
    ),
    form: 'pdf',
    columns: ['Type of WMD'],
  };
  const entry = listed('BIRM', {
    aliases: ['Beijing Institute of Radio Measurement'],
    details: { 'Type of WMD': 'M', 'Conventional Weapons': 'CW' },
  });
  const inWorkbook: ListReading = {
    ...listOfEntries(entry),
    form: 'xlsx',
    columns: ['Type of WMD', 'Conventional Weapons'],
  };

  it('are compared in the columns both print, not in the breaks of their lines', () => {
    expect(types(inPdf, inWorkbook)).toEqual([]);
    const other = { ...entry, details: { ...entry.details, 'Type of WMD': 'M,N' } };
    expect(types(inPdf, { ...inWorkbook, entries: [other] })).toEqual(['entity.detail_changed BIRM']);
  });

  it('are compared in aliases too when the form is the same', () => {
    expect(types({ ...inPdf, form: 'xlsx' }, inWorkbook)).toContain('entity.alias_added BIRM');
  });
});

describe('a column that is new in an edition', () => {
  it('is no news of each party', () => {
    const without = { ...listOfEntries(listed('A Ltd'), listed('B Ltd')), columns: ['Type of WMD'] };
    const withColumn = {
      ...listOfEntries(listed('A Ltd', { details: { 'Conventional Weapons': 'CW' } }), listed('B Ltd')),
      columns: ['Type of WMD', 'Conventional Weapons'],
    };
    expect(types(without, withColumn)).toEqual([]);
  });
});

describe('a name in a list without addresses and citations', () => {
  it.each([
    ['DANDONG RICH EARTH TRADING CO., LTD.', 'DANDONG RICH EARTH TRADING CO., LTD. （丹东富地贸易有限公司）'],
    [
      'Northwestern Polytechnical University (西北工業大学)',
      'Northwestern Polytechnical University（NPU） (西北工業大学)',
    ],
    ['Link Lines Pvt Ltd.', 'Link Lines (Pvt.) Limited'],
    ['"Severniy press" JSC', 'Joint Stock Company "Severniy press"'],
  ])('T24: is the same party under another spelling: %s, %s', (before, after) => {
    expect(types(listOfEntries(listed(before)), listOfEntries(listed(after)))).toEqual([
      `entity.name_changed ${after}`,
    ]);
  });

  it.each([
    ['54th Research Institute', '55th Research Institute'],
    ['KIPAS', 'KIMAS'],
    ['JSC', 'LLC'],
  ])('is another party where more differs: %s, %s', (before, after) => {
    expect(types(listOfEntries(listed(before)), listOfEntries(listed(after)))).toEqual([
      `entity.added ${after}`,
      `entity.removed ${before}`,
    ]);
  });

  it('is another party in another country', () => {
    const [before, after] = [listed('Zixis Limited', { country: 'HK' }), listed('Zixis Ltd', { country: 'TR' })];
    expect(types(listOfEntries(before), listOfEntries(after))).toHaveLength(2);
  });

  it("is a respelling when the name in the publisher's own script is the same", () => {
    const nativeName = 'ゼット・バル・ヨセフ';
    expect(
      types(
        listOfEntries(listed('Zvi Bar Yosef', { nativeName })),
        listOfEntries(listed('Zvi Bar-Yossef', { nativeName })),
      ),
    ).toEqual(['entity.name_changed Zvi Bar-Yossef']);
  });
});

describe('the parts of a list', () => {
  const inPart = (name: string, section: string, details = {}) =>
    listed(name, { section, details, noted: { sheet: `9.${section}` } });

  it('may be renumbered and renamed without a change of any party', () => {
    const names = fc.uniqueArray(fc.constantFrom('ARAN', 'BEKO', 'CADIZ', 'DELTA', 'ENKI'), { minLength: 1 });
    fc.assert(
      fc.property(names, fc.integer({ min: 1, max: 60 }), (own, number) => {
        const before = listOfEntries(...own.map((name) => inPart(name, '中央アフリカ')));
        const after = own.map((name) => ({
          ...inPart(name, '中央アフリカ共和国'),
          noted: { sheet: `${number}.中央アフリカ共和国` },
        }));
        expect(diffLists(before, listOfEntries(...after.reverse()))).toEqual([]);
      }),
    );
  });

  it('tell which of two entries of one name went', () => {
    const [first, second] = [inPart('KASIM', 'タリバーン'), inPart('KASIM', 'テロリスト')];
    const [removal] = diffLists(listOfEntries(first, second), listOfEntries(second));
    expect(removal).toMatchObject({ type: 'entity.removed', before: { sheet: '9.タリバーン' } });
  });

  it('tells two rows of one name apart by their columns, in whatever order these are printed', () => {
    const row = (section: string, from: string) =>
      entity('Aksu Huafu Color Spinning Co., Ltd.', { country: 'CN', details: { section, from } });
    const before = listOfEntries(row('ii', '2022-06-21'), row('v', '2024-11-01'));
    const swapped = (section: string, from: string) => ({ ...row(section, from), details: { from, section } });
    expect(diffLists(before, listOfEntries(swapped('v', '2024–11–01'), swapped('ii', '2022–06–21')))).toEqual([]);
    const moved = diffLists(before, listOfEntries(swapped('v', '2024-11-25'), swapped('ii', '2022-06-21')));
    expect(moved.map(({ type, after }) => [type, after?.details])).toEqual([
      ['entity.detail_changed', { from: '2024-11-25' }],
    ]);
  });

  it('may be lifted by law, which the publisher says, and vanish by a fault, which it does not', () => {
    const others = Array.from({ length: 990 }, (_, index) => listed(`Other ${index}`));
    const parties = Array.from({ length: 12 }, (_, index) => listed(`Syrian ${index}`));
    const before: ListReading = {
      ...listOfEntries(...others, ...parties),
      sections: [
        { section: 'シリア(個人)', entries: 12 },
        { section: 'イラン', entries: 0, lifted: true },
      ],
    };
    const laterWith = (sections: ListReading['sections']): ListReading => ({ ...listOfEntries(...others), sections });
    expect(guardList(before, laterWith([]), guard).kind).toBe('implausible');
    expect(guardList(before, laterWith([{ section: 'シリア', entries: 0, lifted: true }]), guard).kind).toBe(
      'plausible',
    );
    const earlier = { section: 'イラン', entries: 0, lifted: true } as const;
    const iran = { ...before, sections: [{ section: 'イラン(個人)', entries: 12 }, earlier] };
    expect(guardList(iran, laterWith([earlier]), guard).kind).toBe('implausible');
  });
});

describe('a list whose publisher prints a column by another method', () => {
  const parties = (count: number, over: (at: number) => Partial<ListEntry>) =>
    listOfEntries(...Array.from({ length: count }, (_, at) => entity(`Party ${at}`, over(at))));
  const streets = (at: number) => ({ addresses: [`${at} Main Street, Dubai`] });

  it('has not moved all of its parties, and the one that changed otherwise is still told', () => {
    const before = parties(30, () => ({ addresses: ['AE'] }));
    expect(types(before, parties(30, streets))).toEqual([]);
    const policy = (at: number) => ({
      ...streets(at),
      ...(at === 3 ? { licenseReviewPolicy: 'Policy of denial' } : {}),
    });
    expect(types(before, parties(30, policy))).toEqual(['entity.review_policy_changed Party 3']);
  });

  it('is another case than some parties that moved', () => {
    const before = parties(60, streets);
    const moved = parties(60, (at) => (at < 25 ? { addresses: [`${at} Corniche Road, Doha`] } : streets(at)));
    expect(types(before, moved).filter((one) => one.startsWith('entity.address_added'))).toHaveLength(25);
  });
});

describe('a party with another name altogether', () => {
  const row = (name: string, citations: readonly string[]) =>
    entity(name, { addresses: ['Golaye Park, Shari Naw, Kabul'], citations });
  const OLD = '77 FR 25057, 4/27/12.';

  it('at the same address with every citation it had is the same party, for a person to confirm', () => {
    const [change, ...rest] = diffLists(
      listOfEntries(row('Afghan-German Construction Company', [OLD])),
      listOfEntries(row('Kabul Infrastructure Builders', [OLD, '89 FR 11111, 1/2/24.'])),
    );
    expect(rest).toEqual([]);
    expect(change).toMatchObject({ type: 'entity.name_changed', needsReview: true });
  });

  it('at the same address under a citation of its own is another party', () => {
    const after = listOfEntries(row('Kabul Infrastructure Builders', ['89 FR 11111, 1/2/24.']));
    expect(types(listOfEntries(row('Afghan-German Construction Company', [OLD])), after).toSorted()).toEqual([
      'entity.added Kabul Infrastructure Builders',
      'entity.removed Afghan-German Construction Company',
    ]);
  });
});

describe('a publication that gathers several lists', () => {
  it('is held when it does not even name one of them, however short that was, and read on when it is named as empty', () => {
    const whole: ListReading = { ...listOfEntries(entity('A'), entity('B')), sectionsAreLists: true };
    const sections = (...counts: readonly (readonly [string, number])[]): ListReading => ({
      ...whole,
      sections: counts.map(([section, entries]) => ({ section, entries })),
    });
    const before = sections(['EL', 9], ['CAP', 1]);
    const lax = { ...guard, minEntries: 1 };
    expect(guardList(before, sections(['EL', 9]), lax)).toMatchObject({ because: 'list CAP is missing' });
    expect(guardList(before, sections(['EL', 9], ['CAP', 0]), lax)).toEqual({ kind: 'plausible' });
  });
});
