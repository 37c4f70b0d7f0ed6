const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;

/** Position behind the string that opens at `at`. */
function endOfString(text: string, at: number): number {
  let end = text.indexOf('"', at + 1);
  while (end > 0) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end + 1;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}

/**
 * The characters of each object in the array `results`, as they stand in the file: what a quote of a row is cut from.
 * `text` must be valid JSON. Empty where there is no such array.
 */
export function resultSlices(text: string): readonly string[] {
  const head = /"results"\s*:\s*\[/.exec(text);
  if (!head) return [];
  const slices: string[] = [];
  let depth = 0;
  let start = 0;
  let at = head.index + head[0].length;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = endOfString(text, at);
      continue;
    }
    if (code === OPEN || code === OPEN_LIST) {
      if (depth === 0) start = at;
      depth += 1;
    } else if (code === CLOSE || code === CLOSE_LIST) {
      if (depth === 0) return slices;
      depth -= 1;
      if (depth === 0) slices.push(text.slice(start, at + 1));
    }
    at += 1;
  }
  return slices;
}
