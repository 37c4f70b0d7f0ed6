import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Source } from '#sources';
import { type CorpusCapture, readCorpusBytes, readManifests } from '../corpus.ts';
import { compareFiles, type Side } from './compare-files.ts';

/** The question of a gold case: which two captures of which source. Its answers are never read. */
const Question = z.object({
  caseId: z.string(),
  sourceId: z.string(),
  before: z.string().nullable(),
  after: z.string(),
});

type Question = z.infer<typeof Question>;

/** How many cases were answered, and for which sources none could be, because no such source is configured. */
export interface Evaluated {
  readonly answered: number;
  readonly unwatched: ReadonlyMap<string, number>;
}

/**
 * Answers every gold case: one JSON line `{"caseId", "events"}`. Cases of a source that is not configured get an empty
 * answer and are counted.
 * @throws Error naming the file that cannot be read.
 */
export async function evaluate(
  sources: readonly Source[],
  directories: { readonly corpus: string; readonly gold: string },
  outputPath: string,
): Promise<Evaluated> {
  const byPath = new Map(readManifests(directories.corpus).map((capture) => [capture.path, capture]));
  const byId = new Map(sources.map((source) => [source.id, source]));
  const lines: string[] = [];
  const unwatched = new Map<string, number>();
  for (const question of readQuestions(directories.gold)) {
    const source = byId.get(question.sourceId);
    if (!source) unwatched.set(question.sourceId, (unwatched.get(question.sourceId) ?? 0) + 1);
    const events = source ? await answer(source, question, directories.corpus, byPath) : [];
    lines.push(JSON.stringify({ caseId: question.caseId, events }));
  }
  writeFileSync(outputPath, `${lines.join('\n')}\n`);
  return { answered: lines.length, unwatched };
}

async function answer(
  source: Source,
  question: Question,
  corpus: string,
  byPath: ReadonlyMap<string, CorpusCapture>,
): Promise<readonly object[]> {
  const before = question.before === null ? undefined : sideOf(corpus, question.before, byPath);
  const compared = await compareFiles(source, before, sideOf(corpus, question.after, byPath));
  const subject = { kind: 'rule', key: source.id, label: source.id };
  return [
    ...compared.changes,
    ...compared.problems.map(({ type, because }) => ({ type, alerting: true, subject, because })),
  ];
}

function sideOf(corpus: string, path: string, byPath: ReadonlyMap<string, CorpusCapture>): Side {
  const capture = byPath.get(path);
  if (!capture) throw new Error(`${path}: named by a gold case, but by no manifest of ${corpus}`);
  return {
    bytes: readCorpusBytes(corpus, capture),
    mediaType: capture.mediaType,
    url: capture.url,
    retrievedAt: new Date(capture.retrievedAt).toISOString(),
  };
}

function readQuestions(gold: string): readonly Question[] {
  return readdirSync(gold)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => {
      const parsed = Question.safeParse(JSON.parse(readFileSync(join(gold, name), 'utf8')));
      if (!parsed.success) throw new Error(`${join(gold, name)}: ${z.prettifyError(parsed.error)}`);
      return parsed.data;
    });
}
