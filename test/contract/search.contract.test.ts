import fc from 'fast-check';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { paddedForm, parseSearch } from '#domain';
import {
  removeSearchEntries,
  type SearchEntry,
  type SearchFilter,
  type Store,
  saveSearchEntries,
  search,
} from '#store';
import { describeOverStores } from './adapters.ts';

let numbered = 0;

function anEntry(label: string, text = '', over: Partial<SearchEntry> = {}): SearchEntry {
  numbered += 1;
  return {
    kind: 'provision',
    subjectId: `subject-${numbered}`,
    sourceIds: ['jp-egov-324CO0000000378'],
    instrumentIds: ['JP-ETCO'],
    at: `2026-01-${String((numbered % 28) + 1).padStart(2, '0')}T00:00:00.000Z`,
    label,
    titles: [],
    codes: [label],
    texts: [text],
    ...over,
  };
}

await describeOverStores('search', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  const enter = (...entries: readonly SearchEntry[]) => store.transaction((tx) => saveSearchEntries(tx, entries));
  const labels = async (query: string, filter: SearchFilter = {}, limit = 100) =>
    (await search(store.session, parseSearch(query), filter, limit)).map((hit) => hit.label);

  it('finds words of one, two and more Japanese characters, also at the end of a text', async () => {
    await enter(anEntry('1の項(1)', '銃砲若しくはこれに用いる銃'), anEntry('7の項(16)', '半導体製造装置'));
    expect(await labels('銃')).toEqual(['1の項(1)']);
    expect(await labels('半導')).toEqual(['7の項(16)']);
    expect(await labels('装置')).toEqual(['7の項(16)']);
    expect(await labels('製造装置')).toEqual(['7の項(16)']);
    expect(await labels('導半')).toEqual([]);
  });

  it('reads Chinese, full-width and Arabic numerals of an item as one, and does not take 17 for 7', async () => {
    await enter(anEntry('7の項(10の2)', '集積回路'), anEntry('17の項(10の2)'), anEntry('7の項(10の20)'));
    for (const query of ['七の項(十の二)', '７の項（１０の２）', '7の項(10の2)', '7(10の2)'])
      expect(await labels(query), query).toEqual(['7の項(10の2)']);
    expect(await labels('七の項')).toHaveLength(2);
  });

  it('finds a code first, then labels, then texts, and the newest first among equals', async () => {
    await enter(
      anEntry('old text', 'controlled under ECCN 3A090.a', { at: '2024-01-01T00:00:00.000Z' }),
      anEntry('new text', 'see 3A090', { at: '2026-01-01T00:00:00.000Z' }),
      anEntry('3A090.a', '', { at: '2025-01-01T00:00:00.000Z' }),
      anEntry('3A090', '', { at: '2020-01-01T00:00:00.000Z' }),
      anEntry('13A090', '', { at: '2026-02-01T00:00:00.000Z' }),
    );
    expect(await labels('3A090')).toEqual(['3A090', '3A090.a', 'new text', 'old text']);
    expect(await labels('3a090.A')).toEqual(['3A090.a', 'old text']);
  });

  it('takes all words, phrases word for word, and none that stand after a minus', async () => {
    await enter(
      anEntry('A', 'Presumption of denial for advanced computing'),
      anEntry('B', 'denial; the presumption does not apply'),
      anEntry('C', 'identity of semiconductors'),
    );
    expect((await labels('denial presumption')).toSorted()).toEqual(['A', 'B']);
    expect(await labels('"presumption of denial"')).toEqual(['A']);
    expect(await labels('denial -advanced')).toEqual(['B']);
    expect(await labels('denial -"presumption of"')).toEqual(['B']);
    expect(await labels('entity')).toEqual([]);
    expect(await labels('SEMICOND')).toEqual(['C']);
    expect(await labels('“semicond”')).toEqual([]);
    expect(await labels('-denial')).toEqual([]);
  });

  it('finds a name with or without its accents, width and middle dot', async () => {
    await enter(anEntry('Société Générale'), anEntry('ファーウェイ・テクノロジーズ'));
    expect(await labels('societe generale')).toEqual(['Société Générale']);
    expect(await labels('ﾌｧｰｳｪｲﾃｸﾉﾛｼﾞｰｽﾞ')).toEqual(['ファーウェイ・テクノロジーズ']);
  });

  it('keeps to a kind, an instrument and a source', async () => {
    await enter(
      anEntry('one', 'word', { kind: 'change', sourceIds: ['a'], instrumentIds: ['US-EL'] }),
      anEntry('two', 'word', { kind: 'development', sourceIds: ['a', 'b'], instrumentIds: ['US-EL', 'US-UVL'] }),
    );
    expect(await labels('word', { kind: 'change' })).toEqual(['one']);
    expect(await labels('word', { sourceId: 'b' })).toEqual(['two']);
    expect(await labels('word', { instrumentId: 'US-EL' })).toHaveLength(2);
    expect(await labels('word', { instrumentId: 'US-%' })).toEqual([]);
  });

  it('pages through all hits of all ranks without a gap or a repeat', async () => {
    await enter(
      ...Array.from({ length: 30 }, (_, index) => anEntry(index % 3 === 0 ? 'word' : `n ${index}`, 'a word')),
    );
    const whole = await search(store.session, parseSearch('word'), {}, 100);
    const paged: string[] = [];
    for (let after: (typeof whole)[number] | undefined; ; ) {
      const page = await search(store.session, parseSearch('word'), after ? { after } : {}, 7);
      paged.push(...page.map((hit) => hit.subjectId));
      after = page.at(-1);
      if (!after) break;
    }
    expect(paged).toEqual(whole.map((hit) => hit.subjectId));
    expect(paged).toHaveLength(30);
  });

  it('shows what an entry says now, and nothing of what was removed', async () => {
    const entry = anEntry('x', 'before');
    await enter(entry);
    await enter({ ...entry, texts: ['after'] });
    expect([await labels('before'), await labels('after')]).toEqual([[], ['x']]);
    await store.transaction((tx) => removeSearchEntries(tx, 'provision', [entry.subjectId]));
    expect([await labels('after'), await labels('x')]).toEqual([[], []]);
  });

  it('finds exactly what a look at every text finds, for any query', async () => {
    const texts = [
      '別表第一の七の項（十の二）に掲げる貨物のうち、集積回路',
      'Items controlled under ECCN 3A090.a, 4A090 or 5A002.z; see § 744.23(a)(3)',
      '銃砲、半導体製造装置 ＡＩ技術 𠮷野',
      'a "quoted" text-with-dashes AND OR NOT NEAR * ^ : { } ( ) \\ %_ \u0000',
      '',
    ];
    const entries = texts.map((text, index) => anEntry(`label ${index}`, text));
    await enter(...entries);
    const piece = fc
      .constantFrom(...texts)
      .chain((text) =>
        fc.tuple(fc.nat(text.length), fc.nat(12)).map(([from, length]) => text.slice(from, from + length)),
      );
    const query = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc
        .array(fc.oneof(piece, fc.constantFrom('-', '"', ' ', '*', 'AND', 'NEAR(', "'", '\\', '銃', '半導')), {
          maxLength: 6,
        })
        .map((parts) => parts.join('')),
    );
    await fc.assert(
      fc.asyncProperty(query, async (typed) => {
        const { wanted, unwanted, codes } = parseSearch(typed);
        const isFound = (entry: SearchEntry) => {
          const whole = [entry.label, ...entry.texts].map(paddedForm).join('');
          const all =
            wanted.every((needle) => whole.includes(needle)) || codes.includes(paddedForm(entry.label).trim());
          return wanted.length > 0 && all && !unwanted.some((needle) => whole.includes(needle));
        };
        const found = await labels(typed);
        expect(found.toSorted()).toEqual(entries.filter(isFound).map((entry) => entry.label));
      }),
      { numRuns: 300 },
    );
  });

  it('takes in texts of any length and any characters', async () => {
    await enter(anEntry('long', '輸出貿易管理令'.repeat(30_000)), anEntry('\u0000', '\uD800\u0000x'));
    expect(await labels('輸出貿易')).toEqual(['long']);
  });
});
