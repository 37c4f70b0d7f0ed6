import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { KafkaRuntime } from './kafka-runtime.ts';

const run = promisify(execFile);

export interface NodeAddress {
  /** From 1. */
  readonly id: number;
  readonly brokerPort: number;
  readonly controllerPort: number;
}

/** One broker and controller (KRaft) as an operating system process. */
export interface KafkaNode {
  start(): void;
  /** Ends it as an operator would: leadership moves first. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
}

const TEST_SETTINGS = [
  'auto.create.topics.enable=false',
  'group.initial.rebalance.delay.ms=0',
  'group.min.session.timeout.ms=500',
  'offsets.topic.num.partitions=3',
  'num.network.threads=2',
  'num.io.threads=4',
  'log.segment.bytes=16777216',
  'broker.session.timeout.ms=3000',
  'broker.heartbeat.interval.ms=500',
  'controlled.shutdown.enable=true',
];

function propertiesOf(node: NodeAddress, all: readonly NodeAddress[], dataDirectory: string): string {
  const replicas = Math.min(3, all.length);
  return [
    'process.roles=broker,controller',
    `node.id=${node.id}`,
    `controller.quorum.voters=${all.map(({ id, controllerPort }) => `${id}@127.0.0.1:${controllerPort}`).join(',')}`,
    `listeners=PLAINTEXT://127.0.0.1:${node.brokerPort},CONTROLLER://127.0.0.1:${node.controllerPort}`,
    `advertised.listeners=PLAINTEXT://127.0.0.1:${node.brokerPort}`,
    'listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'inter.broker.listener.name=PLAINTEXT',
    'controller.listener.names=CONTROLLER',
    `log.dirs=${dataDirectory}`,
    `default.replication.factor=${replicas}`,
    `offsets.topic.replication.factor=${replicas}`,
    `transaction.state.log.replication.factor=${replicas}`,
    `transaction.state.log.min.isr=${Math.max(1, replicas - 1)}`,
    `min.insync.replicas=${Math.max(1, replicas - 1)}`,
    ...TEST_SETTINGS,
    '',
  ].join('\n');
}

/** Formats the node's storage; `start` may then be called, again after each stop or kill. */
export async function prepareNode(
  runtime: KafkaRuntime,
  directory: string,
  node: NodeAddress,
  all: readonly NodeAddress[],
): Promise<KafkaNode> {
  const home = join(directory, `node-${node.id}`);
  const properties = join(home, 'server.properties');
  mkdirSync(join(home, 'data'), { recursive: true });
  writeFileSync(properties, propertiesOf(node, all, join(home, 'data')));
  const container = `redline-test-kafka-${process.pid}-${node.id}-${node.brokerPort}`;
  const format = ['kafka.tools.StorageTool', 'format', '--config', properties, '--cluster-id', CLUSTER_ID];
  const [command, args] = commandOf(runtime, directory, `${container}-format`, format);
  await run(command, args);

  let running: ChildProcess | undefined;
  const end = async (how: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    const child = running;
    running = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    if (runtime.kind === 'docker') await run('docker', ['kill', '--signal', how, container]);
    else child.kill(how);
    await ended;
  };
  return {
    start: () => {
      const [program, programArgs] = commandOf(runtime, directory, container, ['kafka.Kafka', properties]);
      running = spawn(program, programArgs, { stdio: 'ignore' });
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** Any 16 bytes in URL-safe base64. */
const CLUSTER_ID = 'UmVkbGluZVRlc3RLYWZrYQ';

function commandOf(
  runtime: KafkaRuntime,
  directory: string,
  container: string,
  javaArgs: readonly string[],
): [string, string[]] {
  const java = ['-Xmx512m', '-Xms128m', '-XX:+UseSerialGC', '-cp', runtime.classpath, ...javaArgs];
  if (runtime.kind === 'java') return ['java', java];
  const user = `${process.getuid?.() ?? 0}:${process.getgid?.() ?? 0}`;
  const mount = `${directory}:${directory}`;
  const options = ['--rm', '--name', container, '--network', 'host', '--user', user, '-v', mount];
  return ['docker', ['run', ...options, '--entrypoint', 'java', runtime.image, ...java]];
}
