import { cpus } from 'node:os';
import type { Bench } from './bench.ts';
import { deliveriesBench } from './bench-deliveries.ts';
import { embeddedBench } from './bench-embedded.ts';
import { kafkaBench } from './bench-kafka.ts';
import { latencyBench } from './bench-latency.ts';
import { listsBench } from './bench-lists.ts';
import { matchingBench } from './bench-matching.ts';
import { namesBench } from './bench-names.ts';
import { replayBench } from './bench-replay.ts';

/*
 * `npm run bench [-- name ...]`: what Redline takes beside the least that the same work can take, in one run on one
 * machine. Ratios carry over to other machines, the figures themselves do not.
 */

const corpus = process.env.REDLINE_CORPUS ?? '../shared/corpus';
const benches: readonly Bench[] = [
  listsBench(corpus),
  replayBench(corpus),
  embeddedBench,
  deliveriesBench,
  latencyBench,
  matchingBench,
  namesBench(corpus),
  kafkaBench,
];
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) throw new Error(`no bench is called ${unknown.join(', ')}: ${benches.map(({ name }) => name)}`);

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}`);
for (const bench of benches) {
  if (wanted.length > 0 && !wanted.includes(bench.name)) continue;
  console.log(`\n${bench.name}`);
  await bench.run((line) => console.log(`  ${line}`));
}
