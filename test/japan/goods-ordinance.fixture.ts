/** A numbered unit: its title as printed, its words, and what stands below it. */
export interface UnitInXml {
  readonly title: string;
  readonly words: string;
  readonly below?: readonly UnitInXml[];
}

/** An article of one paragraph: its number in words, its opening words and its 号. */
export interface ArticleInXml {
  readonly title: string;
  readonly words: string;
  readonly items: readonly UnitInXml[];
}

const LEVELS = ['Item', 'Subitem1', 'Subitem2', 'Subitem3'] as const;

const sentence = (words: string) => `<Sentence Num="1" WritingMode="vertical">${words}</Sentence>`;

function unit({ title, words, below = [] }: UnitInXml, level: number, num: number): string {
  const tag = LEVELS[level] ?? 'Subitem4';
  const nested = below.map((lower, at) => unit(lower, level + 1, at + 1)).join('\n');
  return `<${tag} Num="${num}"><${tag}Title>${title}</${tag}Title><${tag}Sentence>${sentence(words)}</${tag}Sentence>${nested}</${tag}>`;
}

function article({ title, words, items }: ArticleInXml, num: number): string {
  return `<Article Num="${num}"><ArticleTitle>${title}</ArticleTitle>
<Paragraph Num="1"><ParagraphNum/><ParagraphSentence>${sentence(words)}</ParagraphSentence>
${items.map((item, at) => unit(item, 0, at + 1)).join('\n')}</Paragraph></Article>`;
}

/**
 * 貨物等省令 (平成三年通商産業省令第四十九号) in the exact form of 法令標準XML. Written by us for tests, with facts of the real
 * ordinance (limits of 第六条 on semiconductor equipment), shortened.
 */
export function goodsOrdinance(articles: readonly ArticleInXml[]): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Law Era="Heisei" Lang="ja" LawType="MinisterialOrdinance" Num="49" Year="03"><LawNum>平成三年通商産業省令第四十九号</LawNum>
<LawBody><LawTitle>輸出貿易管理令別表第一及び外国為替令別表の規定に基づき貨物又は技術を定める省令</LawTitle>
<MainProvision>${articles.map((one, at) => article(one, at + 1)).join('\n')}</MainProvision>
<SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph Num="1"><ParagraphNum/><ParagraphSentence>${sentence('この省令は、公布の日から施行する。')}</ParagraphSentence></Paragraph></SupplProvision>
</LawBody></Law>`;
}

/** 第六条 with the units tests change. */
export function articleSix(items: readonly UnitInXml[]): ArticleInXml {
  return {
    title: '第六条',
    words: '輸出令別表第一の七の項の経済産業省令で定める仕様のものは、次のいずれかに該当するものとする。',
    items,
  };
}

/** 第六条第十七号: equipment to make or test semiconductor devices; `limit` is the resolution that （二） is drawn at. */
export function lithography(limit: string, number = '十七'): UnitInXml {
  return {
    title: number,
    words: '半導体素子、集積回路若しくは半導体物質の製造用の装置又は試験装置であつて、次のいずれかに該当するもの',
    below: [
      { title: 'イ', words: '結晶のエピタキシャル成長装置であつて、有機金属化学的気相成長反応炉のもの' },
      {
        title: 'ロ',
        words: 'リソグラフィ装置であつて、次のいずれかに該当するもの',
        below: [
          { title: '（一）', words: '光源の波長が一九三ナノメートルよりも短いもの' },
          { title: '（二）', words: limit },
        ],
      },
    ],
  };
}

/** Units of 第六条 that stay as they are. */
export const OTHER_UNITS: readonly UnitInXml[] = [
  {
    title: '一',
    words: '集積回路であつて、総吸収線量がシリコン換算で五、〇〇〇グレイ以上の放射線照射に耐えられるように設計したもの',
  },
  { title: '二', words: 'マイクロ波用機器であつて、動作周波数が三一・八ギガヘルツを超えるもの' },
  { title: '三', words: '弾性波を利用する信号処理装置であつて、搬送周波数が六ギガヘルツを超えるもの' },
];
