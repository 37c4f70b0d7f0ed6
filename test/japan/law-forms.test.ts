import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportOrder, row } from '../../libs/sources/src/egov/law.fixture.ts';
import { changesBetween, readLawText, toldOf } from './export-order.fixture.ts';
import { treeOfXml } from './law-tree.fixture.ts';

const words = fc.string({
  unit: fc.constantFrom(...'電子集積回路変換器装置部分品超伝導材料冷却測定ー・１'),
  minLength: 6,
  maxLength: 30,
});
const laws = fc
  .record({ goods: fc.uniqueArray(words, { minLength: 1, maxLength: 6 }), regions: words })
  .map(({ goods, regions }) =>
    exportOrder({
      rows: row(
        '七',
        goods.map((one, at) => `（${'一二三四五六'[at]}）　${one}`),
        [regions],
      ),
    }),
  );

const ENVELOPE = { law_info: {}, revision_info: { current_revision_status: 'CurrentEnforced' } };
const asJson = (body: unknown) => readLawText(JSON.stringify(body), undefined, 'application/json');

describe('the forms in which e-Gov serves a law', () => {
  it('give the same provisions: XML, the bare tree, the tree in an envelope, XML or JSON as Base64', async () => {
    await fc.assert(
      fc.asyncProperty(laws, async (xml) => {
        const { provisions } = await readLawText(xml);
        const tree = treeOfXml(xml);
        const base64 = (text: string) => Buffer.from(text).toString('base64');
        const forms = [
          tree,
          { ...ENVELOPE, law_full_text: tree },
          { ...ENVELOPE, law_full_text: base64(xml) },
          { ...ENVELOPE, law_full_text: base64(`\uFEFF${xml}`) },
          { ...ENVELOPE, law_full_text: base64(JSON.stringify(tree)) },
        ];
        for (const form of forms) expect((await asJson(form)).provisions).toEqual(provisions);
      }),
      { numRuns: 40 },
    );
  });

  it('tell one changed 号 as exactly that, in whatever order the others now stand', async () => {
    const goods = fc.uniqueArray(words, { minLength: 2, maxLength: 6 });
    const printed = (list: readonly string[]) =>
      exportOrder({
        rows: row(
          '七',
          list.map((one, at) => `（${'一二三四五六'[at]}）　${one}`),
          ['全地域'],
        ),
      });
    await fc.assert(
      fc.asyncProperty(goods, fc.nat(), async (list, pick) => {
        const at = pick % list.length;
        const rest = list.filter((_, index) => index !== at);
        expect(toldOf(await changesBetween(printed(rest), printed(list)))).toEqual([`item.added 7の項(${at + 1})`]);
        expect(toldOf(await changesBetween(printed(list), printed(rest)))).toEqual([`item.removed 7の項(${at + 1})`]);
        expect(toldOf(await changesBetween(printed(list), printed([...list].reverse())))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('tell one country that came or went as exactly that, in whatever order the others stand', async () => {
    const names = ['オーストラリア', '大韓民国', 'アメリカ合衆国', '英国', 'フランス', 'ドイツ', 'イタリア', 'カナダ'];
    const lists = fc.shuffledSubarray(names, { minLength: 4 });
    await fc.assert(
      fc.asyncProperty(lists, fc.nat(), async (list, pick) => {
        const left = list[pick % list.length] ?? '';
        const rest = list.filter((name) => name !== left).reverse();
        const order = (countries: readonly string[]) => exportOrder({ countries: countries.join('、') });
        expect(toldOf(await changesBetween(order(list), order(rest)))).toEqual([`country.removed ${left}`]);
        expect(toldOf(await changesBetween(order(rest), order(list)))).toEqual([`country.added ${left}`]);
      }),
      { numRuns: 40 },
    );
  });
});
