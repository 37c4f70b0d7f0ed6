import type { ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { takeIn } from '#collector';
import { createEmbeddedLog, createKafkaLog, createTopics, type EventLog } from '#log';
import { families, parseSources, type Source } from '#sources';
import { openStore, type Store } from '#store';
import { startPostgres } from '../contract/postgres-server.ts';
import { startKafka } from '../kafka/start-kafka.ts';
import { endAll, startRedline } from './processes.ts';
import { CORPUS, createWorld, type World } from './world.ts';

/** `node test/chaos/soak.ts --minutes 10 --mode kafka`: steady load, the memory of each service minute by minute, and what it grew by. */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    /** Before they are counted: a heap takes some collections to find its size. */
    'warm-up': { type: 'string', default: '3' },
    mode: { type: 'string', default: 'embedded' },
    'per-second': { type: 'string', default: '10' },
  },
});
const MINUTE_MS = 60_000;
const SERVICES = values.mode === 'kafka' ? ['differ', 'notifier', 'desk'] : ['all'];
const PAGE = 'us-fcc-covered-list/2026-06-19T0850Z.html';

function soakedSource(): Source {
  const parsed = parseSources(readFileSync(join(CORPUS, 'sources.yaml'), 'utf8'), families);
  const source = parsed.kind === 'parsed' ? parsed.sources.find(({ id }) => id === 'us-fcc-covered-list') : undefined;
  if (!source) throw new Error('the demo corpus has no FCC source');
  return source;
}

/** Approvals that stand on the page at once: it stays as long as it is, whatever came and went. */
const STANDING = 20;

/** The publisher's page with some conditional approvals more, the oldest of which gives way to a new one with every capture. */
function pageAt(page: string, count: number): Uint8Array {
  const approvals = Array.from({ length: STANDING }, (_, at) => count + at).map(approvalRow);
  const at = page.lastIndexOf('</tbody>');
  return new TextEncoder().encode(page.slice(0, at) + approvals.join('') + page.slice(at));
}

function approvalRow(number: number): string {
  const day = new Date(Date.UTC(2027, 0, 1) + (number % 300) * 86_400_000);
  const words = day.toLocaleDateString('en-US', { month: 'long', day: 'numeric', year: 'numeric', timeZone: 'UTC' });
  return `<tr><td>Soak ${number.toString(36)} Radio, Inc.’s router</td><td>June 1, 2026-${words}</td></tr>`;
}

async function feed(store: Store, log: EventLog, until: number): Promise<number> {
  const source = soakedSource();
  const page = readFileSync(join(CORPUS, PAGE), 'utf8');
  const gapMs = 1_000 / Number(values['per-second']);
  let count = 0;
  for (; Date.now() < until; count += 1) {
    const retrievedAt = new Date().toISOString();
    const captured = {
      bytes: pageAt(page, count),
      mediaType: 'text/html; charset=utf-8',
      url: source.url,
      retrievedAt,
    };
    await takeIn({ store, log }, source, { requestUrl: source.url, captured, durationMs: 0, baseline: count === 0 });
    await pause(gapMs);
  }
  return count;
}

function residentMegabytes(child: ChildProcess): number {
  const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024);
}

/** From the end of the warm-up to the most there was after it. */
function growthOf(megabytes: readonly number[]): string {
  const counted = megabytes.slice(Math.max(0, Number(values['warm-up']) - 1));
  return `${(100 * (Math.max(...counted) / (counted[0] ?? Number.NaN) - 1)).toFixed(1)} %`;
}

function startServices(world: World): readonly ChildProcess[] {
  return SERVICES.map((service) =>
    startRedline(['start'], { ...world.env, ...(service === 'all' ? {} : { REDLINE_SERVICES: service }) }),
  );
}

const cluster = values.mode === 'kafka' ? await startKafka({ nodes: 1, own: true }) : undefined;
const postgres = cluster ? await startPostgres() : undefined;
const settings = { brokers: cluster?.brokers ?? [], clientId: 'soak', prefix: `soak-${Date.now()}.` };
try {
  if (cluster) await createTopics(settings);
  const extra = cluster
    ? { REDLINE_KAFKA_BROKERS: settings.brokers.join(','), REDLINE_KAFKA_PREFIX: settings.prefix }
    : {};
  const world = await createWorld(await postgres?.freshDatabase(), 'well', extra as Record<string, string>);
  const store = await openStore(world.databaseUrl);
  const now = () => new Date();
  const log = cluster ? createKafkaLog({ store, kafka: settings, now }) : createEmbeddedLog(store, { now });
  const services = startServices(world);
  for (const child of services) child.stdout?.resume();
  const until = Date.now() + (Number(values['warm-up']) + Number(values.minutes)) * MINUTE_MS;
  const feeding = feed(store, log, until);
  process.stdout.write(`minute ${SERVICES.join(' ')} (MB resident)\n`);
  const resident: number[][] = [];
  for (let minute = 1; Date.now() < until - 1_000; minute += 1) {
    await pause(Math.min(MINUTE_MS, until - Date.now()));
    const megabytes = services.map(residentMegabytes);
    resident.push(megabytes);
    process.stdout.write(`${minute} ${megabytes.join(' ')}\n`);
  }
  const grown = services.map((_, at) => growthOf(resident.map((minute) => minute[at] ?? 0)));
  process.stdout.write(`grown since minute ${values['warm-up']}: ${grown.join(' ')} (aim: below 10 %)\n`);
  const captures = await feeding;
  const delivered = await store.session
    .selectFrom('deliveries')
    .select((is) => is.fn.countAll<number>().as('count'))
    .where('status', '=', 'delivered')
    .executeTakeFirst();
  process.stdout.write(`${captures} captures, ${delivered?.count ?? 0} webhooks delivered\n`);
  for (const child of services) child.kill('SIGTERM');
  await pause(2_000);
  await store.close();
  await world.close();
} finally {
  endAll();
  await cluster?.stop();
  await postgres?.stop();
}
process.exit(0);
