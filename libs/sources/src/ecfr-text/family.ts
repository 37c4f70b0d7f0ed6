import { followToPart, planPart } from '../ecfr/request.ts';
import type { SourceFamily } from '../source.ts';
import { subjectPage } from './link.ts';
import { readPart } from './read.ts';

/**
 * Rule text and item lists of the CFR as codified, from the eCFR versioner API: sections by paragraph, the Commerce Control
 * List by ECCN, the Munitions List by category, Country Chart and Country Groups by country. eCFR follows the Federal Register
 * by one or two business days and is not official. `params`: `title`, `part`, optionally `subpart` and `sections`.
 */
export const ecfrText: SourceFamily = {
  family: 'ecfr-text',
  plan: planPart,
  follow: followToPart,
  read: readPart,
  link: subjectPage,
};
