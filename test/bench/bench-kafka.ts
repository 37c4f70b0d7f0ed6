import { type PostgresServer, startPostgres } from '../contract/postgres-server.ts';
import { createKafkaWorld, type KafkaWorld } from '../kafka/kafka-world.ts';
import { type KafkaCluster, startKafka } from '../kafka/start-kafka.ts';
import { bareKafkaLoop } from './bare-kafka-loop.ts';
import type { Bench } from './bench.ts';
import { medianOf } from './measure.ts';
import { latencyLine, measureLatency } from './measure-latency.ts';
import { createPipeline } from './pipeline.ts';
import { startReceiver } from './receiver.ts';
import { runCaptures } from './run-captures.ts';

const RUNS = 3;
const LOAD = { sources: 60, rounds: 15 };
const BATCHED = { perRequest: 500, commitEach: false };
const PLAIN = { perRequest: 1, commitEach: false };
const EACH = { perRequest: 1, commitEach: true };

/** Captures to alerts over a real broker and PostgreSQL, beside bare kafkajs loops of the very same messages. */
export const kafkaBench: Bench = {
  name: 'kafka',
  run: async (print) => {
    const machines = await startMachines();
    if (typeof machines === 'string') return print(`skipped: ${machines}`);
    const world = () => createKafkaWorld(machines.cluster.brokers, machines.postgres);
    try {
      const rates: Rates[] = [];
      for (let run = 0; run < RUNS; run += 1) rates.push(await throughput(await world(), world));
      const middle = (name: keyof Rates): number => medianOf(rates.map((rate) => rate[name]));
      const ours = middle('redline');
      const against = (name: keyof Rates) =>
        `${middle(name).toFixed(0)} messages/s; ${share(ours, middle(name))} of it`;
      print(
        `capture to alert                           ${ours.toFixed(0)} messages/s; this process busy ${(100 * middle('busy')).toFixed(0)} % of a core`,
      );
      print(`bare kafkajs loop, one a request           ${against('plain')} (aim: at least a third)`);
      print(`the same, an offset commit each            ${against('each')}`);
      print(`the same, 500 a request                    ${against('batched')}`);
      print(`change to webhook at 100 changes a second: ${await latency(await world())}`);
    } finally {
      await machines.cluster.stop();
      await machines.postgres.stop();
    }
  },
};

/** Messages a second of each, and how busy Redline's process was. */
type Rates = Readonly<Record<'redline' | 'plain' | 'batched' | 'each' | 'busy', number>>;

async function startMachines(): Promise<{ cluster: KafkaCluster; postgres: PostgresServer } | string> {
  try {
    const cluster = await startKafka({ nodes: 1 });
    return { cluster, postgres: await startPostgres() };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

async function throughput(world: KafkaWorld, another: () => Promise<KafkaWorld>): Promise<Rates> {
  const log = world.openLog({ now: () => new Date(), tuning: {} });
  await log.startRelay();
  const pipeline = createPipeline(world.store, log, { concurrency: 0, perEndpoint: 0 });
  const { rows, seconds, busy } = await runCaptures(world.store, pipeline, LOAD);
  await pipeline.stop();
  await world.close();
  const bare = async (handling: typeof BATCHED): Promise<number> => {
    const empty = await another();
    const taken = await bareKafkaLoop(empty.settings, rows, handling);
    await empty.close();
    return rows.length / taken;
  };
  return {
    redline: rows.length / seconds,
    busy,
    plain: await bare(PLAIN),
    batched: await bare(BATCHED),
    each: await bare(EACH),
  };
}

async function latency(world: KafkaWorld): Promise<string> {
  const log = world.openLog({ now: () => new Date(), tuning: {} });
  await log.startRelay();
  const pipeline = createPipeline(world.store, log, { concurrency: 16, perEndpoint: 4 });
  const receiver = await startReceiver();
  const line = latencyLine(await measureLatency(world.store, log, pipeline, receiver));
  await pipeline.stop();
  await receiver.stop();
  await world.close();
  return line;
}

function share(ours: number, theirs: number): string {
  return `${((100 * ours) / theirs).toFixed(0)} %`;
}
