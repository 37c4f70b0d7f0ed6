import { describe, expect, it } from 'vitest';
import { diffDocuments } from '#differ';
import type { DocumentsReading } from '#domain';
import { families, type Source } from '#sources';
import { writtenPdf } from '../../libs/sources/src/pdf-text/written-pdf.fixture.ts';
import { writtenWorkbook } from '../../libs/sources/src/spreadsheet/written-workbook.fixture.ts';

const URL_OF_FILE = 'https://www.meti.go.jp/policy/anpo/20251114_tutatu.pdf';
const family = families.get('meti-files');
const source = { url: 'https://www.meti.go.jp/policy/anpo/law09-2.html', params: {} } as unknown as Source;

/** A PDF with one line a page, in Latin letters: the fixture embeds no Japanese font. */
const pdf = (...pages: readonly string[]) =>
  writtenPdf(pages.map((line) => ({ words: [[40, 700, line] as const], boxes: [] })));

async function read(bytes: Uint8Array): Promise<DocumentsReading> {
  const outcome = await family?.read(source, {
    bytes,
    mediaType: 'application/pdf',
    url: URL_OF_FILE,
    retrievedAt: '',
  });
  if (outcome?.kind !== 'read' || outcome.reading.kind !== 'documents') throw new Error(JSON.stringify(outcome));
  return outcome.reading;
}

const CONTEXT = { sourceId: 'x', family: 'meti-files', jurisdiction: 'JP', instrumentId: 'JP-CIRCULARS' } as const;

describe('a file behind the amendment log', () => {
  it('is told to nobody when it is first seen: the log tells it', async () => {
    const { drafts } = diffDocuments(undefined, await read(pdf('Circular on export control')), CONTEXT);
    expect(drafts).toMatchObject([{ type: 'document.published', alerting: false }]);
  });

  it('is told when another takes its place under the same address, by the pages that say something else', async () => {
    const before = await read(pdf('Circular on export control', 'Article 1 as of old', 'Annex'));
    const after = await read(pdf('Circular on export control', 'Article 1 as corrected', 'Annex'));
    expect(diffDocuments(before, after, CONTEXT).drafts).toMatchObject([
      {
        type: 'guidance.changed',
        before: { places: ['page 2'], text: 'Article 1 as of old' },
        after: { places: ['page 2'], text: 'Article 1 as corrected' },
        quotes: [{ locator: 'page 2', quote: 'Article 1 as corrected' }],
      },
    ]);
  });

  it('is the same when only its bytes are others, or a page moved', async () => {
    const before = await read(pdf('One', 'Two'));
    const again = pdf('One', 'Two');
    const stamped = new Uint8Array([...again, ...new TextEncoder().encode('\n% uploaded again\n%%EOF\n')]);
    expect(diffDocuments(before, await read(stamped), CONTEXT).drafts).toEqual([]);
    expect(diffDocuments(before, await read(pdf('Two', 'One')), CONTEXT).drafts).toEqual([]);
  });

  it('is told by the block of a sheet that says something else, where it is a workbook', async () => {
    const rows = [
      ['輸出令第９項（１）', '伝送通信装置', '第８条第一号'],
      ['', '', 'ロ 光伝送通信装置'],
      ['輸出令第９項（５の２）', '暗号装置', '第８条第九号'],
    ];
    const sheet = (word: string) =>
      writtenWorkbook([{ name: '９項', rows: rows.map((row) => row.map((cell) => cell.replace('光伝送', word))) }]);
    const before = await read(await sheet('光伝送'));
    expect(diffDocuments(before, await read(await sheet('無線')), CONTEXT).drafts).toMatchObject([
      {
        type: 'guidance.changed',
        before: { places: ['sheet ９項, row 1'], text: expect.stringContaining('ロ 光伝送通信装置') },
        after: { places: ['sheet ９項, row 1'], text: expect.stringContaining('ロ 無線通信装置') },
      },
    ]);
    expect(diffDocuments(before, await read(await sheet('光伝送')), CONTEXT).drafts).toEqual([]);
  });

  it('is held when it is cut short or no PDF', async () => {
    const whole = pdf('One');
    const outcome = (bytes: Uint8Array) =>
      family?.read(source, { bytes, mediaType: 'application/pdf', url: URL_OF_FILE, retrievedAt: '' });
    expect((await outcome(whole.subarray(0, whole.length - 60)))?.kind).toBe('implausible');
    expect((await outcome(new TextEncoder().encode('<html>503</html>')))?.kind).toBe('structure_changed');
  });

  it('is asked for from the page, each address once and none of another host', () => {
    const html = `<a href="20251114_tutatu.pdf">通達</a><a href="/policy/anpo/20251114_tutatu.pdf#page=2">通達</a>
      <a href="https://evil.example/policy/anpo/x.pdf">x</a><a href="law00.html">法令</a><a href="/policy/anpo/matrix.xlsx">貨物</a>`;
    const probe = family?.plan(source, new Date(0))[0];
    const page = { bytes: new TextEncoder().encode(html), mediaType: 'text/html', url: source.url, retrievedAt: '' };
    expect(probe && family?.follow?.(source, probe, page, new Date(0)).map(({ url }) => url)).toEqual([
      URL_OF_FILE,
      'https://www.meti.go.jp/policy/anpo/matrix.xlsx',
    ]);
    const bare = { ...page, bytes: new TextEncoder().encode('<p>準備中</p>') };
    expect(probe && family?.follow?.(source, probe, bare, new Date(0))).toMatchObject([{ purpose: 'capture' }]);
  });
});
