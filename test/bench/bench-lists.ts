import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, CorpusDirectory } from './bench.ts';
import { comparePair, findListPair, type ListPair } from './list-pair.ts';
import { medianOf, timed } from './measure.ts';

const RUNS = 7;

/** Two whole files of the largest list: read, typed and compared, beside the least that anyone must do with them. */
export function listsBench(corpus: CorpusDirectory): Bench {
  return {
    name: 'lists',
    run: async (print) => {
      if (corpus === undefined || !existsSync(corpus)) return print('skipped: there is no corpus here');
      const pair = findListPair(corpus);
      if (!pair) return print('skipped: the corpus holds no two whole files');
      const found = await comparePair(pair);
      print(`${found.entries} entries; ${megabytes(pair.before)} and ${megabytes(pair.after)} MB`);
      await printTimes(pair, print);
      print(`peak memory, once, own process  ${peakMegabytes(corpus)} MB`);
      print(`${found.alerts} alerts and ${found.silent} silent changes; ${gnuDiff(pair)}`);
    },
  };
}

/** Both kinds of work take turns, so that what else the machine does weighs on both. */
async function printTimes(pair: ListPair, print: (line: string) => void): Promise<void> {
  const runs: { readonly parse: number; readonly compare: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const parse = await timed(() => [jsonOf(pair.before), jsonOf(pair.after)]);
    const compare = await timed(() => comparePair(pair));
    runs.push({ parse, compare });
  }
  const ratio = medianOf(runs.map(({ parse, compare }) => compare / parse));
  print(`JSON.parse of both files        ${medianOf(runs.map(({ parse }) => parse)).toFixed(0)} ms`);
  print(`read, type and compare both     ${medianOf(runs.map(({ compare }) => compare)).toFixed(0)} ms`);
  print(`ratio                           ${ratio.toFixed(1)}`);
}

/** With the same limit on young objects as `npm start`. */
function peakMegabytes(corpus: string): string {
  const options = ['--max-semi-space-size=4', 'test/bench/lists-once.ts', corpus];
  return execFileSync(process.execPath, options, { encoding: 'utf8' }).trim();
}

/** What a comparison by lines makes of the same two files, one value a line. */
function gnuDiff({ before, after }: ListPair): string {
  const folder = mkdtempSync(join(tmpdir(), 'redline-bench-'));
  for (const [name, file] of Object.entries({ before, after }))
    writeFileSync(join(folder, name), JSON.stringify(jsonOf(file), null, 1));
  const began = performance.now();
  const { stdout, error } = spawnSync('diff', ['before', 'after'], { cwd: folder, maxBuffer: 2 ** 30 });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  rmSync(folder, { recursive: true, force: true });
  if (error) return 'there is no diff here to compare with';
  return `GNU diff prints ${stdout.reduce((lines, byte) => lines + (byte === 10 ? 1 : 0), 0)} lines in ${seconds} s`;
}

function jsonOf({ bytes }: { readonly bytes: Uint8Array }): unknown {
  return JSON.parse(new TextDecoder().decode(bytes));
}

function megabytes({ bytes }: { readonly bytes: Uint8Array }): string {
  return (bytes.byteLength / 1e6).toFixed(1);
}
