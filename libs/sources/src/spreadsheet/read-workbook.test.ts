import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { looksLikeWorkbook, readWorkbook } from './index.ts';
import { writtenWorkbook } from './written-workbook.fixture.ts';

const list = () =>
  writtenWorkbook([
    {
      name: ' 24.シリア（個人） ',
      rows: [
        ['告示日付', '生年月日'],
        ['2011.9.9', new Date(Date.UTC(1965, 8, 11))],
        [null, 'a\r\nb_x000D_'],
      ],
    },
    { name: '空', rows: [] },
  ]);

/** Where the central directory states the size of the last file of the archive. */
function lastCentralEntry(bytes: Uint8Array): number {
  return Buffer.from(bytes).lastIndexOf(Uint8Array.of(0x50, 0x4b, 0x01, 0x02));
}

/** A ZIP archive (APPNOTE.TXT) with one worksheet, made by hand: no writer makes hostile ones. */
function archiveOf(sheet: string, declaredBytes = Buffer.byteLength(sheet)): Uint8Array {
  const name = Buffer.from('xl/worksheets/sheet1.xml');
  const packed = deflateRawSync(Buffer.from(sheet));
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(declaredBytes, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(30 + name.length + packed.length, 16);
  return Uint8Array.from(Buffer.concat([local, name, packed, central, name, end]));
}

const sheetOf = (cells: string) => `<worksheet><sheetData>${cells}</sheetData></worksheet>`;

describe('readWorkbook', () => {
  it('reads every sheet with its rows as text, dates as printed in Japan', async () => {
    expect(await readWorkbook(await list())).toEqual({
      ok: true,
      sheets: [
        {
          name: '24.シリア（個人）',
          rows: [
            ['告示日付', '生年月日'],
            ['2011.9.9', '1965/9/11'],
            ['', 'a\nb'],
          ],
        },
        { name: '空', rows: [] },
      ],
    });
  });

  it('refuses every file cut short', async () => {
    const bytes = await list();
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (length) => {
        expect((await readWorkbook(bytes.subarray(0, length))).ok).toBe(false);
      }),
      { numRuns: 60 },
    );
  });

  it('answers any damage with a value', async () => {
    const bytes = await list();
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), async (at, value) => {
        const damaged = bytes.slice();
        damaged[at] = value;
        expect(typeof (await readWorkbook(damaged)).ok).toBe('boolean');
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a file that unpacks to more than it says', async () => {
    expect(await readWorkbook(archiveOf(' '.repeat(1_000_000), 100))).toEqual({
      ok: false,
      because: expect.stringContaining('damaged, or the file unpacks to more'),
    });
  });

  it('refuses a file that says it unpacks to a gigabyte, without unpacking it', async () => {
    const bytes = await list();
    const swollen = bytes.slice();
    new DataView(swollen.buffer).setUint32(lastCentralEntry(swollen) + 24, 1_000_000_000, true);
    expect(await readWorkbook(swollen)).toEqual({ ok: false, because: expect.stringContaining('unpacks to more') });
  });

  it.each([
    ['a sheet whose only cell is the last one', sheetOf('<row r="1048576"><c r="XFD1048576"/></row>'), 'span'],
    ['an address behind a reference', sheetOf('<row r="1"><c r="&#88;FD9"/></row>'), 'reference'],
    ['an entity bomb', `<!DOCTYPE a [<!ENTITY b "bb">]>${sheetOf('')}`, 'DOCTYPE'],
    ['a sheet that ends half way', '<worksheet><sheetData><row r="1">', 'last tag'],
  ])('refuses %s', async (_name, sheet, because) => {
    expect(await readWorkbook(archiveOf(sheet))).toEqual({ ok: false, because: expect.stringContaining(because) });
  });

  it('refuses what is no workbook', async () => {
    expect((await readWorkbook(new TextEncoder().encode('<html>Access Denied</html>'))).ok).toBe(false);
    expect((await readWorkbook(archiveOf(sheetOf('')))).ok).toBe(false);
  });
});

describe('looksLikeWorkbook', () => {
  it('knows a workbook by its first bytes', async () => {
    expect(looksLikeWorkbook(await list())).toBe(true);
    expect(looksLikeWorkbook(new TextEncoder().encode('区分,番号'))).toBe(false);
  });
});
