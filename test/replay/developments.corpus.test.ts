import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { developmentsOf } from '#differ';
import type { Change } from '#domain';
import { families, parseSources } from '#sources';
import { compareFiles, type Side } from '../../services/standalone/src/commands/compare-files.ts';
import { readCorpusBytes, readManifests } from '../../services/standalone/src/corpus.ts';

const root = join(import.meta.dirname, '../..');
const corpus = process.env.REDLINE_CORPUS ?? join(root, '../shared/corpus');
const present = existsSync(corpus);
if (!present) console.log(`no corpus at ${corpus}: developments of real captures are not joined here`);

/** Changes of one source between the captures whose path holds one of the given words, in their order. */
async function changesOf(sourceId: string, ...captures: readonly string[]): Promise<readonly Change[]> {
  const parsed = parseSources(readFileSync(join(root, 'config/sources.yaml'), 'utf8'), families);
  const source = parsed.kind === 'parsed' ? parsed.sources.find(({ id }) => id === sourceId) : undefined;
  if (!source) throw new Error(`no source ${sourceId}`);
  const wanted = readManifests(corpus).filter(
    (one) => one.sourceId === sourceId && captures.some((word) => one.path.includes(word)),
  );
  const sides = wanted.map(
    (one): Side => ({
      bytes: readCorpusBytes(corpus, one),
      mediaType: one.mediaType,
      url: one.url,
      retrievedAt: new Date(one.retrievedAt).toISOString(),
    }),
  );
  const changes: Change[] = [];
  for (const [index, side] of sides.entries()) {
    changes.push(...(await compareFiles(source, sides[index - 1], side)).changes);
  }
  return changes;
}

/** How many changes of each source a development holds, by the document or order it is about. */
function countsWith(changes: readonly Change[], changeId: string | undefined): Readonly<Record<string, number>> {
  const development = developmentsOf(changes).find((one) => one.members.includes(changeId ?? ''));
  const members = changes.filter((change) => development?.members.includes(change.changeId));
  const counts: Record<string, number> = {};
  for (const { sourceId } of members) counts[sourceId] = (counts[sourceId] ?? 0) + 1;
  return counts;
}

describe.runIf(present)('developments of the corpus', () => {
  it('join each change of the Entity List of autumn 2023 with the document that made it', async () => {
    const documents = await changesOf('us-federal-register', '2023q3', '2023q4');
    const rows = await changesOf('us-ecfr-15-744-supp4', '2023-10-30', '2023-12-07');
    const all = [...rows, ...documents];
    const of = (number: string) =>
      countsWith(all, documents.find((change) => change.documentNumber === number)?.changeId);
    expect(of('2023-24508')).toEqual({ 'us-federal-register': 1, 'us-ecfr-15-744-supp4': 13 });
    expect(of('2023-25684')).toEqual({ 'us-federal-register': 1, 'us-ecfr-15-744-supp4': 9 });
    expect(of('2023-26935')).toEqual({ 'us-federal-register': 1, 'us-ecfr-15-744-supp4': 44 });
    expect(of('2023-25557')).toEqual({ 'us-federal-register': 1, 'us-ecfr-15-744-supp4': 1 });
  });

  it('join the release of 11 November 2025 with the revisions of 令和7年政令第376号', async () => {
    const news = await changesOf('jp-meti-news', '2025-11-10', '2025-11-11');
    const log = await changesOf('jp-meti-anpo-amendments', '2026-03-04');
    const law = await changesOf('jp-egov-324CO0000000378', '2025-10-08T1501', '2025-11', '2026-01', '2026-02');
    const release = news.find((change) => change.subject.key === '20251111001');
    const counts = countsWith([...law, ...news, ...log], release?.changeId);
    const revised = law.filter((change) => change.lineage.citation?.includes('令和7年政令第376号'));
    expect(revised.length).toBeGreaterThan(0);
    expect(counts).toMatchObject({ 'jp-meti-news': 1, 'jp-egov-324CO0000000378': revised.length });
  });
});
