import { existsSync } from 'node:fs';
import { compareReadings } from '#differ';
import type { ReadOutcome } from '#domain';
import { families } from '#sources';
import { type CorpusCapture, readCorpusBytes, readManifests } from '../../services/standalone/src/corpus.ts';
import { loadCatalogue } from '../../services/standalone/src/load-catalogue.ts';
import type { Bench, CorpusDirectory } from './bench.ts';
import { medianTime } from './measure.ts';

const RUNS = 5;
const SOURCE = 'us-csl';

/** Two whole files of the largest list: read, typed and compared, beside the least that anyone must do with them. */
export function listsBench(corpus: CorpusDirectory): Bench {
  return {
    name: 'lists',
    run: async (print) => {
      if (corpus === undefined || !existsSync(corpus)) return print('skipped: there is no corpus here');
      const catalogue = loadCatalogue({ sources: 'config/sources.yaml', instruments: 'config/instruments.yaml' });
      const source = catalogue.sources.find(({ id }) => id === SOURCE);
      const family = source && families.get(source.family);
      const [before, after] = wholeFiles(corpus);
      if (!source || !family || !before || !after) return print('skipped: the corpus holds no two whole files');

      const parse = await medianTime(RUNS, () => {
        for (const side of [before, after]) JSON.parse(new TextDecoder().decode(side.bytes));
      });
      let told = '';
      const compare = await medianTime(RUNS, async () => {
        const sides = [await family.read(source, before), await family.read(source, after)].map(readingOf);
        const [one, other] = sides;
        if (!other) throw new Error('a whole file must be readable');
        const compared = compareReadings(source, one, other, { confirmed: true });
        const count = other.kind === 'list' ? other.entries.length : 0;
        told = `${count} entries, ${compared.kind === 'compared' ? compared.drafts.length : 'no'} changes`;
      });
      print(`${told}; ${megabytes(before)} and ${megabytes(after)} MB`);
      print(`JSON.parse of both files      ${parse.toFixed(0)} ms`);
      print(`read, type and compare both   ${compare.toFixed(0)} ms`);
      print(`ratio                         ${(compare / parse).toFixed(1)}`);
    },
  };
}

function wholeFiles(corpus: string) {
  return readManifests(corpus)
    .filter(({ sourceId, path }) => sourceId === SOURCE && path.includes('.json'))
    .slice(-2)
    .map((capture: CorpusCapture) => ({ ...capture, bytes: readCorpusBytes(corpus, capture) }));
}

function readingOf(outcome: ReadOutcome) {
  return outcome.kind === 'read' ? outcome.reading : undefined;
}

function megabytes({ bytes }: { readonly bytes: Uint8Array }): string {
  return (bytes.byteLength / 1e6).toFixed(1);
}
