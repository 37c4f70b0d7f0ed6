import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import { mendRequestQueue } from '../../libs/log/src/kafka/mend-request-queue.ts';
import { type KafkaNode, type NodeAddress, prepareNode } from './kafka-node.ts';
import { findKafkaRuntime } from './kafka-runtime.ts';

/** A real Apache Kafka for tests, on loopback only. Nodes are counted from 0. */
export interface KafkaCluster {
  readonly brokers: string[];
  stopNode(index: number): Promise<void>;
  /** Resolves once the node takes part again. */
  startNode(index: number): Promise<void>;
  killNode(index: number): Promise<void>;
  stop(): Promise<void>;
}

export interface KafkaWanted {
  readonly nodes: 1 | 3;
  readonly own?: boolean;
}

const READY_WITHIN_MS = 90_000;

/**
 * Uses `REDLINE_KAFKA_BROKERS` where it is set and one node is enough; else, or when the test must be able to stop it
 * (`own`), starts nodes of its own.
 * @throws Error that says why no broker can run here.
 */
export async function startKafka({ nodes, own = false }: KafkaWanted): Promise<KafkaCluster> {
  const given = process.env.REDLINE_KAFKA_BROKERS;
  if (given && nodes === 1 && !own) return givenCluster(given.split(','));
  const runtime = await findKafkaRuntime();
  const directory = mkdtempSync(join(tmpdir(), 'redline-kafka-'));
  const ports = await freePorts(nodes * 2);
  const addresses = Array.from(
    { length: nodes },
    (_, index): NodeAddress => ({
      id: index + 1,
      brokerPort: ports[index * 2] ?? 0,
      controllerPort: ports[index * 2 + 1] ?? 0,
    }),
  );
  const members: KafkaNode[] = [];
  for (const address of addresses) members.push(await prepareNode(runtime, directory, address, addresses));
  const brokers = addresses.map(({ brokerPort }) => `127.0.0.1:${brokerPort}`);
  const up = new Set<number>();
  const member = (index: number): KafkaNode => {
    const found = members[index];
    if (!found) throw new RangeError(`there is no node ${index}`);
    return found;
  };
  const startNode = async (index: number): Promise<void> => {
    member(index).start();
    up.add(index);
    await untilReady(brokers[index] ?? '', up.size);
  };
  const stop = async (): Promise<void> => {
    await Promise.all(members.map((node) => node.kill()));
    rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    for (const [index, node] of members.entries()) {
      node.start();
      up.add(index);
    }
    for (const broker of brokers) await untilReady(broker, nodes);
  } catch (error) {
    await stop();
    throw error;
  }
  const leave = (index: number, how: 'stop' | 'kill') => {
    up.delete(index);
    return member(index)[how]();
  };
  return {
    brokers,
    startNode,
    stopNode: (index) => leave(index, 'stop'),
    killNode: (index) => leave(index, 'kill'),
    stop,
  };
}

function givenCluster(brokers: string[]): KafkaCluster {
  const refuse = () => Promise.reject(new Error('the nodes behind REDLINE_KAFKA_BROKERS are not ours to stop'));
  return { brokers, startNode: refuse, stopNode: refuse, killNode: refuse, stop: async () => undefined };
}

/** A node is ready when it knows of every broker that should be up. */
async function untilReady(broker: string, expected: number): Promise<void> {
  const deadline = performance.now() + READY_WITHIN_MS;
  mendRequestQueue();
  const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.NOTHING, retry: { retries: 0 } });
  for (;;) {
    const admin = kafka.admin();
    try {
      await admin.connect();
      const cluster = await admin.describeCluster();
      if (cluster.brokers.length >= expected) return;
    } catch (cause) {
      if (performance.now() > deadline) throw new Error(`Kafka at ${broker} did not become ready`, { cause });
    } finally {
      await admin.disconnect();
    }
    if (performance.now() > deadline) throw new Error(`Kafka at ${broker} does not see ${expected} brokers`);
    await pause(250);
  }
}

async function freePorts(count: number): Promise<number[]> {
  const probes = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.once('listening', resolve))));
  const ports = probes.map((probe) => {
    const address = probe.address();
    return address && typeof address === 'object' ? address.port : 0;
  });
  await Promise.all(probes.map((probe) => new Promise((resolve) => probe.close(resolve))));
  return ports;
}
