/** A word of a page: its place in points from the lower left corner. */
export type WrittenWord = readonly [x: number, y: number, text: string];

/** What a page of a test document shows: words, and filled boxes as left, bottom, width, height. */
export interface WrittenPage {
  readonly words: readonly WrittenWord[];
  readonly boxes?: readonly (readonly [number, number, number, number])[];
}

const SIZE = 7;

const hex = (text: string): string =>
  [...Array(text.length).keys()].map((at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('');

/** Codes are UTF-16 units that stand for themselves, so that a text layer needs no font. */
const TO_UNICODE = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
2 beginbfrange <0020> <7FFF> <0020> <8000> <FFFD> <8000> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end`;

const stream = (content: string): string => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;

function contentOf({ words, boxes = [] }: WrittenPage): string {
  const drawn = boxes.map((box) => `${box.join(' ')} re f`);
  const set = words.map(([x, y, text]) => `BT /F1 ${SIZE} Tf 1 0 0 1 ${x} ${y} Tm <${hex(text)}> Tj ET`);
  return [...drawn, ...set].join('\n');
}

/** A small PDF (ISO 32000-1) with a text layer and lines, written for a test. Letters are all half as wide as they are high. */
export function writtenPdf(pages: readonly WrittenPage[]): Uint8Array {
  const kids = pages.map((_, index) => `${6 + 2 * index} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 500 /FontDescriptor << /Type /FontDescriptor /FontName /Own /Flags 4 >> >>',
    stream(TO_UNICODE),
    ...pages.flatMap((page, index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${7 + 2 * index} 0 R >>`,
      stream(contentOf(page)),
    ]),
  ];
  let file = '%PDF-1.7\n';
  const offsets: number[] = [];
  for (const [index, object] of objects.entries()) {
    offsets.push(file.length);
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
  }
  const start = file.length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}`;
  file += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(file, 'latin1'));
}
