import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { sentenceOf } from '#digest';
import type { Source } from '#sources';
import { compareFiles, type Side } from './compare-files.ts';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  xml: 'application/xml',
  html: 'text/html',
  json: 'application/json',
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/**
 * Compares two files of a source and prints what changed; no store, no network.
 * @returns false when a file could not be read as the source's publication: an operator's alert, not a change.
 */
export async function diffFiles(
  source: Source,
  paths: { readonly before: string | undefined; readonly after: string },
  output: { readonly json: boolean; readonly now: Date; readonly print: (line: string) => void },
): Promise<boolean> {
  const before =
    paths.before === undefined ? undefined : fileSide(source, paths.before, new Date(output.now.getTime() - 1));
  const { changes, problems } = await compareFiles(source, before, fileSide(source, paths.after, output.now));
  if (output.json) {
    for (const change of changes) output.print(JSON.stringify(change));
    for (const problem of problems) output.print(JSON.stringify({ ...problem, sourceId: source.id }));
  } else {
    for (const change of changes)
      output.print(`${change.alerting ? '!' : ' '} ${change.type.padEnd(36)} ${sentenceOf(change)}`);
    for (const problem of problems) output.print(`? ${problem.type.padEnd(36)} ${problem.because}`);
    output.print(
      `${changes.filter((change) => change.alerting).length} alerting, ${changes.filter((change) => !change.alerting).length} silent, ${problems.length} held`,
    );
  }
  return problems.length === 0;
}

function fileSide(source: Source, path: string, retrievedAt: Date): Side {
  const plain = path.replace(/\.gz$/, '');
  const bytes = path.endsWith('.gz') ? gunzipSync(readFileSync(path)) : readFileSync(path);
  const mediaType = MEDIA_TYPES[plain.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
  return { bytes, mediaType, url: source.url, retrievedAt: retrievedAt.toISOString() };
}
