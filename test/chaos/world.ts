import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { stringify } from 'yaml';
import { openStore, type Store } from '#store';
import { aProfile } from '../contract/samples.ts';
import type { ReceiverMood } from './fault-plan.ts';
import { endOf, firstLine, startNode, startRedline } from './processes.ts';

export const CORPUS = 'test/replay/corpus';
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
/** A claim of a killed sender is given back after its delivery timeout and a minute, and what a clock jump adds. */
const DELIVERED_WITHIN_MS = 150_000;

/** A store, a subscriber that wants everything, and what processes of this world are given. */
export interface World {
  readonly env: Record<string, string>;
  readonly databaseUrl: string;
  readonly receivedFile: string;
  readonly replay: readonly string[];
  close(): Promise<void>;
}

export async function createWorld(
  databaseUrl: string | undefined,
  mood: ReceiverMood,
  extra: Record<string, string>,
): Promise<World> {
  const folder = mkdtempSync(join(tmpdir(), 'redline-chaos-'));
  const receivedFile = join(folder, 'received.jsonl');
  writeFileSync(receivedFile, '');
  const receiver: ChildProcess = startNode(['test/chaos/receiver-process.ts', SECRET, receivedFile, mood], {});
  const port = await firstLine(receiver);
  const url = databaseUrl ?? `sqlite:${join(folder, 'redline.sqlite')}`;
  const env = {
    DATABASE_URL: url,
    REDLINE_SECRET_KEY_FILE: join(folder, 'redline.key'),
    REDLINE_ALLOW_PRIVATE_TARGETS: '127.0.0.0/8',
    REDLINE_SOURCES_FILE: join(CORPUS, 'sources.yaml'),
    REDLINE_PORT: '0',
    REDLINE_COLLECT: 'false',
    REDLINE_DELIVERY_TIMEOUT_MS: '8000',
    LOG_LEVEL: 'error',
    ...extra,
  };
  const file = join(folder, 'subscriptions.yaml');
  writeFileSync(file, subscriptionTo(`http://127.0.0.1:${port}/hook`));
  const imported = await endOf(startRedline(['import', file], env));
  if (imported !== 0) throw new Error(`the subscription could not be imported: ${imported}`);
  return {
    env,
    databaseUrl: url,
    receivedFile,
    replay: ['replay', '--corpus', CORPUS],
    close: async () => {
      receiver.kill('SIGKILL');
      await endOf(receiver);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function subscriptionTo(url: string): string {
  const profile = aProfile({ instruments: ['*'], minBand: 'info' });
  const entry = {
    id: 'everything',
    name: 'Everything',
    status: 'active',
    cadence: 'immediate',
    profile,
    secret: SECRET,
  };
  const since = { createdAt: '2020-01-01T00:00:00.000Z', hearsAfterPosition: 0 };
  const channel = { kind: 'webhook', url };
  return stringify({ format: 'redline-subscriptions/1', subscriptions: [{ ...entry, ...since, channel }] });
}

/** Opens the world's store between lives. */
export async function withStore<Result>(world: World, work: (store: Store) => Promise<Result>): Promise<Result> {
  const store = await openStore(world.databaseUrl);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

/** Runs the services until nothing is due any more, for receivers that refused at first. */
export async function deliverTheRest(world: World): Promise<void> {
  const due = () =>
    withStore(world, async ({ session }) => {
      const rows = await session.selectFrom('deliveries').select('deliveryId').where('status', '=', 'due').execute();
      return rows.length;
    });
  if ((await due()) === 0) return;
  const services = startRedline(['start'], world.env);
  const ended = endOf(services);
  for (const until = Date.now() + DELIVERED_WITHIN_MS; Date.now() < until && (await due()) > 0; ) await pause(300);
  services.kill('SIGTERM');
  await ended;
}
