import { readFileSync } from 'node:fs';
import { families, type Instrument, parseInstruments, parseSources, type Source } from '#sources';

/** What is watched and which instruments it belongs to. */
export interface Catalogue {
  readonly sources: readonly Source[];
  readonly instruments: readonly Instrument[];
}

/** @throws Error naming the file and every mistake in it. */
export function loadCatalogue(files: { readonly sources: string; readonly instruments: string }): Catalogue {
  const sources = parseSources(readText(files.sources), families);
  if (sources.kind === 'mistaken') throw mistakenFile(files.sources, sources.mistakes);
  const instruments = parseInstruments(readText(files.instruments));
  if (instruments.kind === 'mistaken') throw mistakenFile(files.instruments, instruments.mistakes);
  return { sources: sources.sources, instruments: instruments.instruments };
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`${path}: cannot be read; run from the repository's root or set its REDLINE_…_FILE`, {
      cause: error,
    });
  }
}

function mistakenFile(path: string, mistakes: readonly string[]): Error {
  return new Error(`${path} has mistakes:\n  ${mistakes.join('\n  ')}`);
}
