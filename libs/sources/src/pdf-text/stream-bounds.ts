import { inflateSync } from 'node:zlib';

/** Most bytes the streams of a document may unpack to together; a list of 29 pages is below 10 million. */
const MAX_UNPACKED_BYTES = 100_000_000;
const MAX_STREAMS = 50_000;

function isTooLarge(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
}

/**
 * Unpacks each compressed stream of a PDF under a limit, before a reader that has none does. Streams that are no zlib data
 * (images, fonts of another filter) are passed over: only their packed bytes are held anyway.
 * @returns why the file must not be read, or `undefined`. Never throws.
 */
export function streamFault(bytes: Uint8Array): string | undefined {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let left = MAX_UNPACKED_BYTES;
  let streams = 0;
  for (let at = buffer.indexOf('stream'); at >= 0; at = buffer.indexOf('stream', at + 6)) {
    if (buffer.toString('latin1', at - 3, at) === 'end') continue;
    streams += 1;
    if (streams > MAX_STREAMS) return `more than ${MAX_STREAMS} streams`;
    const start = at + (buffer[at + 6] === 0x0d ? 8 : 7);
    const end = buffer.indexOf('endstream', start);
    try {
      left -= inflateSync(buffer.subarray(start, end < 0 ? buffer.length : end), { maxOutputLength: left }).length;
    } catch (error) {
      if (isTooLarge(error)) return `the document unpacks to more than ${MAX_UNPACKED_BYTES} bytes`;
    }
    if (left <= 0) return `the document unpacks to more than ${MAX_UNPACKED_BYTES} bytes`;
  }
  return undefined;
}
