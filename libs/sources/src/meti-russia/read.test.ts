import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ListReading, ReadOutcome } from '#domain';
import { type WrittenWord, writtenPdf } from '../pdf-text/written-pdf.fixture.ts';
import { readDesignatedEntities } from './read.ts';

const TITLE = '輸出等に係る禁止措置の対象となるロシア連邦及びベラルーシ共和国以外の国の特定団体';

/** Two entries as the ministries print them, written by us with real names; the number is put in front. */
const TORDAN = [
  'トルダン・インダストリー有限会社（別称、トルダン及',
  'びトルダン・インダストリー）',
  'Tordan Industry Limited, a.k.a., the following two',
  'aliases:',
  '-Tordan Industry; and',
  '—Tordan Industry Ltd.',
  '所在地：Unit 617, 6/F, 131-132 Connaught Road West, Hong',
  'Kong, China.',
];
const ELEM = [
  'エレム・グループ有限会社',
  'Elem Group, LLC, the following two aliases:',
  '—Elem Group',
  '—TOO Elem Group.',
  '所在地：8 Nauryzbai Batyr Street, Almaty, 050004, Kazakhstan; and',
  '98 Panfilov St., Almaty, 050000, Kazakhstan.',
];
/** As the cumulative lists print aliases. */
const DEXP = [
  'DEXP インターナショナル有限会社',
  'DEXP International Limited',
  '別称：DEXP; Dexp Intl',
  '所在地：Hong Kong, China',
];

const MARGIN = 57;
const BODY = 81;

function pdfOf(blocks: readonly (readonly [number, readonly string[]])[], title = TITLE, perPage = 12): Uint8Array {
  const lines: (readonly [number, string, number?])[] = [
    [MARGIN, title],
    ...blocks.flatMap(([number, texts]) =>
      texts.map((text, index) => (index === 0 ? ([BODY, text, number] as const) : ([BODY, text] as const))),
    ),
  ];
  const pages = Array.from({ length: Math.ceil(lines.length / perPage) }, (_, page) =>
    lines.slice(page * perPage, (page + 1) * perPage),
  );
  return writtenPdf(
    pages.map((page, number) => ({
      words: [
        ...page.flatMap(([x, text, entry], index): WrittenWord[] => {
          const y = 780 - index * 18;
          return entry === undefined
            ? [[x, y, text]]
            : [
                [MARGIN, y, String(entry)],
                [x, y, text],
              ];
        }),
        [290, 30, `- ${number + 1} -`],
      ],
    })),
  );
}

const read = (bytes: Uint8Array): Promise<ReadOutcome> =>
  readDesignatedEntities({ bytes, mediaType: 'application/pdf', url: '', retrievedAt: '' });

async function listIn(bytes: Uint8Array): Promise<ListReading> {
  const outcome = await read(bytes);
  if (outcome.kind !== 'read' || outcome.reading.kind !== 'list') throw new Error(JSON.stringify(outcome));
  return outcome.reading;
}

describe('readDesignatedEntities', () => {
  it('reads both names, aliases and addresses, across lines and pages', async () => {
    const { entries, sections } = await listIn(
      pdfOf([
        [12, TORDAN],
        [13, ELEM],
      ]),
    );
    expect(sections).toEqual([{ section: '第三国の特定団体', entries: 2 }]);
    expect(entries).toMatchObject([
      {
        name: 'Tordan Industry Limited',
        nativeName: 'トルダン・インダストリー有限会社',
        country: 'HK',
        aliases: ['Tordan Industry', 'Tordan Industry Ltd.'],
        addresses: ['Unit 617, 6/F, 131-132 Connaught Road West, Hong Kong, China'],
        noted: { number: 12 },
        locator: 'page 1, No. 12',
      },
      {
        name: 'Elem Group, LLC',
        country: 'KZ',
        aliases: ['Elem Group', 'TOO Elem Group'],
        addresses: [
          '8 Nauryzbai Batyr Street, Almaty, 050004, Kazakhstan',
          '98 Panfilov St., Almaty, 050000, Kazakhstan',
        ],
      },
    ]);
  });

  it('reads aliases as the cumulative lists print them', async () => {
    const { entries } = await listIn(pdfOf([[1, DEXP]]));
    expect(entries).toMatchObject([{ name: 'DEXP International Limited', aliases: ['DEXP', 'Dexp Intl'] }]);
  });

  it('takes a file that begins with number 1 for the whole list, and any other for additions to it', async () => {
    expect(
      (
        await listIn(
          pdfOf([
            [1, TORDAN],
            [2, ELEM],
          ]),
        )
      ).extent,
    ).toBeUndefined();
    expect((await listIn(pdfOf([[17, TORDAN]]))).extent).toBe('additions');
  });

  it.each([
    ['輸出等に係る禁止措置の対象となるロシア連邦の特定団体', 'ロシア連邦の特定団体'],
    ['輸出等に係る禁止措置の対象となるベラルーシ共和国の特定団体', 'ベラルーシ共和国の特定団体'],
    [TITLE, '第三国の特定団体'],
  ])('knows the list by its title %s', async (title, list) => {
    expect((await listIn(pdfOf([[1, ELEM]], title))).entries[0]?.list).toBe(list);
  });

  it('reads unchanged entries to the same entries wherever the pages break', async () => {
    const whole = await listIn(
      pdfOf(
        [
          [12, TORDAN],
          [13, ELEM],
        ],
        TITLE,
        40,
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 20 }), async (perPage) => {
        const unplaced = ({ entries }: ListReading) => entries.map((entry) => ({ ...entry, locator: '' }));
        expect(
          unplaced(
            await listIn(
              pdfOf(
                [
                  [12, TORDAN],
                  [13, ELEM],
                ],
                TITLE,
                perPage,
              ),
            ),
          ),
        ).toEqual(unplaced(whole));
      }),
      { numRuns: 10 },
    );
  });

  it('holds a list whose numbers jump, since an entry was lost', async () => {
    expect(
      await read(
        pdfOf([
          [12, TORDAN],
          [14, ELEM],
        ]),
      ),
    ).toEqual({
      kind: 'implausible',
      because: 'number 14 follows 12',
    });
  });

  it.each([
    ['another document', pdfOf([[1, ELEM]], '貨物・技術のマトリクス表'), 'structure_changed'],
    ['a layout without English names', pdfOf([[1, ['エレム・グループ有限会社']]]), 'structure_changed'],
    ['a list without entries', pdfOf([]), 'implausible'],
    ['a truncated PDF', pdfOf([[1, ELEM]]).subarray(0, 1_500), 'implausible'],
    ['a block page', new TextEncoder().encode('<html>403 Forbidden</html>'), 'structure_changed'],
  ])('holds %s', async (_name, bytes, kind) => {
    expect((await read(bytes)).kind).toBe(kind);
  });

  it('keeps hostile text as text', async () => {
    const { entries } = await listIn(pdfOf([[1, ['ア有限会社', '<script>alert(1)</script> LLC', '所在地：(((((((']]]));
    expect(entries[0]).toMatchObject({ name: '<script>alert(1)</script> LLC', addresses: ['((((((('] });
  });
});
