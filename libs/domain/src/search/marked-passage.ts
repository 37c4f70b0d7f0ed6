import type { MappedText } from './mapped-text.ts';
import { mappedSearchForm, searchForm } from './search-form.ts';

/** A piece of a passage as printed; `found`: these are the words that were looked for. */
export interface PassagePart {
  readonly text: string;
  readonly found: boolean;
}

const WINDOW_CHARS = 3_000;

/**
 * The words around the first place where something wanted stands, with all of them marked in it; the beginning where nothing
 * stands. The parts joined are the passage as printed, with `…` where it was cut.
 * @param wanted of {@link parseSearch}
 */
export function markedPassage(raw: string, wanted: readonly string[], maxChars = 240): readonly PassagePart[] {
  const window = windowAround(raw, wanted);
  const mapped = mappedSearchForm(window.text);
  const marks = marksIn(mapped, wanted);
  const start = cutBefore(window.text, marks[0]?.from ?? 0, Math.floor(maxChars / 4));
  const end = Math.min(window.text.length, start + maxChars);
  const parts = partsOf(window.text, marks, start, end);
  return [
    ...(start > 0 || window.from > 0 ? [{ text: '… ', found: false }] : []),
    ...parts,
    ...(end < window.text.length || window.to < raw.length ? [{ text: ' …', found: false }] : []),
  ];
}

interface Mark {
  readonly from: number;
  readonly to: number;
}

/** Long texts are mapped near the place only: search forms are about as long as what they are made of. */
function windowAround(raw: string, wanted: readonly string[]) {
  if (raw.length <= WINDOW_CHARS) return { text: raw, from: 0, to: raw.length };
  const form = ` ${searchForm(raw)} `;
  const places = wanted.map((needle) => form.indexOf(needle)).filter((place) => place >= 0);
  const place = Math.floor((Math.min(...places, form.length) / form.length) * raw.length);
  const from = places.length === 0 ? 0 : Math.max(0, place - WINDOW_CHARS / 2);
  return { text: raw.slice(from, from + WINDOW_CHARS), from, to: from + WINDOW_CHARS };
}

function marksIn(mapped: MappedText, wanted: readonly string[]): readonly Mark[] {
  const padded = ` ${mapped.text} `;
  const marks: Mark[] = [];
  for (const needle of wanted) {
    const word = needle.trim();
    const lead = needle.indexOf(word);
    for (let at = padded.indexOf(needle); at >= 0; at = padded.indexOf(needle, at + 1)) {
      // One less: the space in front is not in `mapped`.
      const first = at + lead - 1;
      const from = mapped.starts[first];
      const to = mapped.ends[first + word.length - 1];
      if (from !== undefined && to !== undefined && to > from) marks.push({ from, to });
    }
  }
  return marks.toSorted((one, other) => one.from - other.from || other.to - one.to);
}

/** Not in the middle of a word, where there is a space near by; never between the halves of a surrogate pair. */
function cutBefore(text: string, place: number, room: number): number {
  const earliest = Math.max(0, place - room);
  if (earliest === 0) return 0;
  const space = text.slice(earliest, place).search(/\s\S/);
  const cut = space >= 0 && space < room / 2 ? earliest + space + 1 : earliest;
  return isLowSurrogate(text, cut) ? cut - 1 : cut;
}

function partsOf(text: string, marks: readonly Mark[], start: number, end: number): readonly PassagePart[] {
  const parts: PassagePart[] = [];
  const add = (from: number, to: number, found: boolean) => {
    if (to > from) parts.push({ text: text.slice(from, to), found });
  };
  let at = start;
  const stop = isLowSurrogate(text, end) ? end - 1 : end;
  for (const mark of marks) {
    const from = Math.max(mark.from, at);
    const to = Math.min(mark.to, stop);
    if (to <= from) continue;
    add(at, from, false);
    add(from, to, true);
    at = to;
  }
  add(at, stop, false);
  return parts;
}

function isLowSurrogate(text: string, place: number): boolean {
  return /^[\uDC00-\uDFFF]/.test(text.slice(place, place + 1));
}
