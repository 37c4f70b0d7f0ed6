import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWrapped, linesOf, looksLikePdf, readPdf, ruledRows } from './index.ts';
import { writtenPdf } from './written-pdf.fixture.ts';

/** Two rows and two columns; the page number stands below the grid. */
const table = writtenPdf([
  {
    words: [
      [42, 706, 'No.'],
      [72, 706, '国名'],
      [42, 682, '1'],
      [72, 686, 'イラン'],
      [72, 677, 'Iran'],
      [120, 30, '1'],
    ],
    boxes: [
      [40, 720, 100, 0.7],
      [40, 700, 100, 0.7],
      [40, 670, 100, 0.7],
      [40, 670, 0.7, 50],
      [70, 670, 0.7, 50],
      [140, 670, 0.7, 50],
      [60, 600, 50, 40],
    ],
  },
  {
    words: [
      [57, 700, '17'],
      [81, 700, 'アグ'],
      [81, 690, 'Agu'],
    ],
    boxes: [],
  },
]);

describe('readPdf', () => {
  it('reads words with their places, and the lines drawn around them', async () => {
    const document = await readPdf(table);
    expect(document).toMatchObject({ ok: true, pages: [{}, { boxes: [] }] });
    if (!document.ok) return;
    expect(document.pages[0]?.words[0]).toEqual({ text: 'No.', x: 42, y: 706, width: 10.5, height: 7 });
    expect(document.pages[0]?.boxes).toHaveLength(7);
  });

  it('refuses a document cut short, and never reads it as a shorter one', async () => {
    const lengths = fc.integer({ min: 0, max: table.length - 8 });
    await fc.assert(
      fc.asyncProperty(lengths, async (length) => {
        expect((await readPdf(table.subarray(0, length))).ok).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('leaves the bytes it was given as they were', async () => {
    const bytes = table.slice();
    await readPdf(bytes);
    expect(bytes).toEqual(table);
  });

  it('refuses a document whose streams unpack to more than a hundred megabytes', async () => {
    const packed = deflateSync(Buffer.alloc(101_000_000), { level: 9 });
    const bomb = Buffer.concat([
      Buffer.from('%PDF-1.7\n1 0 obj\n<< /Filter /FlateDecode >>\nstream\n'),
      packed,
      Buffer.from('\nendstream\nendobj\n%%EOF\n'),
    ]);
    expect(await readPdf(Uint8Array.from(bomb))).toEqual({
      ok: false,
      because: expect.stringContaining('unpacks to more'),
    });
  });

  it.each([
    ['a block page', '<html>Access Denied</html>'],
    ['a PDF in name only', '%PDF-1.7\nnothing\n%%EOF'],
  ])('refuses %s', async (_name, text) => {
    expect((await readPdf(new TextEncoder().encode(text))).ok).toBe(false);
  });
});

describe('looksLikePdf', () => {
  it('knows a PDF by its header', () => {
    expect(looksLikePdf(table)).toBe(true);
    expect(looksLikePdf(new TextEncoder().encode('PK'))).toBe(false);
  });
});

describe('ruledRows', () => {
  it('reads a table by the lines that draw it, and leaves what stands outside', async () => {
    const document = await readPdf(table);
    expect(document.ok && document.pages.map(ruledRows)).toEqual([
      [
        ['No.', '国名'],
        ['1', 'イラン\nIran'],
      ],
      [],
    ]);
  });
});

describe('linesOf', () => {
  const word = (x: number, y: number, text: string) => ({ text, x, y, width: text.length * 6, height: 12 });

  it('joins the words of one base line from left to right, and puts a space where a gap is', () => {
    const words = [word(170, 500, 'Road'), word(56, 500, '所在地：'), word(80, 500.5, 'Unit 617,'), word(56, 482, 'B')];
    expect(linesOf(words)).toEqual([
      { x: 56, y: 500.5, text: '所在地：Unit 617, Road' },
      { x: 56, y: 482, text: 'B' },
    ]);
  });

  it('loses and adds no letter, whatever the order of drawing', () => {
    const place = fc.record({ x: fc.integer({ min: 0, max: 500 }), y: fc.integer({ min: 0, max: 800 }) });
    fc.assert(
      fc.property(fc.array(place), (places) => {
        const words = places.map(({ x, y }, index) => word(x, y, String.fromCodePoint(0x4e00 + index)));
        const letters = linesOf(words)
          .flatMap(({ text }) => [...text.replace(/ /g, '')])
          .sort();
        expect(letters).toEqual(words.map(({ text }) => text).sort());
      }),
    );
  });
});

describe('joinWrapped', () => {
  it.each([
    ['Nuclear Suppliers', 'Industries', 'Nuclear Suppliers Industries'],
    ['生物、化学、ミサイ', 'ル、核', '生物、化学、ミサイル、核'],
    ['', 'a', 'a'],
  ])('joins %s and %s', (left, right, joined) => {
    expect(joinWrapped(left, right)).toBe(joined);
  });
});
