import type { ChildProcess } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import { TOPICS } from '#events';
import { createTopics, partitionOf } from '#log';
import type { PostgresServer } from '../contract/postgres-server.ts';
import type { KafkaCluster } from '../kafka/start-kafka.ts';
import { type FaultPlan, planOf } from './fault-plan.ts';
import { breaches, type Outcome, outcomeOf } from './invariants.ts';
import { endOf, killAfter, startRedline } from './processes.ts';
import { createWorld, deliverTheRest, type World, withStore } from './world.ts';

/** What Kafka runs stand on; shared by all seeds, each with a database and topics of its own. */
export interface Infrastructure {
  readonly cluster: KafkaCluster;
  readonly postgres: PostgresServer;
}

export interface SeedRun {
  readonly plan: FaultPlan;
  /** Lives that were really cut short. */
  readonly killed: number;
  readonly breaches: readonly string[];
  readonly milliseconds: number;
}

const MOST_LAST_LIVES = 6;

/** The outcome that faults must not change. */
export async function undisturbed(infrastructure?: Infrastructure): Promise<Outcome> {
  const world = await openWorld(0, 'well', infrastructure);
  try {
    const end = await endOf(startRedline(world.replay, world.env));
    if (end !== 0) throw new Error(`the undisturbed run ended with ${end}`);
    return await withStore(world, ({ session }) => outcomeOf(session));
  } finally {
    await world.close();
  }
}

/** One seeded run: lives that are cut short, faults in between, a last life to the end, and the check of every promise. */
export async function runSeed(seed: number, wanted: Outcome, infrastructure?: Infrastructure): Promise<SeedRun> {
  const startedAt = Date.now();
  const plan = planOf(seed, infrastructure ? 'kafka' : 'embedded');
  const world = await openWorld(seed, plan.mood, infrastructure);
  try {
    let killed = 0;
    for (const [life, milliseconds] of plan.kills.entries()) {
      const hardship = life === 0 ? { fileKilobytes: plan.fullDiskKilobytes, clockJump: plan.clockJump } : {};
      const child = startRedline(world.replay, world.env, hardship);
      const disturbance = life === 0 && infrastructure ? disturb(plan, world, infrastructure) : Promise.resolve();
      if ((await killAfter(child, milliseconds)) !== 0) killed += 1;
      await disturbance;
    }
    await withStore(world, ({ session }) => betweenLives(plan, session));
    const ends = await lastLives(world);
    await deliverTheRest(world);
    const broken = await withStore(world, ({ session }) => breaches(session, wanted, world.receivedFile, plan.poison));
    const hung = ends.at(-1) === 0 ? [] : [`the last life ended with ${ends.join(', ')}`];
    return { plan, killed, breaches: [...hung, ...broken], milliseconds: Date.now() - startedAt };
  } finally {
    await world.close();
  }
}

async function openWorld(seed: number, mood: FaultPlan['mood'], infrastructure?: Infrastructure): Promise<World> {
  if (!infrastructure) return createWorld(undefined, mood, {});
  const prefix = `chaos-${seed}-${Date.now()}.`;
  const brokers = infrastructure.cluster.brokers;
  await createTopics({ brokers, clientId: 'chaos', prefix }, { replication: brokers.length });
  // A killed member keeps its partitions for so long: short, so that a run of seconds shows what production does in half a minute.
  const session = { REDLINE_KAFKA_SESSION_TIMEOUT_MS: '3000' };
  const extra = { REDLINE_KAFKA_BROKERS: brokers.join(','), REDLINE_KAFKA_PREFIX: prefix, ...session };
  return createWorld(await infrastructure.postgres.freshDatabase(), mood, extra);
}

/** While the first life runs: something under it goes away, or a neighbour comes and goes. */
async function disturb(plan: FaultPlan, world: World, { cluster, postgres }: Infrastructure): Promise<void> {
  const peers = { ...world.env, REDLINE_SERVICES: 'differ,notifier' };
  await pause(700);
  if (plan.infrastructure === 'broker_restart') {
    await cluster.stopNode(0);
    await cluster.startNode(0);
  }
  if (plan.infrastructure === 'leader_change') {
    // Of three brokers each leads a third of the partitions: the others take over while it is away.
    const leader = plan.seed % cluster.brokers.length;
    await cluster.killNode(leader);
    await cluster.startNode(leader);
  }
  if (plan.infrastructure === 'database_restart') await postgres.restart();
  if (plan.infrastructure === 'connections_cut') await cutConnections(world);
  if (plan.infrastructure === 'rebalance' || plan.infrastructure === 'service_killed') {
    const peer: ChildProcess = startRedline(['start'], peers);
    const ended = endOf(peer);
    await pause(3_000);
    peer.kill(plan.infrastructure === 'rebalance' ? 'SIGTERM' : 'SIGKILL');
    await ended;
  }
}

/** Every connection to the database but our own ends at once, in the middle of whatever it does. */
async function cutConnections(world: World): Promise<void> {
  await withStore(world, ({ session }) =>
    sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`.execute(session),
  );
}

type StoreSession = Parameters<typeof breaches>[0];

async function betweenLives(plan: FaultPlan, session: StoreSession): Promise<void> {
  if (plan.redelivery) await session.deleteFrom('consumerPositions').execute();
  if (!plan.poison) return;
  const type = 'redline.capture.invented_later';
  const body = JSON.stringify({
    specversion: '1.0',
    id: `poison-${plan.seed}`,
    source: '/chaos',
    type,
    partitionkey: 'poison',
    data: {},
  });
  const row = {
    topic: TOPICS.captures,
    partition: partitionOf('poison'),
    key: 'poison',
    eventId: `poison-${plan.seed}`,
    type,
    body,
  };
  await session
    .insertInto('eventLog')
    .values({ ...row, recordedAt: new Date().toISOString() })
    .execute();
}

/** A supervisor starts what ended badly again; a run that cannot be brought to its end is a breach. */
async function lastLives(world: World): Promise<readonly (number | string)[]> {
  const ends: (number | string)[] = [];
  while (ends.length < MOST_LAST_LIVES && ends.at(-1) !== 0)
    ends.push(await endOf(startRedline(world.replay, world.env)));
  return ends;
}
