import { Buffer } from 'node:buffer';

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const NAME = '"results"';

/** Position behind the string that opens at `at`; behind the end of bytes that never close it. */
function endOfString(bytes: Uint8Array, at: number): number {
  let end = at + 1;
  while (end < bytes.length && bytes[end] !== QUOTE) end += bytes[end] === BACKSLASH ? 2 : 1;
  return end + 1;
}

/** A document with its rows cut out. */
export interface SplitResults {
  /** The characters of each object in the array `results`, as they stand in the file: what is read, and quoted. */
  readonly rows: readonly string[];
  /** The document with `0` in the place of each row. Valid JSON if, and only if, the text around the rows is. */
  readonly frame: string;
}

/** Position behind the bracket that opens the array `results`. */
function startOfResults(buffer: Buffer): number {
  const name = buffer.indexOf(NAME);
  const open = name < 0 ? -1 : buffer.indexOf('[', name + NAME.length);
  return open < 0 ? buffer.length : open + 1;
}

/**
 * Cuts the objects out of the array `results`, so that each can be parsed alone: 26,000 rows parsed as one document would all
 * be held at once. Takes nothing for granted: what is cut short or malformed shows when the frame or a row is parsed.
 * @param bytes valid UTF-8
 */
export function splitResults(bytes: Uint8Array): SplitResults {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const rows: string[] = [];
  const gaps: string[] = [];
  let end = 0;
  let depth = 0;
  let start = 0;
  let at = startOfResults(buffer);
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = endOfString(bytes, at);
      continue;
    }
    if (byte === OPEN || byte === OPEN_LIST) {
      if (depth === 0) start = at;
      depth += 1;
    } else if (byte === CLOSE || byte === CLOSE_LIST) {
      if (depth === 0) break;
      depth -= 1;
      if (depth === 0) {
        gaps.push(buffer.toString('utf8', end, start));
        end = at + 1;
        rows.push(buffer.toString('utf8', start, end));
      }
    }
    at += 1;
  }
  return { rows, frame: [...gaps, buffer.toString('utf8', end)].join('0') };
}
