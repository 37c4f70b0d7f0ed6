import { describe, expect, it } from 'vitest';
import { enforcementOf } from '#time';
import { article, exportOrder, row } from '../../libs/sources/src/egov/law.fixture.ts';
import { changesBetween, toldOf } from './export-order.fixture.ts';

const told = async (before: string, after: string) => toldOf(await changesBetween(before, after));

const OPENING = '次に掲げる貨物であつて、経済産業省令で定める仕様のもの';
const GOODS = [
  '集積回路（四の項の中欄に掲げるものを除く。）',
  'マイクロ波用機器若しくはその部分品又はミリ波用機器の部分品',
  '弾性波若しくは音響光学効果を利用する信号処理装置又はその部分品',
  '超電導材料を用いた装置',
];
const KANJI = ['一', '二', '三', '四', '五', '六'];
/** 別表第一 with a row 七 of these goods, numbered in order. */
const rowSeven = (goods: readonly string[], regions = '全地域') =>
  exportOrder({
    rows: row('七', [OPENING, ...goods.map((words, at) => `（${KANJI[at]}）　${words}`)], [regions]),
  });

describe('traps and cases of Japanese law', () => {
  it('T5, N8: 号 that only shifted (号ずれ), and paragraphs that only shifted (項ずれ), are told to nobody', async () => {
    const changes = await changesBetween(rowSeven(GOODS), rowSeven([GOODS[3] ?? '', ...GOODS.slice(0, 3)]));
    expect(toldOf(changes)).toEqual([]);
    expect(changes).toHaveLength(4);
    const cited = (n: string) =>
      exportOrder({ articles: article('第一条', `第四条第${n}項に規定する貨物の輸出とする。`) });
    expect(await told(cited('三'), cited('二'))).toEqual([]);
  });

  it('T14: 削除 that keeps a number free takes its goods away, and nothing else', async () => {
    const vacated = [GOODS[0] ?? '', '削除', ...GOODS.slice(2)];
    expect(await told(rowSeven(GOODS), rowSeven(vacated))).toEqual(['item.removed 7の項(2)']);
  });

  it('T19, N3: forms of one character, widths, small kana, readings and blanks are told to nobody', async () => {
    const before = rowSeven(
      ['剝離装置であつて、処理温度がＡ１級のもの', '遮蔽（へい）材を用いた装置', 'ヶ所用の装置'],
      '全地域',
    );
    const after = rowSeven(
      ['剥離装置であって、処理温度がA1級のもの', '遮蔽材を用いた装置', 'ヶ所用の 装置'],
      '全 地域',
    );
    expect(await told(before, after)).toEqual([]);
  });

  it('tells that the regions of a row (地域) changed, at the row', async () => {
    const some = '全地域（別表第三に掲げる地域を除く。）';
    expect(await told(rowSeven(GOODS), rowSeven(GOODS, some))).toEqual(['item.text_changed 7の項']);
  });

  it('case 34, W15: Korea leaves 別表第三, which tightens, and comes back, which loosens', async () => {
    const [withKorea, without] = [
      exportOrder({ countries: 'オーストラリア、大韓民国、アメリカ合衆国' }),
      exportOrder({ countries: 'オーストラリア、アメリカ合衆国' }),
    ];
    const [left, ...rest] = await changesBetween(withKorea, without, '324CO0000000378_20190828_501CO0000000073');
    expect(rest).toEqual([]);
    expect(left).toMatchObject({
      type: 'country.removed',
      subject: { label: '大韓民国' },
      direction: 'tighten',
      instrumentId: 'JP-COUNTRY',
      before: { country: 'KR', list: '別表第三' },
      dates: { effectiveFrom: '2019-08-28' },
    });
    const [back] = await changesBetween(without, withKorea, '324CO0000000378_20230721_505CO0000000226');
    expect(back).toMatchObject({ type: 'country.added', direction: 'loosen', dates: { effectiveFrom: '2023-07-21' } });
    expect(await told(withKorea, exportOrder({ countries: 'アメリカ合衆国、オーストラリア、韓国' }))).toEqual([]);
  });

  it.each([
    ['case 34', '公布の日から起算して二十一日を経過した日', '2019-08-07', '2019-08-28'],
    ['case 35, W12', '公布の日から起算して二月を経過した日', '2023-05-23', '2023-07-23'],
    ['case 36', '公布の日から起算して三月を経過した日', '2025-11-14', '2026-02-14'],
    ['W9', '公布の日から起算して六月を超えない範囲内において政令で定める日', '2019-11-29', undefined],
  ])('%s: %s counts from the day of promulgation', (_case, wording, promulgatedOn, date) => {
    const read = enforcementOf(wording, promulgatedOn);
    expect(read).toMatchObject(date === undefined ? { kind: 'to_be_set' } : { kind: 'on', date });
  });

  it('case 36: three goods come at their places in rows that go on as they were', async () => {
    const rows = (more: boolean) =>
      exportOrder({
        rows: [
          row(
            '三の二',
            ['（二）　次に掲げる貨物', '５の２　噴霧乾燥器', ...(more ? ['１０　ペプチドの合成を行うための装置'] : [])],
            ['全地域'],
          ),
          row(
            '五',
            [
              OPENING,
              '（十九）　ほう素若しくはその混合物',
              ...(more ? ['（二十）　ほぼ等しい割合の複数の元素で構成された合金の粉'] : []),
            ],
            ['全地域'],
          ),
          row(
            '七',
            [
              OPENING,
              '（十）　アナログデジタル変換器',
              ...(more ? ['（十の二）　フィールドプログラマブルロジックデバイスを組み込んだモジュール'] : []),
              '（十一）　信号解析器',
            ],
            ['全地域'],
          ),
        ].join(''),
      });
    expect(await told(rows(false), rows(true))).toEqual([
      'item.added 3の2の項(2)10',
      'item.added 5の項(20)',
      'item.added 7の項(10の2)',
    ]);
  });

  it('W9: a share that fell from ten percent to one is told as a threshold with both numbers', async () => {
    const share = (parts: string) =>
      exportOrder({ articles: article('第一条', `総議決権に占める割合が${parts}以上となる取得とする。`) });
    const [change] = await changesBetween(share('百分の十'), share('百分の一'));
    expect(change).toMatchObject({ type: 'threshold.changed', after: { oldValue: 10, newValue: 1, unit: '%' } });
  });

  it('a fine that rose as 懲役 became 拘禁刑 is a penalty that tightened; the word alone is a change of text', async () => {
    const penal = (term: string, fine: string) =>
      exportOrder({ articles: article('第一条', `五年以下の${term}若しくは${fine}以下の罰金に処する。`) });
    const [risen] = await changesBetween(penal('懲役', '百万円'), penal('拘禁刑', '三百万円'));
    expect(risen).toMatchObject({
      type: 'penalty.changed',
      direction: 'tighten',
      after: { oldValue: 1_000_000, newValue: 3_000_000, unit: '円' },
    });
    expect(await told(penal('懲役', '百万円'), penal('拘禁刑', '百万円'))).toEqual(['rule.text_changed 第一条']);
  });

  it('a caption, the table of contents and a 附則 of an amending law are told to nobody', async () => {
    const before = exportOrder();
    const after = before
      .replace('（輸出の許可）', '（許可）')
      .replace('<TOCLabel>目次</TOCLabel>', '<TOCLabel>目　次</TOCLabel><TOCPreambleLabel>前文</TOCPreambleLabel>')
      .replace('公布の日から起算して三月を経過した日', '令和八年二月十四日');
    expect(await told(before, after)).toEqual([]);
  });
});
