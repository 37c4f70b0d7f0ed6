import type { SourceFamily } from '../source.ts';
import { looksLikeWorkbook } from '../spreadsheet/index.ts';
import { readDebarredParties, readDebarredWorkbook } from './read.ts';
import { followArticle, planArticle } from './request.ts';

/**
 * Parties debarred under the Arms Export Control Act (22 CFR 127.7): by conviction (statutory) or by decision of the
 * Department of State (administrative). Each list is a CSV or a workbook attached to an article of the Directorate of
 * Defense Trade Controls; the attachment's address changes with each upload. `params.list`: `statutory` or `administrative`.
 */
export const debarredParties: SourceFamily = {
  family: 'ddtc-debarred',
  plan: planArticle,
  follow: followArticle,
  read: (source, capture) =>
    looksLikeWorkbook(capture.bytes) ? readDebarredWorkbook(source, capture) : readDebarredParties(source, capture),
  link: (source) => source.link,
};
