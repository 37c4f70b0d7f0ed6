import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { aProfile } from '../contract/samples.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const CORPUS = join(ROOT, 'test', 'replay', 'corpus');
const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

interface Received {
  readonly id: string;
  readonly verified: boolean;
  readonly body: string;
}

const running = new Set<ChildProcess>();

/** A store, a subscriber in another process and a subscription between them. */
async function setUp() {
  const folder = mkdtempSync(join(tmpdir(), 'redline-kill-'));
  const file = join(folder, 'received.jsonl');
  writeFileSync(file, '');
  const receiver = start(['test/e2e/webhook-receiver.ts', SECRET, file], {});
  const port = await firstLine(receiver);
  const env = {
    DATABASE_URL: `sqlite:${join(folder, 'redline.sqlite')}`,
    REDLINE_SECRET_KEY_FILE: join(folder, 'redline.key'),
    REDLINE_ALLOW_PRIVATE_TARGETS: '127.0.0.0/8',
    REDLINE_SOURCES_FILE: join(CORPUS, 'sources.yaml'),
    LOG_LEVEL: 'error',
  };
  const subscriptions = join(folder, 'subscriptions.yaml');
  writeFileSync(subscriptions, subscriptionFile(`http://127.0.0.1:${port}/hook`));
  expect(await exitOf(redline(['import', subscriptions], env))).toBe(0);
  const received = (): readonly Received[] =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Received);
  return { env, file, received };
}

function subscriptionFile(url: string): string {
  return stringify({
    format: 'redline-subscriptions/1',
    subscriptions: [
      {
        id: 'everything',
        name: 'Everything',
        status: 'active',
        cadence: 'immediate',
        createdAt: '2020-01-01T00:00:00.000Z',
        hearsAfterPosition: 0,
        channel: { kind: 'webhook', url },
        profile: aProfile({ instruments: ['*'], minBand: 'info' }),
        secret: SECRET,
      },
    ],
  });
}

function start(args: readonly string[], env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, [...args], {
    cwd: ROOT,
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

const redline = (args: readonly string[], env: Record<string, string>) =>
  start(['services/standalone/src/main.ts', ...args], env);

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve) =>
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8').trim())),
  );
}

function exitOf(child: ChildProcess): Promise<number | NodeJS.Signals> {
  child.stdout?.resume();
  return new Promise((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal ?? 1)));
}

/** Kills the process as soon as the receiver has got so many messages. */
function killAfter(child: ChildProcess, file: string, messages: number): void {
  const watcher = watch(file, () => {
    if (readFileSync(file, 'utf8').split('\n').length - 1 < messages) return;
    watcher.close();
    child.kill('SIGKILL');
  });
  child.once('exit', () => watcher.close());
}

const factsOf = (received: readonly Received[]) =>
  new Map(received.map(({ id, body }) => [id, JSON.parse(body).data.change.changeId as string]));

describe('a replay that is killed', () => {
  afterEach(() => {
    for (const child of running) child.kill('SIGKILL');
  });

  it('delivers every alert exactly once by webhook-id, all verified, however often the process dies', async () => {
    const undisturbed = await setUp();
    expect(await exitOf(redline(['replay', '--corpus', CORPUS], undisturbed.env))).toBe(0);
    const wanted = factsOf(undisturbed.received());
    expect(wanted.size).toBeGreaterThan(10);
    expect(new Set(wanted.values()).size).toBe(wanted.size);

    const disturbed = await setUp();
    let killed = 0;
    for (const messages of [1, 4, 8, 12, 16]) {
      const child = redline(['replay', '--corpus', CORPUS], disturbed.env);
      killAfter(child, disturbed.file, messages);
      if ((await exitOf(child)) === 'SIGKILL') killed += 1;
    }
    expect(await exitOf(redline(['replay', '--corpus', CORPUS], disturbed.env))).toBe(0);
    expect(killed).toBeGreaterThan(1);
    expect(disturbed.received().every(({ verified }) => verified)).toBe(true);
    expect(factsOf(disturbed.received())).toEqual(wanted);
  }, 120_000);
});
