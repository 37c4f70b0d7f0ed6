import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts } from './diff-texts.ts';
import { law, recorded, told, units } from './law-in-words.fixture.ts';

const GOODS = [
  '集積回路（四の項の中欄に掲げるものを除く。）',
  'マイクロ波用機器若しくはその部分品又はミリ波用機器の部分品',
  '超電導材料を用いた装置',
  '一次セル、二次セル又は太陽電池セル',
  'アナログデジタル変換器',
  '極低温用に設計した冷却装置又はその部分品',
] as const;

const row = (...goods: readonly string[]) =>
  law(
    units(
      'item',
      ['7の項', '次に掲げる貨物であつて、経済産業省令で定める仕様のもの'],
      ...goods.map((text, at) => [`7の項(${at + 1})`, text, '7の項'] as const),
    ),
  );

describe('diffTexts', () => {
  it('says nothing about an unchanged law', () => {
    expect(diffTexts(row(...GOODS), row(...GOODS))).toEqual([]);
  });

  it('tells a new 号 with its words, date and act, and nothing else of its row', () => {
    const before = row(...GOODS.slice(0, 3));
    const [added, ...rest] = diffTexts(before, row(...GOODS.slice(0, 4)));
    expect(rest).toEqual([]);
    expect(added).toMatchObject({
      type: 'item.added',
      subject: { kind: 'item', key: '7の項(4)', label: '7の項(4)' },
      direction: 'tighten',
      stage: 'in_force',
      dates: { effectiveFrom: '2026-02-14' },
      lineage: { citation: ['令和7年政令第376号'] },
      after: { text: GOODS[3] },
      quotes: [{ side: 'after', locator: '7の項(4)', quote: GOODS[3] }],
    });
  });

  it('follows a chain of shifted numbers: only the inserted 号 is told', () => {
    const changes = diffTexts(row(...GOODS.slice(0, 5)), row(GOODS[5], ...GOODS.slice(0, 5)));
    expect(told(changes)).toEqual(['item.added 7の項(1)']);
    expect(recorded(changes)).toHaveLength(5);
    expect(changes.find((change) => change.subject.label === '7の項(3)')?.before).toMatchObject({ label: '7の項(2)' });
  });

  it('tells a moved 号 with new words once, under its new number', () => {
    const edited = 'マイクロ波用機器若しくはその部分品、ミリ波用機器の部分品又は増幅器';
    const changes = diffTexts(row(...GOODS.slice(0, 3)), row(GOODS[5], GOODS[0], edited, GOODS[2]));
    expect(told(changes)).toEqual(['item.text_changed 7の項(3)', 'item.added 7の項(1)']);
  });

  it('tells a new row once, at its top', () => {
    const more = units(
      'item',
      ['17の項', '次に掲げる貨物'],
      ['17の項(1)', '量子計算機', '17の項'],
      ['17の項(1)1', '制御装置', '17の項(1)'],
    );
    const after = law(row(...GOODS).provisions, more);
    expect(told(diffTexts(row(...GOODS), after))).toEqual(['item.added 17の項']);
    expect(told(diffTexts(after, row(...GOODS)))).toEqual(['item.removed 17の項']);
  });

  it('knows a numbered list by what it holds when all open with the same words', () => {
    const open = '次に掲げる貨物であつて、経済産業省令で定めるもの';
    const second = (number: string) =>
      [
        [`第${number}号`, open],
        [`第${number}号(1)`, GOODS[0], `第${number}号`],
        [`第${number}号(2)`, GOODS[1], `第${number}号`],
      ] as const;
    const third = (number: string) =>
      [
        [`第${number}号`, open],
        [`第${number}号(1)`, GOODS[2], `第${number}号`],
        [`第${number}号(2)`, GOODS[3], `第${number}号`],
      ] as const;
    const fresh = [
      ['第一号の二', open],
      ['第一号の二イ', GOODS[4], '第一号の二'],
    ] as const;
    const changes = diffTexts(
      law(units('item', ...second('二'), ...third('三'))),
      law(units('item', ...fresh, ...second('二'), ...third('三'))),
    );
    expect(told(changes)).toEqual(['item.added 第一号の二']);
    expect(recorded(changes)).toEqual([]);
  });

  it('takes 削除 for a removal, and words where 削除 stood for an addition', () => {
    const vacated = row(GOODS[0], '削除', GOODS[2]);
    const [removed] = diffTexts(row(...GOODS.slice(0, 3)), vacated);
    expect(removed).toMatchObject({ type: 'item.removed', direction: 'loosen', before: { text: GOODS[1] } });
    expect(told(diffTexts(vacated, row(...GOODS.slice(0, 3))))).toEqual(['item.added 7の項(2)']);
  });

  it('finds an article gone when a range of articles became 削除', () => {
    const before = law(units('rule', ['第九条', '通知する。'], ['第十条', '届出をしなければならない。']));
    const after = law(units('rule', ['第九条から第十一条まで', '削除']));
    expect(told(diffTexts(before, after))).toEqual(['rule.removed 第九条', 'rule.removed 第十条']);
  });

  it('records an article that only follows renumbered citations, and tells one that gained a citation', () => {
    const before = law(units('rule', ['第十四条', '法第六十九条の六第二項に規定する政令で定める貨物']));
    const followed = law(units('rule', ['第十四条', '法第六十九条の七第二項に規定する政令で定める貨物']));
    const widened = law(units('rule', ['第十四条', '法第六十九条の六第二項及び第三項に規定する政令で定める貨物']));
    expect(recorded(diffTexts(before, followed))).toEqual(['rule.text_changed 第十四条']);
    expect(told(diffTexts(before, followed))).toEqual([]);
    expect(told(diffTexts(before, widened))).toEqual(['rule.text_changed 第十四条']);
  });

  it('follows units to a new way of numbering, with the citations of one unit by another', () => {
    const list = (labels: readonly string[], cited: string) =>
      law(
        units(
          'item',
          ['第二号', '次に掲げる貨物（前三号に掲げるものを除く。）'],
          [`第二号${labels[0]}`, '鉄道用の機関車及び軌道用の車両', '第二号'],
          [`第二号${labels[1]}`, `${cited}に掲げる貨物の試験装置及び検査装置`, '第二号'],
        ),
      );
    const changes = diffTexts(list(['イ', 'ロ'], 'イ'), list(['(1)', '(2)'], '（１）'));
    expect(told(changes)).toEqual([]);
    expect(recorded(changes)).toEqual(['item.redesignated 第二号(1)', 'item.redesignated 第二号(2)']);
  });

  it('tells 前三号 that became 前各号 to nobody', () => {
    const before = law(units('rule', ['第二条', '前三号に掲げる貨物を除く貨物の輸出']));
    const after = law(units('rule', ['第二条', '前各号に掲げる貨物を除く貨物の輸出']));
    expect(told(diffTexts(before, after))).toEqual([]);
  });

  it('tells an amount that is only spelt otherwise to nobody', () => {
    const before = law(units('rule', ['第四条', '総価額が五百万円以下の貨物']));
    const after = law(units('rule', ['第四条', '総価額が五〇〇万円以下の貨物']));
    expect(recorded(diffTexts(before, after))).toEqual(['rule.text_changed 第四条']);
    expect(told(diffTexts(before, after))).toEqual([]);
  });

  it('tells a new unit of a law with the units that stand in it', () => {
    const kept = units('item', ['第六条', '次に掲げるもの'], ['第六条第一号', GOODS[0], '第六条']);
    const more = units(
      'item',
      ['第六条第二号', '測定装置であつて、次に掲げるもの', '第六条'],
      ['第六条第二号イ', GOODS[3], '第六条第二号'],
    );
    const [added, ...rest] = diffTexts(law(kept), law(kept, more));
    expect(rest).toEqual([]);
    expect(added?.after).toMatchObject({ partCount: 1, parts: [{ label: '第六条第二号イ', text: GOODS[3] }] });
  });

  it('ignores a caption', () => {
    const [plain] = units('rule', ['第二条', '承認を受けなければならない。']);
    if (!plain) throw new Error('no unit');
    expect(diffTexts(law([{ ...plain, caption: '（輸出の承認）' }]), law([{ ...plain, caption: '（承認）' }]))).toEqual(
      [],
    );
  });

  it('quotes the paragraphs that changed, not the whole article', () => {
    const first = '１　輸出の許可を受けなければならない。';
    const before = law(units('rule', ['第一条', `${first}\n２　許可の申請をしなければならない。`]));
    const after = law(
      units('rule', ['第一条', `${first}\n２　許可の申請を電子情報処理組織によりしなければならない。`]),
    );
    expect(diffTexts(before, after)[0]?.quotes).toEqual([
      { side: 'before', locator: '第一条', quote: '２　許可の申請をしなければならない。' },
      { side: 'after', locator: '第一条', quote: '２　許可の申請を電子情報処理組織によりしなければならない。' },
    ]);
  });

  it('tells the moved date of a 附則 as a change of text', () => {
    const until = (year: string) =>
      law(units('rule', ['附則第三項', `令和${year}年四月十三日までの間は、北朝鮮を仕向地とする貨物とする。`]));
    expect(told(diffTexts(until('七'), until('九')))).toEqual(['rule.text_changed 附則第三項']);
  });

  it('never states the placeholder of a pending revision as its effective date', () => {
    const pending = {
      ...row(...GOODS.slice(0, 2)),
      revision: { enforcedByLatest: '2027-06-04', status: 'pending' },
    } as const;
    const [change] = diffTexts(row(GOODS[0]), pending);
    expect(change).toMatchObject({
      stage: 'final',
      dates: { effectiveTBD: true },
      after: { revisionStatus: 'pending', effectivePlaceholder: '2027-06-04', effectiveTBD: true },
    });
    expect(change?.dates).not.toHaveProperty('effectiveFrom');
  });
});

describe('diffTexts on any goods', () => {
  const goods = fc.uniqueArray(
    fc.string({
      unit: fc.constantFrom(...'電子集積回路変換器装置部分品超伝導材料冷却測定'),
      minLength: 12,
      maxLength: 40,
    }),
    { minLength: 1, maxLength: 8 },
  );

  it('tells nothing when the same goods are printed under other numbers', () => {
    const shuffled = goods.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    fc.assert(fc.property(shuffled, ([list, other]) => told(diffTexts(row(...list), row(...other))).length === 0));
  });

  it('gives every change a subject of its own and at least one quote', () => {
    fc.assert(
      fc.property(goods, goods, (before, after) => {
        const changes = diffTexts(row(...before), row(...after));
        const keys = changes.map((change) => `${change.type} ${change.subject.key}`);
        return new Set(keys).size === keys.length && changes.every((change) => change.quotes.length > 0);
      }),
    );
  });
});
