import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';

/** Largest body we ever expand: above what any source may serve, below what hurts the process. */
const MAX_EXPANDED_BYTES = 512 * 1024 * 1024;

/** zstd (RFC 8878): how bytes and readings lie in the store. */
export function compress(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes);
}

/** @throws RangeError when the expanded body would exceed 512 MiB. */
export function expand(bytes: Uint8Array): Uint8Array {
  return zstdDecompressSync(bytes, { maxOutputLength: MAX_EXPANDED_BYTES });
}
