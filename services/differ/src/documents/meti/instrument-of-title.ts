/** Words of a Japanese title that name an instrument, the most particular first. */
const TITLES: readonly (readonly [instrumentId: string, words: RegExp])[] = [
  ['JP-EUL', /外国ユーザーリスト/],
  ['JP-DEFTRANSFER', /防衛装備(?:品)?(?:の)?移転/],
  ['JP-SECCLR', /重要経済安保情報/],
  ['JP-SDS', /特定秘密/],
  ['JP-PATENT', /特許出願(?:の)?非公開/],
  ['JP-FDI', /対内直接投資|投資審査|指定業種/],
  ['JP-NSC-ECON', /経済安全保障推進法|経済施策を一体的に講ずる|特定重要物資|基幹インフラ|特定社会基盤/],
  ['JP-ICEA-CERT', /技術情報(?:の)?管理(?:の)?認証/],
  ['JP-COUNTRY', /別表第三|グループA|輸出管理上のカテゴリー|(?:韓国|大韓民国)向け[^。]*(?:輸出|管理)/],
  ['JP-CATCHALL', /補完的輸出規制|キャッチオール|おそれがある場合を定める省令|おそれのある場合を定める省令/],
  ['JP-GOODS', /貨物又は技術を定める省令|貨物等省令/],
  ['JP-RESEARCH', /研究インテグリティ|みなし輸出|特定類型/],
  [
    'JP-CIRCULARS',
    /輸出貿易管理令の運用について|通達|包括許可|内部規程|提出書類|申請項目|役務取引許可|輸出手続等について|輸出等について|貿易関係貿易外取引|告示で定める/,
  ],
  ['JP-EXPORT-T1', /輸出貿易管理令|輸出令/],
  ['JP-FX-TABLE', /外国為替令/],
  ['JP-FEFA', /外国為替及び外国貿易法|外為法/],
];

/** Further words by which a release concerns security trade control or sanctions, without naming an instrument. */
const CONCERNED =
  /安全保障貿易|輸出管理|輸出規制|貿易管理|輸出(?:等)?(?:の)?禁止|輸出禁止|輸入禁止|輸出許可|輸出承認|輸出入|制裁|措置の対象|機微技術|技術流出|技術管理|大量破壊兵器|拡散|該非|経済安全保障|北朝鮮|ロシア|ベラルーシ|不正輸出|外為/;

/** @returns the instrument a title names, or `undefined`. */
export function instrumentOfTitle(title: string): string | undefined {
  const words = title.normalize('NFKC');
  return TITLES.find(([, pattern]) => pattern.test(words))?.[0];
}

/** True when a release concerns what Redline watches; a ministry also writes about power, shops and prizes. */
export function concernsTradeControl(text: string): boolean {
  return instrumentOfTitle(text) !== undefined || CONCERNED.test(text.normalize('NFKC'));
}
