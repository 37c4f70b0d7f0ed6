import type { Draw } from '../seeded.ts';

const PLACES = ['Shenzhen', 'Beijing', 'Shanghai', 'Hangzhou', 'Wuhan', 'Moscow', 'Istanbul', 'Dubai', 'Hong Kong', ''];
const syllables = (initials: string, finals: string): readonly string[] =>
  initials.split(' ').flatMap((initial) => finals.split(' ').map((final) => `${initial}${final}`));
/** About the four hundred syllables that Chinese names are romanised with. */
const PINYIN = syllables(
  'b p m f d t n l g k h j q x zh ch sh r z c s y w',
  'a ai an ang ao e ei en eng i ia ian iang iao ie in ing iong o ong ou u uan ui un uo',
);
/** Names of other origin. */
const OTHER = syllables(
  'b c d f g h k l m n p r s t v w z st tr pr br al er in ost',
  'a e i o u ar el im on us ek ad or en il',
);
const TRADES = [
  'Technology',
  'Electronics',
  'Trading',
  'Semiconductor',
  'Aviation',
  'Optics',
  'Materials',
  'Logistics',
];
const FORMS = ['Co., Ltd.', 'Limited', 'LLC', 'GmbH', 'Inc.', 'JSC', 'Corporation', 'FZE'];

function coreOf(draw: Draw): string {
  const from = draw.chance(0.5) ? PINYIN : OTHER;
  const core = Array.from({ length: draw.between(2, 3) }, (_, at) =>
    at === 0 && draw.chance(0.25) ? draw.popular(from) : draw.one(from),
  ).join('');
  return `${core.charAt(0).toUpperCase()}${core.slice(1)}`;
}

/**
 * A company name in the manner of the lists: place, one to three words of two or three syllables, a trade, a legal form. As
 * on the lists of the corpus, what distinguishes it has about fifteen letters, and a name shares a beginning of a word with
 * eight in a thousand others, the most common beginnings with thirty.
 */
export function inventedName(draw: Draw): string {
  const words = draw.popular([2, 1, 3]);
  const core = Array.from({ length: words }, () => coreOf(draw)).join(' ');
  return `${draw.one(PLACES)} ${core} ${draw.one(TRADES)} ${draw.one(FORMS)}`.trim();
}

/** Well known parties, which many profiles declare and changes are about. */
export function knownParties(draw: Draw): readonly string[] {
  return Array.from({ length: 4_000 }, () => inventedName(draw));
}
