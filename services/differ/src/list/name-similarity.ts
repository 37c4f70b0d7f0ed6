/** Longest name compared letter by letter. */
const MAX_CHARS = 200;

function matchesOf(left: string, right: string): { readonly matched: number; readonly transposed: number } {
  const window = Math.max(0, Math.floor(Math.max(left.length, right.length) / 2) - 1);
  const taken = new Uint8Array(right.length);
  const fromLeft: string[] = [];
  for (let i = 0; i < left.length; i += 1) {
    const to = Math.min(right.length, i + window + 1);
    for (let j = Math.max(0, i - window); j < to; j += 1) {
      if (taken[j] === 1 || left[i] !== right[j]) continue;
      taken[j] = 1;
      fromLeft.push(right[j] ?? '');
      break;
    }
  }
  const fromRight = [...right].filter((_, j) => taken[j] === 1);
  const transposed = fromLeft.filter((letter, index) => letter !== fromRight[index]).length / 2;
  return { matched: fromLeft.length, transposed };
}

/** Jaro-Winkler similarity of two folded names, 0 to 1 (Winkler 1990: prefix of at most 4, weight 0.1). */
export function jaroWinkler(leftName: string, rightName: string): number {
  const left = leftName.slice(0, MAX_CHARS);
  const right = rightName.slice(0, MAX_CHARS);
  if (left === right) return left === '' ? 0 : 1;
  const { matched, transposed } = matchesOf(left, right);
  if (matched === 0) return 0;
  const jaro = (matched / left.length + matched / right.length + (matched - transposed) / matched) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < left.length && left[prefix] === right[prefix]) prefix += 1;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** Words of a text for overlap: letters and digits, lower case. */
export function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
}

/** Share of common words among all words of two texts (Jaccard), 0 to 1. */
export function wordOverlap(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const common = left.intersection(right).size;
  const all = left.size + right.size - common;
  return all === 0 ? 0 : common / all;
}

const LEGAL_FORMS = wordsOf(
  'co ltd limited inc incorporated llc corp corporation company gmbh jsc ojsc cjsc pjsc ooo oao zao pao ao fze fzc fzco plc pte pvt sdn bhd the and of',
);

/** Numbers in a name in rising order: the 54th and the 55th institute are two, however alike their names. */
export function numbersOf(name: string): string {
  return (name.normalize('NFKC').match(/\d+/g) ?? []).sort().join(' ');
}

/**
 * Whether one name is a respelling of the other: what is left when common words are taken out is alike letter by letter, or is
 * only a legal form. Long common beginnings (`Joint Stock Company …`) therefore do not make two companies one.
 */
export function isRespelling(left: string, right: string): boolean {
  const leftWords = wordsOf(left);
  const rightWords = wordsOf(right);
  const own = (words: ReadonlySet<string>, other: ReadonlySet<string>) =>
    [...words].filter((word) => !other.has(word) && !LEGAL_FORMS.has(word)).join('');
  const leftRest = own(leftWords, rightWords);
  const rightRest = own(rightWords, leftWords);
  if (numbersOf(left) !== numbersOf(right)) return false;
  if (leftRest === '' && rightRest === '') return true;
  return jaroWinkler(leftRest, rightRest) >= 0.85;
}

/** Legal forms of several words, as the lists print them. */
const LONG_FORMS =
  /\b(?:(?:open|closed|public|private)\s+)?joint[\s-]+stock\s+company\b|\b(?:public|private)\s+limited\b|\blimited\s+liability\s+(?:company|partnership)\b/g;

/**
 * What is left of a name without what stands in brackets and without its legal form, its words in rising order:
 * `JSC Severniy press` and `Severniy Press`, `NPU` in brackets or not, have one core.
 */
export function coreName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .slice(0, MAX_CHARS)
    .replace(/[([][^()[\]]*[)\]]/g, ' ')
    .replace(LONG_FORMS, ' ');
  return [...wordsOf(plain)]
    .filter((word) => !LEGAL_FORMS.has(word))
    .sort()
    .join(' ');
}

/** Shorter than this, a core name is an abbreviation that two parties may share. */
export function isTellingCore(core: string): boolean {
  return core.length >= 6;
}
