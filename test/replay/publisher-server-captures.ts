import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** One version of a publication: what `url` served from `retrievedAt` on. */
export interface PublisherCapture {
  readonly url: string;
  /** UTC instant, ISO 8601. */
  readonly retrievedAt: string;
  readonly mediaType: string;
  /** The decoded bytes. */
  readonly read: () => Promise<Uint8Array>;
}

/** A capture whose bytes are at hand. */
export function captureOf(fields: {
  readonly url: string;
  readonly retrievedAt: string;
  readonly mediaType: string;
  readonly body: string | Uint8Array;
}): PublisherCapture {
  const bytes = typeof fields.body === 'string' ? new TextEncoder().encode(fields.body) : fields.body;
  return { url: fields.url, retrievedAt: fields.retrievedAt, mediaType: fields.mediaType, read: async () => bytes };
}

/** All captures that the `captures-*.jsonl` manifests of a corpus folder describe. Files are read when served. */
export async function loadCaptures(folder: string): Promise<readonly PublisherCapture[]> {
  const names = (await readdir(folder)).filter((name) => /^captures-[\w-]+\.jsonl$/.test(name)).sort();
  const manifests = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  const lines = manifests.flatMap((manifest) => manifest.split('\n').filter((line) => line.trim() !== ''));
  return lines.map((line) => parseManifestLine(folder, line));
}

function parseManifestLine(folder: string, line: string): PublisherCapture {
  const row: unknown = JSON.parse(line);
  const text = (key: string): string => {
    const value = typeof row === 'object' && row !== null ? Reflect.get(row, key) : undefined;
    if (typeof value !== 'string') throw new Error(`manifest line without ${key}: ${line.slice(0, 120)}`);
    return value;
  };
  const isGzip = line.includes('"contentEncoding"') && text('contentEncoding') === 'gzip';
  const path = join(folder, text('path'));
  const read = async () => (isGzip ? gunzipSync(await readFile(path)) : readFile(path));
  return { url: text('url'), retrievedAt: text('retrievedAt'), mediaType: text('mediaType'), read };
}

/** The newest capture of `url` at `nowMs`; undefined before the first and for unknown addresses. */
export function captureAt(
  captures: readonly PublisherCapture[],
  url: string,
  nowMs: number,
): PublisherCapture | undefined {
  const key = addressKey(url);
  return captures
    .filter((capture) => addressKey(capture.url) === key && Date.parse(capture.retrievedAt) <= nowMs)
    .reduce<PublisherCapture | undefined>(
      (newest, capture) =>
        newest && Date.parse(newest.retrievedAt) > Date.parse(capture.retrievedAt) ? newest : capture,
      undefined,
    );
}

/** Host, path and query as meant: scheme, order of parameters and percent-encoding do not tell addresses apart. */
export function addressKey(url: string): string {
  const { host, pathname, searchParams } = new URL(url);
  return JSON.stringify([host, decodeLeniently(pathname), [...searchParams].sort(([a], [b]) => (a < b ? -1 : 1))]);
}

function decodeLeniently(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A strong ETag that names the content. */
export function etagOf(bytes: Uint8Array): string {
  return `"${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}"`;
}
