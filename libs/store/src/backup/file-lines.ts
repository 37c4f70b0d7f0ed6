import { createReadStream } from 'node:fs';
import { createZstdDecompress } from 'node:zlib';
import { BackupDamagedError } from './backup-errors.ts';

/** Above any row of ours, below the longest string of the runtime: a hostile file cannot make us hold more. */
const MAX_LINE_OCTETS = 400 * 1024 * 1024;
const LINE_FEED = 0x0a;

/**
 * Lines of a zstd file, without their line feeds. A last line that has no line feed is not yielded: it was cut.
 * @throws BackupDamagedError when the file is not zstd, fails its checksum or has a line beyond 400 MiB.
 * @throws Error of the file system when it cannot be read.
 */
export async function* zstdLines(file: string): AsyncGenerator<Buffer> {
  const source = createReadStream(file);
  const expanded = createZstdDecompress();
  source.on('error', (error) => expanded.destroy(error));
  let pieces: Buffer[] = [];
  let octets = 0;
  try {
    for await (const chunk of source.pipe(expanded)) {
      const bytes: Buffer = chunk;
      let start = 0;
      for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
        pieces.push(bytes.subarray(start, end));
        yield pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
        pieces = [];
        octets = 0;
        start = end + 1;
      }
      octets += bytes.length - start;
      if (octets > MAX_LINE_OCTETS) throw new BackupDamagedError('the backup has a line that no row can have');
      pieces.push(bytes.subarray(start));
    }
  } catch (error) {
    throw isZstdError(error) ? new BackupDamagedError('the backup cannot be expanded', { cause: error }) : error;
  } finally {
    source.destroy();
  }
}

function isZstdError(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^ZSTD_|^Z_|^ERR_ZLIB/.test(String(error.code));
}
