/** One file of a ZIP archive, as the central directory states it. */
export interface ZipEntry {
  readonly name: string;
  /** Packed bytes as they stand in the archive. */
  readonly packed: Uint8Array;
  /** 0 stored, 8 deflated; nothing else is accepted. */
  readonly method: number;
  /** Size after unpacking, as declared; a hostile file lies here. */
  readonly declaredBytes: number;
}

/** The files of an archive, or why the bytes are no whole archive. */
export type ZipDirectory =
  | { readonly ok: true; readonly entries: readonly ZipEntry[] }
  | { readonly ok: false; readonly because: string };

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const END_BYTES = 22;
const MAX_COMMENT_BYTES = 65_535;
const MAX_ENTRIES = 2_000;

const refuse = (because: string): ZipDirectory => ({ ok: false, because });

function endOfDirectory(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - END_BYTES - MAX_COMMENT_BYTES);
  for (let at = view.byteLength - END_BYTES; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) === END_SIGNATURE) return at;
  }
  return undefined;
}

interface Located {
  readonly entry: ZipEntry;
  readonly next: number;
}

function entryAt(bytes: Uint8Array, view: DataView, at: number): Located | undefined {
  if (at + 46 > view.byteLength || view.getUint32(at, true) !== CENTRAL_SIGNATURE) return undefined;
  const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
  const method = view.getUint16(at + 10, true);
  const packedBytes = view.getUint32(at + 20, true);
  const nameEnd = at + 46 + view.getUint16(at + 28, true);
  const local = view.getUint32(at + 42, true);
  if (isEncrypted || (method !== 0 && method !== 8)) return undefined;
  if (local + 30 > view.byteLength || view.getUint32(local, true) !== LOCAL_SIGNATURE) return undefined;
  const start = local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (start + packedBytes > view.byteLength || nameEnd > view.byteLength) return undefined;
  return {
    entry: {
      name: new TextDecoder().decode(bytes.subarray(at + 46, nameEnd)),
      packed: bytes.subarray(start, start + packedBytes),
      method,
      declaredBytes: view.getUint32(at + 24, true),
    },
    next: nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true),
  };
}

/**
 * Reads the central directory of a ZIP archive (APPNOTE.TXT 4.3). An archive cut short has none, so it is refused and never
 * read as a smaller one. Encrypted, split and ZIP64 archives are refused: no publisher we read sends one. Never throws.
 */
export function readZipDirectory(bytes: Uint8Array): ZipDirectory {
  if (bytes.length < END_BYTES) return refuse('too short for an archive');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === undefined) return refuse('the archive has no end: it is cut short or of another kind');
  const count = view.getUint16(end + 10, true);
  if (count === 0 || count > MAX_ENTRIES) return refuse(`${count} files in the archive, not 1 to ${MAX_ENTRIES}`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  while (entries.length < count) {
    const located = entryAt(bytes, view, at);
    if (!located) return refuse(`file ${entries.length + 1} of the archive cannot be located`);
    entries.push(located.entry);
    at = located.next;
  }
  return { ok: true, entries };
}
