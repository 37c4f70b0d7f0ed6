import { describe, it } from 'vitest';
import { endUserWorkbook } from '../../libs/sources/src/meti-end-user-list/end-user-list.fixture.ts';
import { freezeWorkbook } from '../../libs/sources/src/mof/asset-freeze.fixture.ts';
import { type WrittenWord, writtenPdf } from '../../libs/sources/src/pdf-text/written-pdf.fixture.ts';
import { checked, nameAt, type PrintedList, recordedAs, silent, streetAt, toldAs, townAt } from './list-edits.ts';

interface EndUser {
  readonly country: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly weapons: string;
  readonly conventional: string;
}

const CHINA = "中国\nPeople's Republic of China";
const userName = ({ name }: EndUser): string => name;

/** 外国ユーザーリスト: a workbook whose numbers shift with every insertion. */
const endUsers: PrintedList<EndUser> = {
  sourceId: 'jp-meti-end-user-list',
  rowAt: (at) => ({
    country: CHINA,
    name: `${nameAt(at)} Co., Ltd.`,
    aliases: [`${nameAt(at)} alias`, `HW${at}X`],
    weapons: 'ミサイル、核\nM、N',
    conventional: '',
  }),
  labelOf: userName,
  print: (rows) =>
    endUserWorkbook(
      rows.map(({ country, name, aliases, weapons, conventional }) => [
        country,
        name,
        aliases.map((alias) => `・${alias}`).join('\n'),
        weapons,
        conventional,
      ]),
    ),
  edits: {
    'legal form': toldAs(
      'entity.name_changed',
      ({ name }) => name.replace('Co., Ltd.', 'Company LLC'),
      (one) => ({ ...one, name: one.name.replace('Co., Ltd.', 'Company LLC') }),
    ),
    alias: toldAs('entity.alias_added', userName, (one) => ({ ...one, aliases: [...one.aliases, 'Second Academy'] })),
    'alias gone': toldAs('entity.alias_removed', userName, (one) => ({ ...one, aliases: one.aliases.slice(0, 1) })),
    'more weapons': toldAs('entity.detail_changed', userName, (one) => ({
      ...one,
      weapons: '化学、ミサイル、核\nC、M、N',
    })),
    'conventional weapons': toldAs('entity.detail_changed', userName, (one) => ({
      ...one,
      conventional: '通常兵器\nCW',
    })),
    'weapons in another order': silent((one) => ({ ...one, weapons: '核、ミサイル\nN,M' })),
    'wide letters': silent((one) => ({ ...one, name: one.name.replace('Co.', 'Ｃｏ．') })),
    'capital letters': silent((one) => ({ ...one, name: one.name.toUpperCase() })),
  },
};

interface Designated {
  readonly nameJa: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly addresses: readonly string[];
}

const designatedName = ({ name }: Designated): string => name;
const TITLES = {
  'jp-meti-russia-entities': [
    '輸出等に係る禁止措置の対象となるロシア連邦及びベラルーシ共和国以外の国の特定団体',
    'Kazakhstan',
  ],
  'jp-meti-russia-entities-russia': ['輸出等に係る禁止措置の対象となるロシア連邦の特定団体', 'Russia'],
  'jp-meti-russia-entities-belarus': ['輸出等に係る禁止措置の対象となるベラルーシ共和国の特定団体', 'Belarus'],
} as const;
const [MARGIN, BODY, TOP, LEADING, LINES] = [57, 81, 780, 18, 36];

function entityLines({ nameJa, name, aliases, addresses }: Designated): readonly string[] {
  return [
    nameJa,
    `${name}, a.k.a., the following aliases:`,
    ...aliases.map((alias) => `—${alias}`),
    `所在地：${addresses[0] ?? ''}`,
    ...addresses.slice(1).map((address) => `; and ${address}`),
  ];
}

/** A PDF of numbered blocks, as the ministries print the designated entities. */
function entityPdf(title: string, rows: readonly Designated[]): Uint8Array {
  const lines: readonly (readonly [x: number, text: string, number?: number])[] = [
    [MARGIN, title],
    ...rows.flatMap((row, at) =>
      entityLines(row).map((text, line) => (line === 0 ? ([BODY, text, at + 1] as const) : ([BODY, text] as const))),
    ),
  ];
  const pages = Array.from({ length: Math.ceil(lines.length / LINES) }, (_, at) =>
    lines.slice(at * LINES, (at + 1) * LINES),
  );
  const wordsOf = (page: typeof lines) =>
    page.flatMap(([x, text, number], at): WrittenWord[] => {
      const y = TOP - at * LEADING;
      return number === undefined
        ? [[x, y, text]]
        : [
            [MARGIN, y, String(number)],
            [x, y, text],
          ];
    });
  return writtenPdf(pages.map((page, at) => ({ words: [...wordsOf(page), [290, 30, `- ${at + 1} -`]] })));
}

const KATAKANA = 'アイウエオカキクケコサシスセソタチツテト';
const japaneseAt = (at: number): string =>
  `${[...String(at + 100)].map((digit, place) => KATAKANA[Number(digit) + place * 5] ?? 'ン').join('')}インダストリー`;

const designatedEntities = (sourceId: keyof typeof TITLES): PrintedList<Designated> => {
  const [title, country] = TITLES[sourceId];
  return {
    sourceId,
    rowAt: (at) => ({
      nameJa: `${japaneseAt(at)}有限会社`,
      name: `${nameAt(at)} Limited`,
      aliases: [`${nameAt(at)} alias`, `HW${at}X`],
      addresses: [`${streetAt(at)}, ${townAt(at + 1)}, ${country}`],
    }),
    labelOf: designatedName,
    print: (rows) => entityPdf(title, rows),
    edits: {
      rename: toldAs(
        'entity.name_changed',
        ({ name }) => name.replace('Works', 'Workes'),
        (one) => ({ ...one, name: one.name.replace('Works', 'Workes') }),
      ),
      alias: toldAs('entity.alias_added', designatedName, (one) => ({
        ...one,
        aliases: [...one.aliases, 'Second Bureau'],
      })),
      'alias gone': toldAs('entity.alias_removed', designatedName, (one) => ({
        ...one,
        aliases: one.aliases.slice(0, 1),
      })),
      address: toldAs('entity.address_added', designatedName, (one) => ({
        ...one,
        addresses: [...one.addresses, `98 Panfilov St., Peakville, ${country}`],
      })),
      'address reworded': toldAs('entity.address_changed', designatedName, (one) => ({
        ...one,
        addresses: one.addresses.map((address) => `Unit 5, ${address}`),
      })),
      'capital letters': silent((one) => ({ ...one, name: one.name.toUpperCase() })),
    },
  };
};

interface Frozen {
  readonly days: string;
  readonly nameJa: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly post: string;
  readonly born: string;
}

const frozenName = ({ name }: Frozen): string => name;
const FREEZE_HEADINGS = [
  '告示日付',
  '告示番号',
  '日本語表記',
  '英語表記',
  '別名・別称',
  '旧称',
  '役職',
  '生年月日',
  '国籍',
];

/** 資産凍結等の措置の対象者: the workbook of the Ministry of Finance, each part with headings of its own. */
const frozenParties: PrintedList<Frozen> = {
  sourceId: 'jp-mof-asset-freeze',
  rowAt: (at) => ({
    days: '2001.9.22',
    nameJa: `${japaneseAt(at)}`,
    name: `${nameAt(at).toUpperCase()}`,
    aliases: [`${nameAt(at)} alias`, `HW${at}X`],
    post: 'Minister of Education',
    born: '1968年頃',
  }),
  labelOf: frozenName,
  print: (rows) =>
    freezeWorkbook([
      { name: '一覧', rows: [['このファイルは暫定版です。'], [1, 'タリバーン関係者等']] },
      {
        name: '2.タリバーン関係者等',
        rows: [
          ['タリバーン関係者等', null, null, '（注1）国連安保理決議第1267号'],
          FREEZE_HEADINGS,
          ...rows.map(({ days, nameJa, name, aliases, post, born }, at) => [
            days,
            String(at + 1),
            nameJa,
            name,
            aliases.join('; '),
            null,
            post,
            born,
            'アフガニスタン',
          ]),
        ],
      },
    ]),
  edits: {
    'in another spelling': toldAs(
      'entity.name_changed',
      ({ name }) => name.replace('WORKS', 'WORKES'),
      (one) => ({ ...one, name: one.name.replace('WORKS', 'WORKES') }),
    ),
    alias: toldAs('entity.alias_added', frozenName, (one) => ({ ...one, aliases: [...one.aliases, 'Second Bureau'] })),
    'alias gone': toldAs('entity.alias_removed', frozenName, (one) => ({ ...one, aliases: one.aliases.slice(0, 1) })),
    post: toldAs('entity.detail_changed', frozenName, (one) => ({ ...one, post: 'Governor of Kandahar' })),
    born: toldAs('entity.detail_changed', frozenName, (one) => ({ ...one, born: '1969年頃' })),
    'notice of revision': recordedAs('entity.citation_changed', frozenName, (one) => ({
      ...one,
      days: `${one.days}\r\n2008.6.25改訂`,
    })),
    'wide digits': silent((one) => ({ ...one, born: '１９６８年頃' })),
    'aliases line by line': silent((one) => ({ ...one, aliases: [one.aliases.join('\r\n')] })),
  },
};

describe('none to five edits of a Japanese list at once, from bytes to what is told', () => {
  it.each(
    Object.entries({
      外国ユーザーリスト: checked(endUsers),
      'third-country entities': checked(designatedEntities('jp-meti-russia-entities')),
      'entities in Russia': checked(designatedEntities('jp-meti-russia-entities-russia')),
      'entities in Belarus': checked(designatedEntities('jp-meti-russia-entities-belarus')),
      資産凍結等の措置の対象者: checked(frozenParties),
    }),
  )('%s: each is told as what it is, and nothing else is', { timeout: 30_000 }, async (_, run) => run(30));
});
