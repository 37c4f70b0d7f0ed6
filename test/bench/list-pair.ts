import { compareReadings } from '#differ';
import type { ListReading } from '#domain';
import { families, type Source } from '#sources';
import { type CorpusCapture, readCorpusBytes, readManifests } from '../../services/standalone/src/corpus.ts';
import { loadCatalogue } from '../../services/standalone/src/load-catalogue.ts';

const SOURCE = 'us-csl';

/** One whole file of the largest list. */
export type WholeFile = CorpusCapture & { readonly bytes: Uint8Array };

/** Two whole files of the Consolidated Screening List, the later in another order. */
export interface ListPair {
  readonly source: Source;
  readonly before: WholeFile;
  readonly after: WholeFile;
}

/** The last two whole files that a corpus holds; `undefined` where it has no two. */
export function findListPair(corpus: string): ListPair | undefined {
  const catalogue = loadCatalogue({ sources: 'config/sources.yaml', instruments: 'config/instruments.yaml' });
  const source = catalogue.sources.find(({ id }) => id === SOURCE);
  const [before, after] = readManifests(corpus)
    .filter(({ sourceId, path }) => sourceId === SOURCE && path.includes('.json'))
    .slice(-2)
    .map((capture) => ({ ...capture, bytes: readCorpusBytes(corpus, capture) }));
  return source && before && after ? { source, before, after } : undefined;
}

/** What a comparison found. */
export interface PairCompared {
  readonly entries: number;
  readonly alerts: number;
  readonly silent: number;
}

/** Reads, types and compares both files, as the differ does. */
export async function comparePair({ source, before, after }: ListPair): Promise<PairCompared> {
  const [one, other] = [await readList(source, before), await readList(source, after)];
  const compared = compareReadings(source, one, other, { confirmed: true });
  if (compared.kind !== 'compared') throw new Error(compared.because);
  const silent = compared.drafts.filter(({ type }) => type === 'entity.citation_changed').length;
  return { entries: other.entries.length, alerts: compared.drafts.length - silent, silent };
}

async function readList(source: Source, file: WholeFile): Promise<ListReading> {
  const outcome = await families.get(source.family)?.read(source, file);
  if (outcome?.kind !== 'read' || outcome.reading.kind !== 'list') throw new Error('a whole file must be readable');
  return outcome.reading;
}
