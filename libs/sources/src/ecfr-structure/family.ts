import type { SourceFamily } from '../source.ts';
import { nodePage } from './link.ts';
import { readStructure } from './read.ts';
import { followTitles, planTitles } from './request.ts';

/**
 * The tree of one CFR title as eCFR shows it, with the size and the day of receipt of each section and appendix: a cheap
 * fingerprint that says which text changed, never how. `params`: `title` (15), `parts` (`700-799`, `850`), the parts that are
 * watched.
 */
export const ecfrStructure: SourceFamily = {
  family: 'ecfr-structure',
  plan: planTitles,
  follow: followTitles,
  read: readStructure,
  link: nodePage,
};
