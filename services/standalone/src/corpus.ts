import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';

/** One line of a corpus manifest (`captures-*.jsonl`): which bytes a source served, from where, when. */
const ManifestLine = z.object({
  sourceId: z.string(),
  url: z.string(),
  retrievedAt: z.iso.datetime(),
  mediaType: z.string(),
  contentEncoding: z.string().optional(),
  path: z.string(),
});

export type CorpusCapture = z.infer<typeof ManifestLine>;

/**
 * All captures of a corpus folder, oldest first.
 * @throws Error naming the folder, or the manifest line that cannot be read.
 */
export function readManifests(directory: string): readonly CorpusCapture[] {
  if (!existsSync(directory)) throw new Error(`${directory}: there is no such corpus folder`);
  const manifests = readdirSync(directory).filter((name) => /^captures-.*\.jsonl$/.test(name));
  if (manifests.length === 0) throw new Error(`${directory}: holds no captures-*.jsonl`);
  return manifests
    .flatMap((name) => parseManifest(join(directory, name)))
    .sort((one, other) => Date.parse(one.retrievedAt) - Date.parse(other.retrievedAt));
}

function parseManifest(path: string): readonly CorpusCapture[] {
  return readFileSync(path, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return [ManifestLine.parse(JSON.parse(line))];
      } catch (error) {
        throw new Error(`${path} line ${index + 1}: ${error instanceof Error ? error.message : 'unreadable'}`);
      }
    });
}

/** The bytes as the publisher meant them: stored gzip is expanded. */
export function readCorpusBytes(
  directory: string,
  capture: Pick<CorpusCapture, 'path' | 'contentEncoding'>,
): Uint8Array {
  const bytes = readFileSync(join(directory, capture.path));
  return capture.contentEncoding === 'gzip' || capture.path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
}
