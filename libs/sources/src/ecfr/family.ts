import type { SourceFamily } from '../source.ts';
import { appendixPage } from './link.ts';
import { readAppendix } from './read.ts';
import { followToPart, planPart } from './request.ts';

/**
 * List appendices of the EAR as codified, from the eCFR versioner API. eCFR follows the Federal Register by one or two
 * business days and is not official. `params`: `title` (15), `part` (744), `appendix` (`Supplement No. 4 to Part 744`),
 * optionally `list`, the code of its entries.
 */
export const ecfr: SourceFamily = {
  family: 'ecfr',
  plan: planPart,
  follow: followToPart,
  read: readAppendix,
  link: appendixPage,
};
