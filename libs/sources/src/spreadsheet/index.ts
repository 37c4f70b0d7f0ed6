export { looksLikeWorkbook, readWorkbook, type Sheet, type Workbook } from './read-workbook.ts';
