import type { SourceFamily } from '../source.ts';
import { readConsolidatedList } from './read.ts';

/**
 * The Consolidated Screening List of the International Trade Administration: the lists of Commerce, State and Treasury in
 * one download, hours to days behind them. A third source beside the Federal Register and eCFR, never the law.
 */
export const consolidatedScreeningList: SourceFamily = {
  family: 'csl',
  plan: (source) => [
    {
      url: source.url,
      accept: ['application/json', 'text/csv', 'text/tab-separated-values', 'text/tsv', 'application/octet-stream'],
      purpose: 'capture',
    },
  ],
  read: (_source, capture) => readConsolidatedList(capture),
  link: (source) => source.link,
};
