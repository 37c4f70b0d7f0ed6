import { parseArgs } from 'node:util';
import { startPostgres } from '../contract/postgres-server.ts';
import { startKafka } from '../kafka/start-kafka.ts';
import { endAll } from './processes.ts';
import { type Infrastructure, runSeed, type SeedRun, undisturbed } from './run-seed.ts';

/** `npm run chaos -- --seeds 1-200 --mode embedded`: one line a seed, a summary, exit code 1 on any breach. */
const { values } = parseArgs({
  options: { seeds: { type: 'string', default: '1-200' }, mode: { type: 'string', default: 'embedded' } },
});
const [first = 1, last = first] = values.seeds.split('-').map(Number);

const infrastructure: Infrastructure | undefined =
  values.mode === 'kafka'
    ? { cluster: await startKafka({ nodes: 3, own: true }), postgres: await startPostgres() }
    : undefined;

function line({ plan, killed, breaches, milliseconds }: SeedRun): string {
  const faults = [
    `${killed} killed`,
    plan.mood,
    plan.fullDiskKilobytes === undefined ? '' : 'full disk',
    plan.redelivery ? 'redelivery' : '',
    plan.poison ? 'poison' : '',
    plan.infrastructure === 'none' ? '' : plan.infrastructure,
    plan.clockJump ? `clock ${plan.clockJump.bySeconds} s` : '',
  ].filter((fault) => fault !== '');
  return `${breaches.length === 0 ? 'kept  ' : 'BROKEN'} seed ${plan.seed}  ${(milliseconds / 1000).toFixed(1)} s  ${faults.join(', ')}`;
}

let broken = 0;
let killed = 0;
try {
  const wanted = await undisturbed(infrastructure);
  process.stdout.write(`undisturbed: ${wanted.changes.size} changes, ${wanted.alerts.size} alerts\n`);
  for (let seed = first; seed <= last; seed += 1) {
    const run = await runSeed(seed, wanted, infrastructure);
    process.stdout.write(`${line(run)}\n`);
    for (const breach of run.breaches) process.stdout.write(`  ${breach}\n`);
    if (run.breaches.length > 0) broken += 1;
    killed += run.killed;
  }
  process.stdout.write(
    `${last - first + 1} runs over ${values.mode}, ${killed} lives cut short, ${broken} runs broke a promise\n`,
  );
} finally {
  endAll();
  await infrastructure?.cluster.stop();
  await infrastructure?.postgres.stop();
}
process.exit(broken === 0 ? 0 : 1);
