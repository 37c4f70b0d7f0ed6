export { joinWrapped, linesOf, type PdfLine } from './lines.ts';
export type { PdfBox, PdfPage, PdfWord } from './pdf-page.ts';
export { looksLikePdf, type PdfDocument, readPdf } from './read-pdf.ts';
export { ruledRows } from './ruled-table.ts';
