import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openSourceCondition } from '#log';
import { createLogger, readConfig } from '#process';
import { saveSourceState } from '#store';
import { composeRedline, type Redline } from './compose.ts';
import { everySourceIsFresh, startHeartbeat } from './heartbeat.ts';

const NOW = new Date('2026-11-24T12:00:00.000Z');
const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

let redline: Redline;
let calls: string[] = [];
let onCall: () => void = () => undefined;
const server = createServer((request, response) => {
  calls.push(`${request.method} ${request.url}`);
  response.writeHead(200).end();
  onCall();
});

beforeEach(async () => {
  calls = [];
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  redline = await compose(`http://127.0.0.1:${(server.address() as AddressInfo).port}/ping`);
});

afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await redline.close();
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
});

function compose(heartbeatUrl: string | undefined): Promise<Redline> {
  const config = readConfig({
    DATABASE_URL: `sqlite:${join(mkdtempSync(join(tmpdir(), 'redline-heartbeat-')), 'redline.sqlite')}`,
    REDLINE_SECRET_KEY: 'ab'.repeat(32),
    REDLINE_SOURCES_FILE: 'test/replay/corpus/sources.yaml',
    REDLINE_ALLOW_PRIVATE_TARGETS: '127.0.0.0/8',
    REDLINE_HEARTBEAT_URL: heartbeatUrl,
  });
  const clock = { now: () => NOW };
  const logger = createLogger({ level: 'silent', service: 'test' });
  return composeRedline({ config, logger, clock, deliveryClock: clock, onFatal: () => undefined });
}

/** Checks every source as late as its limit allows, or this much later. */
async function checkEverySource(laterMs = 0): Promise<void> {
  for (const { id, freshnessHours } of redline.catalogue.sources) {
    const at = new Date(NOW.getTime() - freshnessHours * HOUR_MS - laterMs).toISOString();
    await saveSourceState(redline.store.session, {
      sourceId: id,
      lastCheckedAt: at,
      lastSuccessAt: at,
      lastChangedAt: null,
      consecutiveFailures: 0,
      lastOutcome: 'unchanged',
      lastDetail: '',
      nextRunAt: NOW.toISOString(),
    });
  }
}

const isFresh = () => everySourceIsFresh(redline, NOW);
const called = () =>
  new Promise<void>((resolve) => {
    onCall = resolve;
  });
/** Resolves at the next line of one kind. */
const logged = (level: 'debug' | 'warn', message: string) =>
  new Promise<void>((resolve) => {
    vi.spyOn(redline.logger, level).mockImplementation((_facts: unknown, text?: string) => {
      if (text === message) resolve();
    });
  });

describe('everySourceIsFresh', () => {
  it('is true at the very limit of every source, and no millisecond later', async () => {
    await checkEverySource();
    expect(await isFresh()).toBe(true);
    await checkEverySource(1);
    expect(await isFresh()).toBe(false);
  });

  it('is false before a source was ever checked', async () => {
    expect(await isFresh()).toBe(false);
    await checkEverySource();
    await redline.store.session.deleteFrom('sourceStates').where('sourceId', '=', 'us-csl').execute();
    expect(await isFresh()).toBe(false);
  });

  it('is false while a source has an open problem, however lately it was checked', async () => {
    await checkEverySource();
    await redline.store.transaction((tx) =>
      openSourceCondition(tx, redline.log, {
        sourceId: 'us-csl',
        problem: 'source.implausible',
        because: 'half of the list is missing',
        at: NOW.toISOString(),
        noticedBy: '/test',
      }),
    );
    expect(await isFresh()).toBe(false);
  });
});

describe('the heartbeat', () => {
  it('calls its address once a minute while every source is fresh, and falls silent when one is not', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await checkEverySource();
    const heartbeat = startHeartbeat(redline);
    for (const count of [1, 2]) {
      const arrived = called();
      vi.advanceTimersByTime(MINUTE_MS);
      await arrived;
      expect(calls).toEqual(Array.from({ length: count }, () => 'POST /ping'));
    }
    await checkEverySource(1);
    const withheld = logged('debug', 'heartbeat.withheld');
    vi.advanceTimersByTime(MINUTE_MS);
    await withheld;
    expect(calls).toHaveLength(2);
    heartbeat.stop();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says that it could not be sent, and tries again at the next minute', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    await checkEverySource();
    let reachable = false;
    const fetcher: Redline['fetcher'] = {
      ...redline.fetcher,
      post: (request) =>
        reachable
          ? redline.fetcher.post(request)
          : Promise.resolve({ kind: 'unreachable', because: 'connect', durationMs: 1 }),
    };
    const heartbeat = startHeartbeat({ ...redline, fetcher });
    const failed = logged('warn', 'heartbeat.not_sent');
    vi.advanceTimersByTime(MINUTE_MS);
    await failed;
    expect(calls).toEqual([]);
    reachable = true;
    const arrived = called();
    vi.advanceTimersByTime(MINUTE_MS);
    await arrived;
    expect(calls).toEqual(['POST /ping']);
    heartbeat.stop();
  });

  it('is not there without an address', async () => {
    await redline.close();
    redline = await compose(undefined);
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    startHeartbeat(redline);
    expect(vi.getTimerCount()).toBe(0);
  });
});
