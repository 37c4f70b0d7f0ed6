import { parse } from 'yaml';
import { z } from 'zod';
import { scheduleMistake } from '#time';
import type { Source, SourceFamily } from './source.ts';

const Guard = z.strictObject({
  minEntries: z.number().int().min(0),
  maxLossShare: z.number().min(0).max(1),
  confirmAfterMinutes: z.number().int().min(0),
  maxNewestAgeHours: z.number().positive().optional(),
});

const Entry = z.strictObject({
  id: z.string().regex(/^[a-z0-9][A-Za-z0-9-]*$/, 'must be lower-case words joined by hyphens'),
  family: z.string(),
  title: z.string().min(1),
  jurisdiction: z.enum(['US', 'JP', 'ML']),
  instrumentId: z.string().min(1),
  url: z.url(),
  link: z.url(),
  schedule: z.string(),
  timeZone: z.string(),
  freshnessHours: z.number().positive(),
  requestsPerSecond: z.number().positive().max(8),
  timeoutSeconds: z.number().int().min(1).max(300),
  maxBodyBytes: z.number().int().min(1_000).max(200_000_000),
  guard: Guard,
  firstCapture: z.enum(['history', 'announce']).default('history'),
  documentSpace: z.string().optional(),
  comparedWith: z.string().optional(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])).default({}),
});

const SourcesFile = z.strictObject({ sources: z.array(Entry).min(1) });

/** The configuration of sources, or everything that is wrong with it, each with its field. */
export type SourcesParsed =
  | { readonly kind: 'parsed'; readonly sources: readonly Source[] }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly string[] };

/** Reads `config/sources.yaml`: shape, unique ids, known families, schedules that exist in their zone. Pure, never throws. */
export function parseSources(yamlText: string, families: ReadonlyMap<string, SourceFamily>): SourcesParsed {
  let document: unknown;
  try {
    document = parse(yamlText);
  } catch (error) {
    return { kind: 'mistaken', mistakes: [`not YAML: ${error instanceof Error ? error.message : 'unreadable'}`] };
  }
  const parsed = SourcesFile.safeParse(document);
  if (!parsed.success) {
    return {
      kind: 'mistaken',
      mistakes: parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    };
  }
  const sources = parsed.data.sources.map((entry): Source => {
    const { guard, documentSpace, comparedWith, ...rest } = entry;
    const { maxNewestAgeHours, ...bounds } = guard;
    return {
      ...rest,
      documentSpace: documentSpace ?? entry.id,
      ...(comparedWith === undefined ? {} : { comparedWith }),
      guard: { ...bounds, ...(maxNewestAgeHours === undefined ? {} : { maxNewestAgeHours }) },
    };
  });
  const mistakes = sources.flatMap((source) => mistakesOf(source, sources, families));
  return mistakes.length > 0 ? { kind: 'mistaken', mistakes } : { kind: 'parsed', sources };
}

function mistakesOf(
  source: Source,
  all: readonly Source[],
  families: ReadonlyMap<string, SourceFamily>,
): readonly string[] {
  const mistakes: string[] = [];
  if (all.filter((other) => other.id === source.id).length > 1) mistakes.push(`${source.id}: the id is used twice`);
  if (!families.has(source.family)) {
    mistakes.push(`${source.id}.family: "${source.family}" is unknown; known are ${[...families.keys()].join(', ')}`);
  }
  if (!all.some((other) => other.id === source.documentSpace)) {
    mistakes.push(`${source.id}.documentSpace: there is no source "${source.documentSpace}"`);
  }
  if (source.comparedWith !== undefined && !isOtherOfFamily(source, all)) {
    mistakes.push(`${source.id}.comparedWith: there is no other source "${source.comparedWith}" of the family`);
  }
  const schedule = scheduleMistake(source.schedule, source.timeZone);
  if (schedule) mistakes.push(`${source.id}.schedule: ${schedule}`);
  return mistakes;
}

function isOtherOfFamily(source: Source, all: readonly Source[]): boolean {
  return all.some(({ id, family }) => id === source.comparedWith && id !== source.id && family === source.family);
}
