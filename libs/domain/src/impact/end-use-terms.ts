import { END_USES, type EndUse } from '../profile.ts';
import { keyword, mentions, type SearchTerm } from './search-terms.ts';

const WORDS: Readonly<Record<EndUse, readonly string[]>> = {
  nuclear: ['nuclear', '核兵器', '原子力'],
  missile: ['missile', 'rocket', 'ミサイル', 'ロケット'],
  chem_bio: [
    'chemical weapon',
    'biological weapon',
    'chemical and biological',
    '化学兵器',
    '生物兵器',
    '軍用の化学製剤',
  ],
  conventional: ['conventional weapon', 'conventional arms', '通常兵器'],
  military_intel: ['military intelligence', 'military end use', 'military end user', '軍事情報'],
  supercomputer: ['supercomputer', 'advanced computing', 'スーパーコンピュータ'],
  semiconductor_mfg: ['semiconductor manufacturing', 'advanced node', '半導体製造'],
  surveillance: ['surveillance', 'facial recognition', '監視'],
  '5g': ['5g', 'fifth generation'],
};

const TERMS: readonly (readonly [EndUse, readonly SearchTerm[]])[] = END_USES.map((use) => [
  use,
  WORDS[use].map(keyword).filter((term) => term !== undefined),
]);

/** End uses that a text speaks of. */
export function endUsesIn(searchable: string): ReadonlySet<EndUse> {
  return new Set(TERMS.filter(([, terms]) => terms.some((term) => mentions(searchable, term))).map(([use]) => use));
}
