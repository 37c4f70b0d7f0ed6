import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { brotliDecompress, gunzip, inflate, inflateRaw } from 'node:zlib';
import type { RefusedBecause } from './fetch-outcome.ts';
import { errorCode } from './network-failure.ts';

type Decode = (bytes: Uint8Array, options: { maxOutputLength: number }) => Promise<Uint8Array>;

const gzipDecode: Decode = promisify(gunzip);
const DECODERS: ReadonlyMap<string, Decode> = new Map<string, Decode>([
  ['', async (bytes) => bytes],
  ['identity', async (bytes) => bytes],
  ['gzip', gzipDecode],
  ['x-gzip', gzipDecode],
  ['br', promisify(brotliDecompress)],
  ['deflate', decodeDeflate],
]);

/** The decoded bytes, or why there are none. */
export type BodyOutcome =
  | { readonly kind: 'whole'; readonly bytes: Uint8Array }
  | {
      readonly kind: 'refused';
      readonly because: Extract<RefusedBecause, 'too_large' | 'bad_encoding' | 'truncated'>;
      readonly detail: string;
    };

/** Reads at most `maxBytes` from a stream; more gives undefined and destroys the stream. Rejects as the stream does. */
export async function readAtMost(body: Readable, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > maxBytes) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, size);
}

/**
 * Undoes one Content-Encoding (gzip, br, deflate with or without zlib wrapper). The limit holds for the decoded size,
 * so a small body cannot unfold into a large one. Source: RFC 9110 section 8.4.1. Never throws.
 */
export async function decodeBody(bytes: Uint8Array, encoding: string, maxBytes: number): Promise<BodyOutcome> {
  const name = encoding.trim().toLowerCase();
  const decode = DECODERS.get(name);
  if (bytes.byteLength === 0) return { kind: 'whole', bytes };
  if (decode === undefined) return { kind: 'refused', because: 'bad_encoding', detail: 'unknown content encoding' };
  try {
    return { kind: 'whole', bytes: await decode(bytes, { maxOutputLength: maxBytes }) };
  } catch (error) {
    return refusalOf(errorCode(error), name, maxBytes);
  }
}

function refusalOf(code: string, name: string, maxBytes: number): BodyOutcome {
  if (code === 'ERR_BUFFER_TOO_LARGE') {
    return { kind: 'refused', because: 'too_large', detail: `more than ${maxBytes} bytes once decoded` };
  }
  if (code === 'Z_BUF_ERROR') return { kind: 'refused', because: 'truncated', detail: `${name} ends too early` };
  return { kind: 'refused', because: 'bad_encoding', detail: `not ${name}` };
}

/** The name means zlib format, yet some servers send the raw stream. Source: RFC 9110 section 8.4.1.2. */
async function decodeDeflate(bytes: Uint8Array, options: { maxOutputLength: number }): Promise<Uint8Array> {
  try {
    return await promisify(inflate)(bytes, options);
  } catch (error) {
    if (errorCode(error) !== 'Z_DATA_ERROR') throw error;
    return promisify(inflateRaw)(bytes, options);
  }
}
