const OPENING = new Set(['(', '（', '「', '[', '［']);
const CLOSING = new Set([')', '）', '」', ']', '］']);
const SEPARATING = new Set([';', '；', '\n']);
/** `(a)`, `（b）` and `(c）` number the values of a cell. */
const ENUMERATOR = /^[(（]\s*[a-zａ-ｚ]{1,2}\s*[)）]/i;

/** Words that say a cell is empty. */
const NOTHING = /^(?:不明|なし|無し|n\/a|-+|[‐―ー－]+)$/i;

/** `(a.k.a.: Amir Khan Muttaqi)`, `（別称、…）`: brackets around a whole value, with a word that says what it is. */
const INTRODUCED = /^[(（]\s*(?:[afn]\.?k\.?a\.?|別称|別名|旧称)?\s*[:：、,.]?\s*([^()（）]*)[)）]$/i;

const trimmed = (value: string): string =>
  value
    .replace(/\s+/g, ' ')
    .replace(/^[\s、,・]+|[\s、,]+$/g, '')
    .replace(INTRODUCED, '$1')
    .trim();

/**
 * Values of a cell: parted by `;`, `；`, line breaks and `(a)`, `(b)` … outside brackets. Inside brackets the same signs part
 * what is said of one value: `サイフ・アル・アドル（生年月日1963/4/11； 国籍エジプト）` is one name.
 */
export function splitValues(cell: string): readonly string[] {
  const values: string[] = [];
  let value = '';
  let depth = 0;
  for (let at = 0; at < cell.length; at += 1) {
    const letter = cell[at] ?? '';
    const enumerator = depth === 0 && OPENING.has(letter) ? ENUMERATOR.exec(cell.slice(at, at + 8)) : null;
    if (enumerator || (depth === 0 && SEPARATING.has(letter))) {
      values.push(value);
      value = '';
      at += (enumerator?.[0].length ?? 1) - 1;
      continue;
    }
    if (OPENING.has(letter)) depth += 1;
    else if (CLOSING.has(letter)) depth = Math.max(0, depth - 1);
    value += letter;
  }
  return [...values, value].map(trimmed).filter((one) => one !== '' && !NOTHING.test(one));
}
