import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { article, exportOrder, row } from '../../libs/sources/src/egov/law.fixture.ts';
import { SEED } from '../lists/list-edits.ts';
import { changesBetween, toldOf } from './export-order.fixture.ts';

const OPENING = '次に掲げる貨物であつて、経済産業省令で定める仕様のもの';
const GOODS = [
  '集積回路（四の項の中欄に掲げるものを除く。）',
  'マイクロ波用機器若しくはその部分品又はミリ波用機器の部分品',
  '弾性波若しくは音響光学効果を利用する信号処理装置又はその部分品',
  '超電導材料を用いた装置',
  '超電導電磁石',
  '一次セル又は二次セル',
  '高電圧用のコンデンサ',
  'エンコーダ又はその部分品',
  'サイリスターデバイス又はサイリスターモジュール',
];
const NEW_GOODS = [
  '電力の制御用の半導体素子であつて炭化けい素を用いたもの',
  '光変調器',
  '周波数シンセサイザーを有する組立品',
];
const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const numeral = (n: number): string => (n < 10 ? DIGITS[n] : `十${DIGITS[n - 10]}`) ?? '';

/** 別表第一 with a row 七 of these goods, numbered in order. */
const rowSeven = (goods: readonly string[]): string =>
  exportOrder({
    rows: row('七', [OPENING, ...goods.map((words, at) => `（${numeral(at + 1)}）　${words}`)], ['全地域']),
  });

const drawn = { numRuns: 60, seed: SEED } as const;
const sorted = (labels: readonly string[]): readonly string[] => labels.toSorted();

describe('drawn edits of 別表第一, from XML to what is told', () => {
  it('tell the goods that came and went at their own numbers, and nothing of those that only shifted', async () => {
    console.log(`jp-egov-324CO0000000378: ${drawn.numRuns} drawn edits, REDLINE_SEED=${SEED}`);
    const gone = fc.uniqueArray(fc.integer({ min: 1, max: GOODS.length - 1 }), { maxLength: 2 });
    const come = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: GOODS.length }), fc.constantFrom(...NEW_GOODS)), {
      selector: ([, words]) => words,
      maxLength: 2,
    });
    await fc.assert(
      fc.asyncProperty(gone, come, async (lost, found) => {
        // What comes where another goes rewords its place; that is another edit than these.
        const places = found.filter(([at]) => !lost.includes(at) && !lost.includes(at - 1));
        const after = GOODS.flatMap((words, at) => [
          ...places.filter(([place]) => place === at).map(([, own]) => own),
          ...(lost.includes(at) ? [] : [words]),
        ]);
        after.push(...places.filter(([place]) => place === GOODS.length).map(([, own]) => own));
        const label = (at: number) => `7の項(${at + 1})`;
        const expected = [
          ...lost.map((at) => `item.removed ${label(at)}`),
          ...places.map(([, words]) => `item.added ${label(after.indexOf(words))}`),
        ];
        const told = toldOf(await changesBetween(rowSeven(GOODS), rowSeven(after)));
        expect(sorted(told)).toEqual(sorted(expected));
      }),
      drawn,
    );
  });
});

const COUNTRIES = [
  'アルゼンチン',
  'オーストラリア',
  'オーストリア',
  'ベルギー',
  'ブルガリア',
  'カナダ',
  'チェコ',
  'デンマーク',
  '大韓民国',
  'アメリカ合衆国',
];
const CANDIDATES = ['インド', 'シンガポール', 'メキシコ'];

describe('drawn edits of 別表第三, from XML to what is told', () => {
  it('tell each country that came or went, in whatever order they are printed', async () => {
    const lost = fc.uniqueArray(fc.constantFrom(...COUNTRIES), { maxLength: 3 });
    const found = fc.uniqueArray(fc.constantFrom(...CANDIDATES), { maxLength: 2 });
    await fc.assert(
      fc.asyncProperty(lost, found, fc.boolean(), async (gone, come, isReversed) => {
        const after = [...COUNTRIES.filter((country) => !gone.includes(country)), ...come];
        const [one, other] = [COUNTRIES, isReversed ? after.toReversed() : after].map((names) =>
          exportOrder({ countries: names.join('、') }),
        );
        const changes = await changesBetween(one ?? '', other ?? '');
        const told = changes.map(({ type, subject, direction }) => `${type} ${subject.label} ${direction}`);
        expect(sorted(told)).toEqual(
          sorted([
            ...gone.map((country) => `country.removed ${country} tighten`),
            ...come.map((country) => `country.added ${country} loosen`),
          ]),
        );
      }),
      drawn,
    );
  });
});

const SHARES = [
  ['百分の十', 10],
  ['百分の一', 1],
  ['百分の二十五', 25],
  ['百分の五十', 50],
  ['三パーセント', 3],
] as const;
const RULES = [
  '総議決権に占める割合',
  '発行済株式の総数に占める割合',
  '出資の総額に占める割合',
  '役員の総数に占める割合',
];
const articleTitle = (at: number): string => `第${numeral(at + 1)}条`;

describe('drawn edits of shares in articles, from XML to what is told', () => {
  it('tell each as a threshold with both numbers, in a law whose articles say much the same', async () => {
    const shares = fc.array(fc.constantFrom(...SHARES), { minLength: RULES.length, maxLength: RULES.length });
    const law = (chosen: readonly (typeof SHARES)[number][]) =>
      exportOrder({
        articles: chosen
          .map(([words], at) =>
            article(articleTitle(at), `${RULES[at]}が${words}以上となる取得とする。`, String(at + 1)),
          )
          .join(''),
      });
    await fc.assert(
      fc.asyncProperty(shares, shares, async (before, after) => {
        const changes = await changesBetween(law(before), law(after));
        const told = changes.map(({ type, subject, after: facts }) => ({
          type,
          label: subject.label,
          oldValue: facts?.oldValue,
          newValue: facts?.newValue,
          unit: facts?.unit,
        }));
        const expected = before.flatMap(([, oldValue], at) => {
          const newValue = after[at]?.[1];
          return newValue === oldValue
            ? []
            : [{ type: 'threshold.changed', label: articleTitle(at), oldValue, newValue, unit: '%' }];
        });
        expect(told).toEqual(expected);
      }),
      drawn,
    );
  });
});
