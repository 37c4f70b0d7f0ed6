/** A text that was made of another, with the place in that of each UTF-16 unit. */
export interface MappedText {
  readonly text: string;
  /** `starts[i]`: where in the original begins what `text[i]` was made of. */
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** A text that is its own original. */
export function unchanged(raw: string): MappedText {
  const places = Array.from({ length: raw.length }, (_, index) => index);
  return { text: raw, starts: places, ends: places.map((place) => place + 1) };
}

/** `String.replace` that keeps the places: what replaces a match was made of all of it. @param pattern global */
export function replaceMapped(mapped: MappedText, pattern: RegExp, replacement: (found: string) => string): MappedText {
  const pieces: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const keep = (from: number, to: number) => {
    pieces.push(mapped.text.slice(from, to));
    for (let index = from; index < to; index += 1) {
      starts.push(mapped.starts[index] ?? 0);
      ends.push(mapped.ends[index] ?? 0);
    }
  };
  let kept = 0;
  for (const { 0: found, index } of mapped.text.matchAll(pattern)) {
    keep(kept, index);
    kept = index + found.length;
    const replaced = replacement(found);
    pieces.push(replaced);
    const start = mapped.starts[index] ?? mapped.ends.at(-1) ?? 0;
    const end = found.length === 0 ? start : (mapped.ends[kept - 1] ?? start);
    for (let unit = 0; unit < replaced.length; unit += 1) {
      starts.push(start);
      ends.push(end);
    }
  }
  keep(kept, mapped.text.length);
  return { text: pieces.join(''), starts, ends };
}
