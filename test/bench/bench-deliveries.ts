import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { createEmbeddedLog, type EventLog } from '#log';
import { webhookBody } from '#notifier';
import { openStore, type Store } from '#store';
import { signedHeaders } from '#webhook';
import { aChange } from '../contract/samples.ts';
import type { Bench } from './bench.ts';
import { detectChange } from './detect-change.ts';
import { medianOf, timed } from './measure.ts';
import { createPipeline, SECRET } from './pipeline.ts';
import { type Receiver, startReceiver } from './receiver.ts';
import { type SilentReceiver, startSilentReceiver } from './silent-receiver.ts';

/** After one that is not counted: a service that has been up for a while is measured, on either side. */
const RUNS = 5;
const SILENT_RUNS = 3;
const MESSAGES = 2_000;
const SUBSCRIPTIONS = 4;
/** As a notifier runs without settings. */
const LIMITS = { concurrency: 16, perEndpoint: 4 };

/** Signed webhooks whose every attempt is claimed and recorded, beside a loop that writes, signs and posts the same and forgets. */
export const deliveriesBench: Bench = {
  name: 'deliveries',
  run: async (print) => {
    const receiver = await startReceiver();
    const redline: number[] = [];
    const bare: number[] = [];
    for (let run = 0; run <= RUNS; run += 1) {
      const rates = [MESSAGES / (await durable(receiver)), MESSAGES / (await forgetful(receiver))] as const;
      if (run === 0) continue;
      redline.push(rates[0]);
      bare.push(rates[1]);
    }
    const silent = await startSilentReceiver();
    const slower: number[] = [];
    for (let run = 0; run < SILENT_RUNS; run += 1) {
      const alone = await besideSilent(receiver, undefined);
      slower.push((await besideSilent(receiver, silent)) / alone - 1);
    }
    await silent.stop();
    await receiver.stop();
    // Each is held against its neighbour in time: what else the machine does weighs on both.
    const ratios = redline.map((rate, run) => (bare[run] ?? Number.NaN) / rate);
    print(`durable deliveries             ${medianOf(redline).toFixed(0)} messages/s`);
    print(`bare undici loop, signed       ${medianOf(bare).toFixed(0)} messages/s`);
    print(`ratio                          ${medianOf(ratios).toFixed(2)} (aim: at most 2)`);
    print(`beside one that never answers  ${(100 * medianOf(slower)).toFixed(1)} % slower (aim: below 10 %)`);
  },
};

/** @returns seconds from the first claim to the last recorded attempt, with everything due at the start */
async function durable(receiver: Receiver): Promise<number> {
  const seconds = await withEverythingDue(
    Array.from({ length: SUBSCRIPTIONS }, () => receiver.url),
    async (store, log) => {
      const sending = createPipeline(store, log, LIMITS);
      const ms = await timed(async () => {
        await sending.notifier.start();
        await sending.notifier.drained();
      });
      await sending.stop();
      return ms / 1000;
    },
  );
  requireAll(await receiver.arrivals());
  return seconds;
}

/** @returns seconds until the receiver's messages were taken, beside one that takes connections and never answers, or none */
async function besideSilent(receiver: Receiver, silent: SilentReceiver | undefined): Promise<number> {
  const urls = [...Array.from({ length: SUBSCRIPTIONS }, () => receiver.url), ...(silent ? [silent.url] : [])];
  const seconds = await withEverythingDue(urls, async (store, log) => {
    const all = Promise.withResolvers<void>();
    let delivered = 0;
    const sending = createPipeline(store, log, LIMITS, {
      alertRaised: () => undefined,
      deliveryAttempted: (outcome) => {
        if (outcome === 'delivered') delivered += 1;
        if (delivered === MESSAGES) all.resolve();
      },
    });
    const ms = await timed(async () => {
      await sending.notifier.start();
      await all.promise;
    });
    const stopped = sending.stop();
    silent?.hangUp();
    await stopped;
    return ms / 1000;
  });
  requireAll(await receiver.arrivals());
  return seconds;
}

/** Runs `measure` on a store in which every message to every address is due. */
async function withEverythingDue(
  urls: readonly string[],
  measure: (store: Store, log: EventLog) => Promise<number>,
): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'redline-bench-'));
  const store = await openStore(`sqlite:${join(folder, 'redline.sqlite')}`);
  const log = createEmbeddedLog(store, { now: () => new Date() });
  const filling = createPipeline(store, log, { concurrency: 0, perEndpoint: 0 });
  for (const [at, url] of urls.entries()) await filling.subscribe(`s${at}`, 'immediate', url);
  await filling.start();
  for (let at = 0; at < MESSAGES / SUBSCRIPTIONS; at += 1) await detectChange(store, log, `change-${at}`, 'list-0');
  await filling.notifier.drained();
  await filling.stop();
  const seconds = await measure(store, log);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
  return seconds;
}

async function forgetful(receiver: Receiver): Promise<number> {
  const agent = new Agent({ connections: LIMITS.concurrency });
  const messages = Array.from({ length: MESSAGES }, (_, at): unknown => JSON.parse(bodyOf(at)));
  let next = 0;
  const sendAll = async (): Promise<void> => {
    for (let at = next++; at < MESSAGES; at = next++) {
      const body = JSON.stringify(messages[at]);
      const headers = signedHeaders([SECRET], { webhookId: `msg_${at}`, sentAt: new Date(), body });
      const answer = await request(receiver.url, { method: 'POST', headers, body, dispatcher: agent });
      await answer.body.dump();
    }
  };
  const ms = await timed(() => Promise.all(Array.from({ length: LIMITS.concurrency }, sendAll)));
  await agent.close();
  requireAll(await receiver.arrivals());
  return ms / 1000;
}

function bodyOf(at: number): string {
  const impact = { score: 80, band: 'high', reasons: [], labels: [] } as const;
  const content = { kind: 'alert', change: aChange(`change-${at}`), sequence: at, impact } as const;
  const recipient = { subscriptionId: 's', name: 's' };
  return webhookBody({ deliveryId: 'd', messageId: `msg_${at}`, recipient, content }, 'https://redline.example');
}

function requireAll(arrivals: readonly { readonly webhookId: string }[]): void {
  const distinct = new Set(arrivals.map(({ webhookId }) => webhookId)).size;
  if (distinct !== MESSAGES)
    throw new Error(`${distinct} of ${MESSAGES} messages arrived: the figure would mean nothing`);
}
