import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTexts } from '#differ';
import type { ChangeDraft, TextReading } from '#domain';
import { families, type Source } from '#sources';
import { articleSix, goodsOrdinance, lithography, OTHER_UNITS, type UnitInXml } from './goods-ordinance.fixture.ts';

const source = { params: { lawId: '403M50000400049' }, link: '' } as unknown as Source;

async function read(xml: string): Promise<TextReading> {
  const outcome = await families.get('egov-law')?.read(source, {
    bytes: new TextEncoder().encode(xml),
    mediaType: 'application/xml',
    url: 'https://laws.e-gov.go.jp/api/2/law_file/xml/403M50000400049_20260214_507M60000400072',
    retrievedAt: '2026-02-13T15:00:00Z',
  });
  if (outcome?.kind !== 'read' || outcome.reading.kind !== 'text') throw new Error(JSON.stringify(outcome));
  return outcome.reading;
}

const sixth = (items: readonly UnitInXml[]) => read(goodsOrdinance([articleSix(items)]));
const compare = async (before: readonly UnitInXml[], after: readonly UnitInXml[]) =>
  diffTexts(await sixth(before), await sixth(after));
const told = (changes: readonly ChangeDraft[]) =>
  changes.filter(({ alerting }) => alerting !== false).map(({ type, subject }) => `${type} ${subject.label}`);

describe('貨物等省令', () => {
  it('is read to items with the labels by which it is cited', async () => {
    const { provisions } = await sixth([...OTHER_UNITS, lithography('最小線幅が四五ナノメートル以下のもの')]);
    expect(provisions.map(({ label }) => label)).toEqual([
      '第六条',
      '第六条第一号',
      '第六条第二号',
      '第六条第三号',
      '第六条第十七号',
      '第六条第十七号イ',
      '第六条第十七号ロ',
      '第六条第十七号ロ(1)',
      '第六条第十七号ロ(2)',
      '附則',
    ]);
    expect(provisions.at(-2)).toMatchObject({ kind: 'item', parent: '第六条第十七号ロ', specifies: '7の項' });
  });

  it('tells a moved limit with parameter, operator, both values, unit and direction', async () => {
    const [change, ...rest] = await compare(
      [lithography('最小線幅が四五ナノメートル以下のもの')],
      [lithography('最小線幅が六五ナノメートル以下のもの')],
    );
    expect(rest).toEqual([]);
    expect(change).toMatchObject({
      type: 'item.parameter_changed',
      subject: { kind: 'item', label: '第六条第十七号ロ(2)' },
      direction: 'tighten',
      before: { text: '最小線幅が四五ナノメートル以下のもの' },
      after: {
        parameter: '最小線幅',
        item: '7の項',
        operator: '<=',
        oldValue: 45,
        newValue: 65,
        unit: 'ナノメートル',
        text: '最小線幅が六五ナノメートル以下のもの',
      },
    });
  });

  it('tells a new 号 and a gone one at their own places', async () => {
    const more = { title: '四', words: '超電導材料を用いた装置であつて、臨界温度より低い温度で使用できるもの' };
    expect(told(await compare(OTHER_UNITS, [...OTHER_UNITS, more]))).toEqual(['item.added 第六条第四号']);
    expect(told(await compare([...OTHER_UNITS, more], OTHER_UNITS))).toEqual(['item.removed 第六条第四号']);
  });

  it('numbers the items of an article with several paragraphs by their paragraph', async () => {
    const second = `<Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence><Sentence>外為令別表の四の項の技術は、次のとおりとする。</Sentence></ParagraphSentence><Item Num="1"><ItemTitle>一</ItemTitle><ItemSentence><Sentence>設計に必要な技術</Sentence></ItemSentence></Item></Paragraph></Article>`;
    const xml = goodsOrdinance([articleSix(OTHER_UNITS)]).replace('</Article>', second);
    const { provisions } = await read(xml);
    expect(provisions.map(({ label }) => label)).toContain('第六条第一項第一号');
    expect(provisions.find(({ label }) => label === '第六条第二項第一号')).toMatchObject({ parent: '第六条第二項' });
  });
});

const KANJI = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const ordinal = (n: number): string =>
  n < 10 ? (KANJI[n] ?? '') : `${n >= 20 ? KANJI[Math.floor(n / 10)] : ''}十${KANJI[n % 10]}`;
const digitByDigit = (n: number): string =>
  [...String(n)].map((digit) => '〇一二三四五六七八九'[Number(digit)]).join('');

interface Good {
  readonly name: string;
  readonly limit: number;
}

const goods = fc.uniqueArray(
  fc.record({
    name: fc.string({
      unit: fc.constantFrom(...'電子集積回路変換器装置部分品超伝導材料冷却測定'),
      minLength: 12,
      maxLength: 24,
    }),
    limit: fc.integer({ min: 1, max: 9_999 }),
  }),
  { minLength: 2, maxLength: 25, selector: ({ name }) => name },
);

function numbered(list: readonly Good[]): readonly UnitInXml[] {
  return list.map(({ name, limit }, at) => ({
    title: ordinal(at + 1),
    words: `${name}であつて、次のいずれかに該当するもの`,
    below: [
      { title: 'イ', words: `動作周波数が${digitByDigit(limit)}メガヘルツ以上のもの` },
      { title: 'ロ', words: 'イに掲げるものの部分品' },
    ],
  }));
}

describe('貨物等省令 with any goods', () => {
  it('tells nothing when the same goods stand under other numbers', async () => {
    const shuffled = goods.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    );
    await fc.assert(
      fc.asyncProperty(shuffled, async ([list, other]) => {
        expect(told(await compare(numbered(list), numbered(other)))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('tells exactly the one limit that moved, however the numbers shifted', async () => {
    await fc.assert(
      fc.asyncProperty(goods, fc.nat(), fc.integer({ min: 1, max: 500 }), async (list, pick, step) => {
        const at = pick % list.length;
        const [moved] = list.slice(at, at + 1);
        const after = list.map((good) => (good === moved ? { ...good, limit: good.limit + step } : good));
        const changes = (await compare(numbered(list), numbered(after))).filter(({ alerting }) => alerting !== false);
        expect(changes).toMatchObject([
          {
            type: 'item.parameter_changed',
            subject: { label: `第六条第${ordinal(at + 1)}号イ` },
            direction: 'loosen',
            after: { oldValue: moved?.limit, newValue: (moved?.limit ?? 0) + step, unit: 'メガヘルツ' },
          },
        ]);
      }),
      { numRuns: 60 },
    );
  });

  it('tells exactly the 号 that came, though it pushed all others down', async () => {
    await fc.assert(
      fc.asyncProperty(goods, async ([added, ...list]) => {
        const after = added ? [added, ...list] : list;
        expect(told(await compare(numbered(list), numbered(after)))).toEqual(['item.added 第六条第一号']);
      }),
      { numRuns: 60 },
    );
  });
});
