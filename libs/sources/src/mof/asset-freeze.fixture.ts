import { writtenWorkbook } from '../spreadsheet/written-workbook.fixture.ts';

type Rows = readonly (readonly (string | number | Date | null)[])[];

/** Sheets in the form of the ministry's workbook, written by us with real names: each has headings of its own, in a row of its own. */
export const TALIBAN: Rows = [
  ['タリバーン関係者等', null, null, '（注1）国連安保理決議第1267号'],
  ['告示日付', '告示番号', '日本語表記', '英語表記', '別名・別称', '旧称', '役職', '生年月日', '国籍'],
  ['2011.11.18削除', '1'],
  [
    '2001.9.22\r\n2008.6.25改訂',
    '26',
    'アミール・カーン・モタキ',
    'AMIR KHAN MOTAQI',
    'アミール・カーン・ムッタキ\r\n(a.k.a.: Amir Khan Muttaqi)',
    null,
    'Minister of Education',
    '1968年頃',
    'アフガニスタン',
  ],
];
export const KOREA: Rows = [
  ['北朝鮮の核その他の大量破壊兵器'],
  ['関連計画に関与する者（団体）'],
  ['（注）#で標記した団体は、重複して指定されている。'],
  ['告示日付', '告示番号', '日本語表記', '英語表記', '別称・旧称', '所在地', 'その他の情報'],
  [
    '2013.4.5',
    '1(#47)',
    'フォーリン・トレード・バンク',
    'FOREIGN TRADE BANK',
    'FTB; Mooyokbank',
    '北朝鮮平壌特別市',
    'x',
  ],
  [null, null, null, null, null, null, '続き'],
  ['2017.11.7', 36, 'コリョ・コマーシャル・バンク', null, '不明', null, null],
];
export const SYRIA: Rows = [
  ['シリアのアル・アサド大統領及びその関係者等（個人）'],
  ['告示日付', '告示番号', '日本語表記', '英語表記', '肩書等', '生年月日'],
  ['2011.9.9', 1, 'アル・アサド・バッシャール', 'Al-Assad Bashar', '大統領', new Date(Date.UTC(1965, 8, 11))],
];

export const SHEETS: readonly { readonly name: string; readonly rows: Rows }[] = [
  { name: '一覧', rows: [['このファイルは暫定版です。'], [1, 'タリバーン関係者等']] },
  { name: '2.タリバーン関係者等', rows: TALIBAN },
  { name: '8.【解除】リベリア', rows: [['リベリア前政権の高官'], ['【2015年12月18日告示廃止】']] },
  { name: '16.北朝鮮(協調；団体)', rows: KOREA },
  { name: '24.シリア（個人） ', rows: SYRIA },
];

export const freezeWorkbook = (sheets = SHEETS): Promise<Uint8Array> => writtenWorkbook(sheets);

const CSV_HEADINGS =
  `区分,番号,告示日付,告示番号,個人・団体,氏名（日本語）,氏名（英語）,別名・別称（日本語）,別名・別称（英語）,旧称（日本語）,旧称（英語）,
確定に十分でない別名（日本語）,確定に十分でない別名（英語）,称号（日本語）,称号（英語）,役職（日本語）,役職（英語）,生年月日,出生地（日本語）,出生地（英語）,
国籍（日本語）,国籍（英語）,旅券番号,身分証番号,住所・所在地（国）（日本語）,住所・所在地（都市その他の情報）（日本語）,
住所・所在地（国）（英語）,住所・所在地（都市その他の情報）（英語）,国連参照番号,リスト掲載日,その他の情報,外務省告示情報`.replaceAll(
    '\n',
    '',
  );

/** The CSV form: 32 columns, a byte order mark, quoted fields with the separator of values inside brackets. */
export const FREEZE_CSV = `\uFEFF${CSV_HEADINGS}\r\n${[
  `2,002-000026,2001.9.22 2008.6.25改訂,26,個人,アミール・カーン・モタキ,AMIR KHAN MOTAQI,"アミール・カーン・ムッタキ（生年月日1968/2/1；国籍アフガニスタン）；アミル",${',,,,,,,,'}Minister of Education,1968/02/01${','.repeat(14)}`,
  `16,016-000001,2013.4.5,1(#47),団体,フォーリン・トレード・バンク,FOREIGN TRADE BANK,,FTB; Mooyokbank${','.repeat(23)}`,
].join('\r\n')}\r\n`;
