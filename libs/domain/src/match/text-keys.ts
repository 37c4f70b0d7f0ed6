import { SCRIPTS_WITHOUT_SPACES, type SearchTerm } from '../impact/search-terms.ts';

/** Where a script begins that writes no spaces; before it no letter needs to be looked at closely. */
const FIRST_SUCH_CODE = 0x2e80;

function isWithoutSpaces(text: string, at: number): boolean {
  const code = text.codePointAt(at) ?? 0;
  return code >= FIRST_SUCH_CODE && SCRIPTS_WITHOUT_SPACES.test(String.fromCodePoint(code));
}

/** The letter at a place, and it with the next UTF-16 unit: what a phrase that begins there is filed under. */
function pairAt(text: string, at: number): readonly [letter: string, pair: string] {
  const letter = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return [letter, text.slice(at, at + letter.length + 1)];
}

function formKey(form: string): string {
  for (let at = 0; at < form.length; at += 1) {
    if (isWithoutSpaces(form, at)) return `pair:${pairAt(form, at)[1]}`;
  }
  return `word:${form.split(' ')[0] ?? ''}`;
}

/** Keys of which a text that mentions the term has at least one. */
export function termKeys({ forms }: SearchTerm): readonly string[] {
  return forms.map(formKey);
}

/** Keys of a searchable text: its words, and in scripts without spaces every letter and pair. */
export function textKeys(...searchable: readonly string[]): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const text of searchable) {
    for (const word of text.split(' ')) if (word !== '') keys.add(`word:${word}`);
    for (let at = 0; at < text.length; at += 1) {
      if (text.charCodeAt(at) < FIRST_SUCH_CODE || !isWithoutSpaces(text, at)) continue;
      for (const key of pairAt(text, at)) keys.add(`pair:${key}`);
    }
  }
  return keys;
}
