import type { SourceFamily } from '../source.ts';
import { looksLikeWorkbook } from '../spreadsheet/index.ts';
import { readDeniedPersons, readDeniedWorkbook } from './read.ts';
import { followPage, planPage } from './request.ts';

/**
 * The Denied Persons List of the Bureau of Industry and Security (15 CFR 764.3(a)(2)): parties whose export privileges an
 * order denies. A CSV (a workbook for a while) whose file name changes with each issue, reached through the page that links to it; until 2025 a
 * tab-separated file of 12 columns.
 */
export const deniedPersonsList: SourceFamily = {
  family: 'bis-dpl',
  plan: planPage,
  follow: followPage,
  read: (_source, capture) =>
    looksLikeWorkbook(capture.bytes) ? readDeniedWorkbook(capture) : readDeniedPersons(capture),
  link: (source) => source.link,
};
