/**
 * A small 輸出貿易管理令 in the exact form of 法令標準XML, written by us for tests with facts of the real order. Parts can be
 * replaced to make another revision of it.
 */
export interface LawParts {
  readonly articles?: string;
  readonly supplement?: string;
  readonly rows?: string;
  readonly items?: string;
  readonly countries?: string;
}

const SENTENCE = (words: string, num = 1) => `<Sentence Num="${num}" WritingMode="vertical">${words}</Sentence>`;

/** One row of a 別表: cells of printed lines. */
export function row(head: string, ...cells: readonly (readonly string[])[]): string {
  const columns = [[head], ...cells].map(
    (lines) =>
      `<TableColumn BorderTop="solid">\n${lines.map((line, at) => SENTENCE(line, at + 1)).join('\n')}\n</TableColumn>`,
  );
  return `<TableRow>\n${columns.join('\n')}\n</TableRow>`;
}

/** One article of one paragraph, with a caption. */
export function article(title: string, words: string, num = '1'): string {
  return `<Article Num="${num}">
    <ArticleCaption>（輸出の許可）</ArticleCaption><ArticleTitle>${title}</ArticleTitle>
    <Paragraph Num="1"><ParagraphNum/><ParagraphSentence>${SENTENCE(words)}</ParagraphSentence></Paragraph>
  </Article>`;
}

const ARTICLES = article('第一条', '別表第一中欄に掲げる貨物の同表下欄に掲げる地域を仕向地とする輸出とする。');
const SUPPLEMENT = `<Paragraph Num="3"><ParagraphNum>３</ParagraphNum><ParagraphSentence>${SENTENCE(
  '令和九年四月十三日までの間は、北朝鮮を仕向地とする貨物とする。',
)}</ParagraphSentence></Paragraph>`;
const ROWS = [
  row(
    '三の二',
    [
      '（二）　次に掲げる貨物であつて、経済産業省令で定める仕様のもの',
      '５の２　噴霧乾燥器',
      '１０　ペプチドの合成を行うための装置',
    ],
    ['全地域'],
  ),
  row(
    '七',
    [
      '次に掲げる貨物であつて、経済産業省令で定める仕様のもの',
      '（十）　アナログデジタル変換器',
      '（十の二）　モジュール、組立品又は装置',
    ],
    ['全地域'],
  ),
  row('一六', ['関税定率法別表第二五類から第四〇類までに該当する貨物'], ['全地域（別表第三に掲げる地域を除く。）']),
].join('\n');
const ITEMS = `<Item Num="3"><ItemTitle>二の二</ItemTitle><ItemSentence>${SENTENCE('次に掲げる貨物')}</ItemSentence>
  <Subitem1 Num="1"><Subitem1Title>（３）</Subitem1Title><Subitem1Sentence>${SENTENCE('無機化学品のうち、次に掲げるもの')}</Subitem1Sentence>
    <Subitem2 Num="1"><Subitem2Title>（ｉ）</Subitem2Title><Subitem2Sentence>${SENTENCE(
      '<Ruby>燐<Rt>りん</Rt></Ruby>及び<Ruby>砒<Rt>ひ</Rt></Ruby>素',
    )}</Subitem2Sentence></Subitem2>
  </Subitem1></Item>`;

function table(title: string, body: string): string {
  return `<AppdxTable><AppdxTableTitle WritingMode="vertical">${title}</AppdxTableTitle>
    <RelatedArticleNum>（第一条、第四条関係）</RelatedArticleNum>${body}</AppdxTable>`;
}

/** XML of the whole order. */
export function exportOrder(parts: LawParts = {}): string {
  const header = row('　', ['貨物'], ['地域']);
  const countries = parts.countries ?? 'オーストラリア、大韓民国、アメリカ合衆国';
  return `<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<Law Lang="ja" Era="Showa" Year="24" Num="378" LawType="CabinetOrder"><LawNum>昭和二十四年政令第三百七十八号</LawNum>
<LawBody><LawTitle Abbrev="輸出令">輸出貿易管理令</LawTitle>
<TOC><TOCLabel>目次</TOCLabel></TOC>
<MainProvision>${parts.articles ?? ARTICLES}</MainProvision>
<SupplProvision><SupplProvisionLabel>附　則</SupplProvisionLabel>${parts.supplement ?? SUPPLEMENT}</SupplProvision>
<SupplProvision AmendLawNum="令和七年一一月一四日政令第三七六号"><SupplProvisionLabel>附　則</SupplProvisionLabel>
<Paragraph Num="1"><ParagraphNum/><ParagraphSentence>${SENTENCE('この政令は、公布の日から起算して三月を経過した日から施行する。')}</ParagraphSentence></Paragraph></SupplProvision>
${table('別表第一', `<TableStruct><Table>${header}${parts.rows ?? ROWS}</Table></TableStruct>`)}
${table('別表第二', `<TableStruct><Table>${header}${row('三三', ['削除'], ['　'])}${row('三五の五', ['二酸化炭素'], ['全地域'])}</Table></TableStruct>`)}
${table('別表第二の三', parts.items ?? ITEMS)}
${table('別表第三', `<Item Num="1"><ItemTitle/><ItemSentence>${SENTENCE(countries)}</ItemSentence></Item>`)}
</LawBody></Law>`;
}
