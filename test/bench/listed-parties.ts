import { families } from '#sources';
import { readCorpusBytes, readManifests } from '../../services/standalone/src/corpus.ts';
import { loadCatalogue } from '../../services/standalone/src/load-catalogue.ts';

/** A party as a list prints it. */
export interface ListedParty {
  readonly list: string;
  readonly name: string;
  readonly aliases: readonly string[];
}

const LISTS = ['us-ecfr-15-744-supp4', 'us-csl', 'jp-meti-end-user-list'];

/** Every party of the newest capture of each list that the corpus holds whole. */
export async function listedParties(corpus: string): Promise<readonly ListedParty[]> {
  const catalogue = loadCatalogue({ sources: 'config/sources.yaml', instruments: 'config/instruments.yaml' });
  const manifests = readManifests(corpus);
  const parties: ListedParty[] = [];
  for (const id of LISTS) {
    const source = catalogue.sources.find((one) => one.id === id);
    const family = source && families.get(source.family);
    for (const capture of manifests.filter(({ sourceId }) => sourceId === id).toReversed()) {
      if (!source || !family) break;
      const outcome = await family.read(source, { ...capture, bytes: readCorpusBytes(corpus, capture) });
      if (outcome.kind !== 'read' || outcome.reading.kind !== 'list') continue;
      for (const { name, aliases } of outcome.reading.entries) parties.push({ list: id, name, aliases });
      break;
    }
  }
  return parties;
}
