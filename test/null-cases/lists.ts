import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { compareReadings } from '#differ';
import type { ListReading } from '#domain';
import { families, type Source, type SourceFamily } from '#sources';
import { readCorpusBytes } from '../../services/standalone/src/corpus.ts';
import { loadCatalogue } from '../../services/standalone/src/load-catalogue.ts';
import { type Draw, seeded } from '../seeded.ts';
import { delimitedReprinter } from './reprint-delimited.ts';
import { reprintEntries } from './reprint-entries.ts';
import { jsonReprinter } from './reprint-json.ts';
import { htmlReprinter, xmlReprinter } from './reprint-markup.ts';

type Charset = 'utf8' | 'latin1';

/** A list file of the corpus and how its publisher might print it otherwise. */
export interface ListFile {
  readonly name: string;
  readonly sourceId: string;
  readonly path: string;
  /** Takes a text apart once, to print it otherwise many times. Absent for workbooks and PDFs: their entries are reprinted after reading. */
  readonly reprinter?: (text: string) => (draw: Draw) => string;
  readonly charset?: Charset;
}

export const LISTS: readonly ListFile[] = [
  {
    name: 'Entity List',
    sourceId: 'us-ecfr-15-744-supp4',
    path: 'us-ecfr-15-744-supp4/2023-12-07T0000Z.xml',
    reprinter: xmlReprinter,
  },
  {
    name: 'Consolidated Screening List',
    sourceId: 'us-csl',
    path: 'us-csl/2026-07-31T1315Z.json.gz',
    reprinter: jsonReprinter,
  },
  {
    name: 'Covered List',
    sourceId: 'us-fcc-covered-list',
    path: 'us-fcc-covered-list/2026-07-05T1146Z.html',
    reprinter: htmlReprinter,
  },
  {
    name: 'UFLPA Entity List',
    sourceId: 'us-dhs-uflpa',
    path: 'us-dhs-uflpa/2026-07-06T1403Z.html',
    reprinter: htmlReprinter,
  },
  {
    name: 'Denied Persons List',
    sourceId: 'us-bis-dpl',
    path: 'us-bis-dpl/2026-04-14T0000Z.csv',
    reprinter: delimitedReprinter,
  },
  {
    name: 'debarred parties, statutory',
    sourceId: 'us-ddtc-debarred',
    path: 'us-ddtc-debarred/2026-06-19T0000Z.csv',
    reprinter: delimitedReprinter,
    charset: 'latin1',
  },
  {
    name: 'debarred parties, administrative',
    sourceId: 'us-ddtc-debarred-administrative',
    path: 'us-ddtc-debarred/2026-06-19T0000Z-administrative.csv',
    reprinter: delimitedReprinter,
    charset: 'latin1',
  },
  {
    name: '外国ユーザーリスト',
    sourceId: 'jp-meti-end-user-list',
    path: 'jp-meti-end-user-list/2025-09-29T0000Z.xlsx',
  },
  {
    name: 'third-country entities',
    sourceId: 'jp-meti-russia-entities',
    path: 'jp-meti-russia-entities/2025-01-16T0000Z-third-countries.pdf',
  },
  { name: '資産凍結等対象者', sourceId: 'jp-mof-asset-freeze', path: 'jp-mof-asset-freeze/2026-03-05T0000Z.xlsx' },
];

/** A list read once, of which reprints are drawn. */
export interface OpenedList {
  /** What the reprint of this seed comes to: nothing, or the types and subjects that were told wrongly, or why it was held. */
  nullCase(seed: number): Promise<readonly string[]>;
}

/** @returns undefined where the corpus does not hold the file. */
export async function openList(corpus: string, file: ListFile): Promise<OpenedList | undefined> {
  if (!existsSync(join(corpus, file.path))) return undefined;
  const catalogue = loadCatalogue({ sources: 'config/sources.yaml', instruments: 'config/instruments.yaml' });
  const source = catalogue.sources.find(({ id }) => id === file.sourceId);
  const family = source && families.get(source.family);
  if (!source || !family) throw new Error(`no source ${file.sourceId} is configured`);
  const bytes = readCorpusBytes(corpus, file);
  const before = await read(source, family, bytes);
  const charset = file.charset ?? 'utf8';
  const reprintOf = file.reprinter?.(Buffer.from(bytes).toString(charset));
  return {
    nullCase: async (seed) => {
      const draw = seeded(seed);
      const reprint = reprintOf?.(draw);
      const after = reprint === undefined ? before : await read(source, family, Buffer.from(reprint, charset));
      const compared = compareReadings(source, before, reprintEntries(after, draw));
      if (compared.kind === 'doubtful') return [compared.because];
      return compared.drafts.map(({ type, subject }) => `${type} ${subject.label}`);
    },
  };
}

async function read(source: Source, family: SourceFamily, bytes: Uint8Array): Promise<ListReading> {
  const outcome = await family.read(source, { bytes, mediaType: '', url: source.url, retrievedAt: '' });
  if (outcome.kind !== 'read') throw new Error(`${source.id}: ${outcome.because}`);
  if (outcome.reading.kind !== 'list') throw new Error(`${source.id} holds no list`);
  return outcome.reading;
}
