import { Buffer } from 'node:buffer';

const QUOTE = 34;
const BACKSLASH = 92;
const OPEN = 123;
const CLOSE = 125;
const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const NAME = '"results"';
/** What no text before or after it can make another value of: `-0`, `0.0` and `50` are numbers, `-{}` is nothing. */
const PLACE_OF_ROW = '{}';

/** A document with its rows cut out. */
export interface SplitResults {
  /** The characters of each object in the array `results`, as they stand in the file: what is read, and quoted. */
  readonly rows: readonly string[];
  /** The document with `{}` in the place of each row. Valid JSON if, and only if, the text around the rows is. */
  readonly frame: string;
}

/** Position behind the string that opens at `at`; behind the end of bytes that never close it. */
function endOfString(bytes: Uint8Array, at: number): number {
  let end = at + 1;
  while (end < bytes.length && bytes[end] !== QUOTE) end += bytes[end] === BACKSLASH ? 2 : 1;
  return end + 1;
}

/** Where a value stands: from its bracket to behind the one that closes it. */
interface Place {
  readonly start: number;
  readonly end: number;
}

/** The next object or array from `from` on, before the bracket that closes what is around; `undefined` where none is whole. */
function nextPlace(bytes: Uint8Array, from: number): Place | undefined {
  let depth = 0;
  let start = 0;
  let at = from;
  while (at < bytes.length) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      at = endOfString(bytes, at);
      continue;
    }
    at += 1;
    if (byte === OPEN || byte === OPEN_LIST) {
      if (depth === 0) start = at - 1;
      depth += 1;
    } else if (byte === CLOSE || byte === CLOSE_LIST) {
      if (depth === 0) return undefined;
      depth -= 1;
      if (depth === 0) return { start, end: at };
    }
  }
  return undefined;
}

/** Position behind the bracket that opens the array `results`. */
function startOfResults(buffer: Buffer): number {
  const name = buffer.indexOf(NAME);
  const open = name < 0 ? -1 : buffer.indexOf('[', name + NAME.length);
  return open < 0 ? buffer.length : open + 1;
}

/** Places of the rows, found by reading bracket by bracket. */
function* placesByBracket(buffer: Buffer): Generator<Place> {
  let place = nextPlace(buffer, startOfResults(buffer));
  while (place) {
    yield place;
    place = nextPlace(buffer, place.end);
  }
}

/** What parts the first two rows, up to the second's first name and its quotes: `}, {"id"`. */
function seamOf(buffer: Buffer, first: Place, second: Place): Buffer | undefined {
  if (buffer[second.start] !== OPEN) return undefined;
  const name = buffer.indexOf(QUOTE, second.start);
  const end = name < 0 ? buffer.length : endOfString(buffer, name);
  return end <= second.end ? buffer.subarray(first.end - 1, end) : undefined;
}

/**
 * Places of the rows, found by what parts the first two: five times as fast. Other rows may be parted otherwise, and the words
 * may stand elsewhere: then a row does not parse, and the places are to be found by bracket.
 */
function* placesBySeam(buffer: Buffer): Generator<Place> {
  const first = nextPlace(buffer, startOfResults(buffer));
  const second = first && nextPlace(buffer, first.end);
  const seam = first && second && seamOf(buffer, first, second);
  if (!seam) return yield* placesByBracket(buffer);
  const gap = second.start - first.end;
  let { start } = first;
  for (let at = first.end - 1; at >= 0; at = buffer.indexOf(seam, start)) {
    yield { start, end: at + 1 };
    start = at + 1 + gap;
  }
  const last = nextPlace(buffer, start);
  if (last) yield last;
}

function cutOut(buffer: Buffer, places: Iterable<Place>): SplitResults {
  const rows: string[] = [];
  const gaps: string[] = [];
  let from = 0;
  for (const { start, end } of places) {
    gaps.push(buffer.toString('utf8', from, start));
    rows.push(buffer.toString('utf8', start, end));
    from = end;
  }
  return { rows, frame: [...gaps, buffer.toString('utf8', from)].join(PLACE_OF_ROW) };
}

const bufferOf = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/**
 * Cuts the objects out of the array `results`, so that each can be parsed alone: 26,000 rows parsed as one document would all
 * be held at once. Takes nothing for granted: what is cut short or malformed shows when the frame or a row is parsed.
 * @param bytes valid UTF-8
 */
export function splitResults(bytes: Uint8Array): SplitResults {
  const buffer = bufferOf(bytes);
  return cutOut(buffer, placesByBracket(buffer));
}

/**
 * The same at a fifth of the time, in the hope that every row is parted from the next as the first from the second. Where frame
 * and rows all are valid JSON and the frame has a place for each row and no more, they are those of {@link splitResults}: the text
 * can be read in one way only. Otherwise ask that.
 * @param bytes valid UTF-8
 */
export function splitEvenResults(bytes: Uint8Array): SplitResults {
  const buffer = bufferOf(bytes);
  return cutOut(buffer, placesBySeam(buffer));
}
