import { article, exportOrder } from '../../libs/sources/src/egov/law.fixture.ts';
import { amendmentsPage } from '../../libs/sources/src/meti/amendments-page.fixture.ts';
import {
  INDEX_LINKS,
  indexPage,
  pressListPage,
  QUESTIONS,
  questionPage,
  RELEASES,
} from '../../libs/sources/src/meti/meti-pages.fixture.ts';
import { endUserWorkbook, HEADINGS, ROWS } from '../../libs/sources/src/meti-end-user-list/end-user-list.fixture.ts';
import { freezeWorkbook, SHEETS } from '../../libs/sources/src/mof/asset-freeze.fixture.ts';
import { type WrittenWord, writtenPdf } from '../../libs/sources/src/pdf-text/written-pdf.fixture.ts';
import { writtenWorkbook } from '../../libs/sources/src/spreadsheet/written-workbook.fixture.ts';
import { fault, type Sample, sampleSource } from './sample.ts';

const METI = 'https://www.meti.go.jp';
const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const entry = (number: string, title: string) => `<entry><title>${title}</title>
<link rel="alternate" type="text/html" href="${METI}/press/2025/11/${number}/${number}.html"/><updated>2025-11-11T05:00:00Z</updated></entry>`;
const atom = (...entries: readonly string[]) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>METI</title>${entries.join('\n')}</feed>`;
const CABINET = entry('20251111001', '輸出貿易管理令の一部を改正する政令が閣議決定されました');
const LIST = entry('20250929006', '「外国ユーザーリスト」を改正しました');

const comment = (id: string) => `<item><title>貨物等省令の一部を改正する省令案に対する意見募集について</title>
<link>https://public-comment.e-gov.go.jp/pcm/detail?CLASSNAME=PCMMSTDETAIL&amp;id=${id}&amp;Mode=0</link>
<description>案の公示日：2026/08/25&lt;br/&gt;受付締切日時：2026/09/25 00:00&lt;br/&gt;カテゴリー：外国為替・貿易</description></item>`;
const rdf = (...items: readonly string[]) => `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>意見募集案件一覧</title><link>https://public-comment.e-gov.go.jp/</link></channel>${items.join('\n')}</rdf:RDF>`;

const LAW = `<LawNameListInfo><LawTypeName>政令</LawTypeName><LawNo>昭和二十四年政令第三百七十八号</LawNo><LawName>輸出貿易管理令</LawName>
<PromulgationDate>19491201</PromulgationDate><AmendName>輸出貿易管理令の一部を改正する政令</AmendName><AmendNo>令和七年政令第三百七十六号</AmendNo>
<AmendPromulgationDate>20251114</AmendPromulgationDate><EnforcementDate>20260214</EnforcementDate><EnforcementComment></EnforcementComment>
<LawId>324CO0000000378</LawId><EnforcementFlg>1</EnforcementFlg></LawNameListInfo>`;
const updates = (code: string, laws: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><DataRoot><Result><Code>${code}</Code><Message/></Result><ApplData><Date>20251114</Date>${laws}</ApplData></DataRoot>`;

const ISSUER_HEADINGS = [
  '証券コード\n(Securities code)',
  'ISINコード\n(ISIN code)',
  '会社名（和名）\n(Company name (Japanese))',
  '会社名（英名）\n(Company name (English))',
  '区分\n(Classification)',
];
const ISSUERS: readonly (readonly (string | number)[])[] = [
  [1301, 'JP3257200000', '株式会社極洋', 'KYOKUYO CO.,LTD.', '①'],
  [6503, 'JP3902400005', '三菱電機株式会社', 'Mitsubishi Electric Corporation', '③'],
  ['130A', 'JP3777770001', '株式会社ベリタス・イン・シリコ', 'Veritas In Silico Inc.', '②'],
];
const issuers = (rows = ISSUERS, headings: readonly string[] = ISSUER_HEADINGS) =>
  writtenWorkbook([{ name: '上場企業の銘柄リスト', rows: [['令和６年９月13日'], headings, ...rows] }]);

const DESIGNATED = ['アルファ有限会社', 'ベータ有限会社', 'ガンマ有限会社', 'デルタ有限会社'];
const LATIN = ['Alpha Industry Limited', 'Beta Group LLC', 'Gamma International Limited', 'Delta Trading Limited'];

/** The cumulative list of designated entities, two lines and an address each. */
function designatedPdf(count: number): Uint8Array {
  const title: WrittenWord = [
    57,
    780,
    '輸出等に係る禁止措置の対象となるロシア連邦及びベラルーシ共和国以外の国の特定団体',
  ];
  const words = DESIGNATED.slice(0, count).flatMap((name, at): readonly WrittenWord[] => {
    const y = 760 - at * 60;
    return [
      [57, y, String(at + 1)],
      [81, y, name],
      [81, y - 18, LATIN[at] ?? ''],
      [81, y - 36, '所在地：Hong Kong, China'],
    ];
  });
  return writtenPdf([{ words: [title, ...words] }]);
}

const circular = (...pages: readonly string[]) =>
  writtenPdf(pages.map((line) => ({ words: [[40, 700, line] as const] })));
const matrix = (rows: readonly (readonly string[])[]) => writtenWorkbook([{ name: '9項', rows }]);
const MATRIX_ROWS = [
  ['輸出令\n第９項\n（１）', '伝送通信装置', '第８条第一号', '5A001'],
  ['', 'ロ', '', ''],
  ['輸出令\n第９項\n（５の２）', '暗号装置', '第８条第九号', '5A002'],
];
const ARTICLES = ['第一条', '第二条', '第三条', '第四条'].map((name, at) =>
  article(name, `${name}の規定による。`, String(at + 1)),
);

/** The publications of Japan, each by the fixture of its family. */
export async function japaneseSamples(): Promise<Readonly<Record<string, Sample>>> {
  return {
    'meti-news': {
      source: sampleSource('meti-news', { jurisdiction: 'JP' }),
      url: `${METI}/ml_index_release_atom.xml`,
      mediaType: 'application/atom+xml',
      good: atom(CABINET, LIST),
      own: [fault('no entry', atom()), fault('half of the entries', atom(CABINET), 'read')],
    },
    'meti-press': {
      source: sampleSource('meti-press', { jurisdiction: 'JP' }),
      url: `${METI}/press/category_02.html`,
      mediaType: 'text/html',
      good: pressListPage(),
      own: [
        fault('no release', pressListPage([])),
        fault('the older half is gone', pressListPage(RELEASES.slice(0, 1)), 'read'),
        fault(
          'a redesign with the same releases',
          pressListPage()
            .replace(/<dl[^>]*>/, '<ul>')
            .replace('</dl>', '</ul>')
            .replaceAll(/<(\/?)d[td]>/g, '<$1li>'),
          'read',
        ),
      ],
    },
    'meti-amendments': {
      source: sampleSource('meti-amendments', { jurisdiction: 'JP' }),
      url: `${METI}/policy/anpo/law09-2.html`,
      mediaType: 'text/html',
      good: amendmentsPage,
      own: [
        fault(
          'columns swapped',
          amendmentsPage.replace('<td>件名</td>\n   <td>概要　</td>', '<td>概要</td>\n   <td>件名</td>'),
        ),
        fault('no row', amendmentsPage.replace(/(<td>概要　<\/td>\s*<\/tr>)[\s\S]*?<\/tbody>/, '$1</tbody>')),
      ],
    },
    'meti-files': {
      source: sampleSource('meti-files', { jurisdiction: 'JP' }),
      url: `${METI}/policy/anpo/20251114_tutatu.pdf`,
      mediaType: 'application/pdf',
      good: circular('Circular', 'Article 1', 'Article 2', 'Article 3'),
      own: [
        fault(
          'another file under the same address',
          circular('Circular', 'Article 1 as corrected', 'Article 2', 'Article 3'),
          'read',
        ),
        fault('no words on any page of a workbook', await writtenWorkbook([{ name: 'x', rows: [] }])),
      ],
    },
    'meti-files, a workbook': {
      source: sampleSource('meti-files', { jurisdiction: 'JP' }),
      url: `${METI}/policy/anpo/matrix_kamotsu.xlsx`,
      mediaType: WORKBOOK,
      good: await matrix(MATRIX_ROWS),
      own: [
        fault(
          'a cell put otherwise',
          await matrix(MATRIX_ROWS.map((row) => row.map((cell) => cell.replace('ロ', 'ハ')))),
          'read',
        ),
      ],
    },
    'meti-index': {
      source: sampleSource('meti-index', { jurisdiction: 'JP' }),
      url: `${METI}/policy/anpo/law00.html`,
      mediaType: 'text/html',
      good: indexPage(),
      own: [
        fault('no link', indexPage([])),
        fault('most links are gone', indexPage(INDEX_LINKS.slice(0, 1))),
        fault('the same links under another heading', indexPage().replace('法律・政省令', '関係する法令'), 'read'),
      ],
    },
    'meti-questions': {
      source: sampleSource('meti-questions', { jurisdiction: 'JP', url: `${METI}/policy/anpo/qanda.html` }),
      url: `${METI}/policy/anpo/qanda/qanda19.html`,
      mediaType: 'text/html',
      good: questionPage([...QUESTIONS, ...QUESTIONS.map(([q, a]) => [`${q}別の問い`, `${a}別の答え`] as const)]),
      own: [
        fault('no question', questionPage([])),
        fault('most questions are gone', questionPage(QUESTIONS.slice(0, 1))),
      ],
    },
    'egov-law': {
      source: sampleSource('egov-law', { jurisdiction: 'JP', params: { lawId: '324CO0000000378' } }),
      url: 'https://laws.e-gov.go.jp/api/2/law_data/324CO0000000378?law_full_text_format=xml',
      mediaType: 'application/xml',
      good: exportOrder({ articles: ARTICLES.join('') }),
      own: [
        fault('a country list is empty', exportOrder({ articles: ARTICLES.join(''), countries: '' })),
        fault('most articles and rows are missing', exportOrder({ articles: ARTICLES[0] ?? '', rows: '', items: '' })),
      ],
    },
    'egov-updates': {
      source: sampleSource('egov-updates', {
        jurisdiction: 'JP',
        params: { lawIds: ['324CO0000000378'] },
        guard: { minEntries: 0, maxLossShare: 1, confirmAfterMinutes: 0 },
      }),
      url: 'https://laws.e-gov.go.jp/api/1/updatelawlists/20251114',
      mediaType: 'application/xml',
      good: updates('0', LAW),
      own: [
        fault('a day that promises laws and has none', updates('0', '')),
        fault('a day without updates', updates('1', ''), 'read'),
      ],
    },
    'egov-public-comment': {
      source: sampleSource('egov-public-comment', { jurisdiction: 'JP', params: { categories: ['外国為替・貿易'] } }),
      url: 'https://public-comment.e-gov.go.jp/rss/pcm_list.xml',
      mediaType: 'application/rdf+xml',
      good: rdf(comment('595226061'), comment('595226062')),
      own: [fault('no case', rdf()), fault('a case that closed', rdf(comment('595226061')), 'read')],
    },
    'meti-end-user-list': {
      source: sampleSource('meti-end-user-list', { jurisdiction: 'JP' }),
      url: `${METI}/policy/anpo/20250929_4.xlsx`,
      mediaType: WORKBOOK,
      good: await endUserWorkbook(),
      own: [
        fault('no row', await endUserWorkbook([])),
        fault('most rows are gone', await endUserWorkbook(ROWS.slice(0, 1))),
        fault(
          'a heading is missing',
          await endUserWorkbook(
            ROWS,
            HEADINGS.map((heading, at) => (at === 2 ? '備考' : heading)),
          ),
        ),
      ],
    },
    'meti-russia': {
      source: sampleSource('meti-russia', { jurisdiction: 'JP', params: { list: 'daisangoku' } }),
      url: `${METI}/policy/list_daisangoku_tokutei.pdf`,
      mediaType: 'application/pdf',
      good: designatedPdf(4),
      own: [fault('no entity', designatedPdf(0)), fault('most entities are gone', designatedPdf(1))],
    },
    'mof-asset-freeze': {
      source: sampleSource('mof-asset-freeze', { jurisdiction: 'JP' }),
      url: 'https://www.mof.go.jp/policy/shisantouketsu20260305.xlsx',
      mediaType: WORKBOOK,
      good: await freezeWorkbook(),
      own: [
        fault('no sheet of parties', await freezeWorkbook(SHEETS.slice(0, 1))),
        fault(
          'a sheet with other headings',
          await freezeWorkbook(
            SHEETS.map(({ name, rows }) => ({
              name,
              rows: rows.map((row) => row.map((cell) => (cell === '日本語表記' ? 'x' : cell))),
            })),
          ),
        ),
      ],
    },
    'mof-fdi-issuers': {
      source: sampleSource('mof-fdi-issuers', { jurisdiction: 'JP' }),
      url: 'https://www.mof.go.jp/policy/fdi/list.xlsx',
      mediaType: WORKBOOK,
      good: await issuers(),
      own: [
        fault('no company', await issuers([])),
        fault('most companies are gone', await issuers(ISSUERS.slice(0, 1))),
        fault('headings swapped over the same cells', await issuers(ISSUERS, [...ISSUER_HEADINGS].reverse())),
      ],
    },
  };
}
