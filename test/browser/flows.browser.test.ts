import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeIn } from '#collector';
import { createLogger, readConfig } from '#process';
import { createReplayClock, type ReplayClock } from '../../services/standalone/src/clock.ts';
import { composeRedline, type Redline } from '../../services/standalone/src/compose.ts';
import { type Serving, serve } from '../../services/standalone/src/serve.ts';
import { openBrowser } from './open-browser.ts';

const found = await openBrowser();
if (found.kind === 'none' && process.env.CI === 'true') {
  throw new Error(`no browser could be started: ${found.because}`);
}

const CORPUS = join(import.meta.dirname, '..', 'replay', 'corpus');
const LIST = 'us-csl';
/** Within the twelve hours of one session. */
const FIRST = '2024-12-06T06:40:00.000Z';
const CHANGED = '2024-12-06T13:40:00.000Z';
const BROKEN = '2024-12-06T15:40:00.000Z';

interface Screening {
  readonly results: readonly { readonly name: string }[];
}

const published = (day: string): Screening => JSON.parse(readFileSync(join(CORPUS, LIST, `${day}T1340Z.json`), 'utf8'));

/** What a subscriber's endpoint was sent. */
interface Received {
  readonly id: string;
  readonly body: string;
  readonly headers: Record<string, string>;
}

async function startReceiver() {
  const received: Received[] = [];
  const waiting: (() => void)[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const header = (name: string) => String(request.headers[name]);
    const headers = Object.fromEntries(
      ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) => [name, header(name)]),
    );
    received.push({ id: header('webhook-id'), body: Buffer.concat(chunks).toString('utf8'), headers });
    response.writeHead(204).end();
    for (const wake of waiting.splice(0)) wake();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/redline`,
    received,
    /** Resolves once so many messages came; the test's own time limit ends a wait in vain. */
    async holds(count: number): Promise<void> {
      while (received.length < count) await new Promise<void>((wake) => waiting.push(wake));
    },
    close: () => new Promise<void>((closed) => server.close(() => closed())),
  };
}

describe.skipIf(found.kind === 'none')('a working day at the desk, in a browser without JavaScript', () => {
  let redline: Redline;
  let clock: ReplayClock;
  let serving: Serving;
  let receiver: Awaited<ReturnType<typeof startReceiver>>;
  let page: Page;
  let secret: string;

  beforeAll(async () => {
    if (found.kind === 'none') return;
    receiver = await startReceiver();
    const machine = { now: () => new Date() };
    clock = createReplayClock(machine, FIRST);
    redline = await composeRedline({
      config: readConfig({
        DATABASE_URL: 'sqlite::memory:',
        REDLINE_SECRET_KEY: '00'.repeat(32),
        REDLINE_PORT: '0',
        REDLINE_COLLECT: 'false',
        REDLINE_ALLOW_PRIVATE_TARGETS: '127.0.0.0/8',
        REDLINE_SOURCES_FILE: join(CORPUS, 'sources.yaml'),
      }),
      logger: createLogger({ level: 'silent', service: 'test' }),
      clock,
      deliveryClock: machine,
      onFatal: () => undefined,
    });
    await redline.differ.start();
    await redline.notifier.start();
    serving = await serve(redline);
    await capture(published('2024-12-04'), FIRST, true);
    page = await (await found.browser.newContext({ javaScriptEnabled: false })).newPage();
    page.setDefaultTimeout(8_000);
    await page.goto(serving.adminLink ?? '');
    await page.getByRole('button', { name: 'Sign in on this computer' }).click();
  });

  afterAll(async () => {
    if (found.kind === 'none') return;
    await found.browser.close();
    await serving.stop();
    await redline.notifier.stop();
    await redline.differ.stop();
    await redline.close();
    await receiver.close();
  });

  async function capture(list: Screening, at: string, baseline = false): Promise<void> {
    clock.moveTo(at);
    const { source } = redline.book.find(LIST);
    const captured = {
      bytes: new TextEncoder().encode(JSON.stringify(list)),
      mediaType: 'application/json',
      url: source.url,
      retrievedAt: at,
    };
    await takeIn(redline, source, { requestUrl: source.url, captured, durationMs: 0, baseline });
    await redline.differ.drained();
    await redline.notifier.drained();
  }

  it('subscribes after a preview', async () => {
    await page.getByRole('link', { name: 'Subscriptions' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Screening desk');
    await page.getByLabel('Address of the webhook').fill(receiver.url);
    await page.getByLabel('Tell at once from').selectOption('info');
    await page.getByRole('button', { name: 'Preview' }).click();
    expect(await page.locator('#preview').textContent()).toContain('not saved yet');
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Screening desk');
    await page.getByRole('button', { name: 'Subscribe' }).click();
    secret = (await page.locator('.secret').first().textContent()) ?? '';
    expect(secret).toMatch(/^whsec_/);
  });

  it('is told of a change by a signed message', async () => {
    await capture(published('2024-12-06'), CHANGED);
    await receiver.holds(1);
    const [first] = receiver.received;
    expect(new Webhook(secret).verify(first?.body ?? '', first?.headers ?? {})).toMatchObject({
      data: { change: { sourceId: LIST } },
    });
  });

  it('finds it on the first page and in the digest, and acknowledges it', async () => {
    await page.goto(`${serving.url}/digest/2024-12-06`);
    await page.locator('select[name="subscription"]').selectOption({ label: 'Screening desk' });
    await page.getByRole('button', { name: 'Show' }).click();
    expect(await page.locator('h1').textContent()).toContain('2024-12-06');
    await page.locator('main a[href^="/changes/"]').first().click();
    await page.getByRole('button', { name: 'Acknowledge' }).click();
    expect(await page.locator('section[aria-labelledby="review"]').textContent()).toMatch(/acknowledged/i);
  });

  it('sends a delivery again under the same id', async () => {
    const before = receiver.received.length;
    await page.goto(`${serving.url}/deliveries`);
    await page.locator('tbody a[href^="/deliveries/"]').first().click();
    await page.getByRole('button', { name: 'Send again' }).click();
    await receiver.holds(before + 1);
    const again = receiver.received.at(-1);
    expect(receiver.received.slice(0, before).map(({ id }) => id)).toContain(again?.id);
  });

  it('compares a held reading with the last good one, and releases it with a reason', async () => {
    const [kept] = published('2024-12-06').results;
    await capture({ ...published('2024-12-06'), results: kept ? [kept] : [] }, BROKEN);
    await page.goto(serving.url);
    await page.getByRole('link', { name: /cannot be relied upon/ }).click();
    await page.getByRole('link', { name: 'Compare with the last good version' }).click();
    expect(await page.locator('.sides del').count()).toBeGreaterThan(0);
    await page.getByLabel('Why you release it').fill('The publisher confirmed it by telephone');
    await page.getByRole('button', { name: 'Release this version' }).click();
    expect(await page.locator('h1').textContent()).toBe('Sources');
    expect(await page.locator('main').textContent()).not.toContain('Held back');
    await page.goto(`${serving.url}/audit`);
    expect(await page.locator('main').textContent()).toContain('confirmed it by telephone');
  });
});
