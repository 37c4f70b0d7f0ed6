import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningDesk, startDesk } from '#desk';
import { saveAlert } from '#store';
import { ADMIN_SESSION, asAdmin, type DeskUnderTest, openDesk } from '../../services/desk/test/desk-under-test.ts';
import { hikvision, hostile, requirementWidened } from '../../services/desk/test/example-changes.ts';
import { openBrowser } from './open-browser.ts';

const found = await openBrowser();
if (found.kind === 'none') {
  if (process.env.CI === 'true') throw new Error(`no browser could be started: ${found.because}`);
  console.info(`browser tests skipped: no browser could be started: ${found.because}`);
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PAGES = [
  '/',
  '/?history=1&text=hikvision',
  `/changes/${requirementWidened.changeId}`,
  `/changes/${hikvision.changeId}`,
  `/changes/${hostile.changeId}`,
  '/digest/2026-11-23',
  '/digest/2026-11-23?subscription=id-1',
  '/developments',
  '/sources',
  '/subscriptions',
  '/deliveries',
  '/access',
  '/login',
  '/login/any',
  '/nothing-here',
];

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

describe.skipIf(found.kind === 'none')('the pages in a browser', () => {
  let desk: DeskUnderTest;
  let running: RunningDesk;
  let browser: Browser;
  let base: string;

  beforeAll(async () => {
    if (found.kind === 'none') return;
    browser = found.browser;
    desk = await openDesk();
    const body = {
      name: 'Fab suppliers',
      profile: { counterparties: [{ name: 'Hikvision' }] },
      channel: { kind: 'digest' },
    };
    await desk.send('POST', '/api/v1/subscriptions', body, asAdmin);
    const reasons = [{ factor: 'relevance', value: 1, because: 'counterparty: exact name', evidenceRef: 0 }] as const;
    const impact = { score: 100, band: 'critical', labels: ['possible match'], reasons } as const;
    const alert = {
      messageKind: 'alert',
      subjectId: 'a',
      alertId: 'a',
      changeId: hikvision.changeId,
      subscriptionId: 'id-1',
      impact,
      raisedAt: hikvision.detectedAt,
    };
    await saveAlert(desk.store.session, alert);
    running = await startDesk(desk.ports, { host: '127.0.0.1', port: 0, face: 'desk' });
    base = `http://127.0.0.1:${running.port}`;
  });

  afterAll(async () => {
    if (found.kind === 'none') return;
    await browser.close();
    await running.stop();
    await desk.close();
  });

  async function onPage<Result>(
    options: { readonly scripts?: boolean; readonly width?: number; readonly dark?: boolean },
    work: (page: Page) => Promise<Result>,
  ): Promise<Result> {
    const context = await browser.newContext({
      javaScriptEnabled: options.scripts ?? false,
      viewport: { width: options.width ?? 1280, height: 900 },
      colorScheme: options.dark ? 'dark' : 'light',
      // The checker of accessibility is put into the page; our own policy would rightly refuse it.
      bypassCSP: options.scripts ?? false,
    });
    await context.addCookies([{ name: 'redline_session', value: ADMIN_SESSION, url: base }]);
    try {
      return await work(await context.newPage());
    } finally {
      await context.close();
    }
  }

  it('reads and searches without JavaScript', () =>
    onPage({}, async (page) => {
      await page.goto(base);
      await page.getByLabel('Words').fill('hikvision');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.getByRole('link', { name: /Hikvision.*was added to the Entity List/ }).click();
      expect(await page.locator('h1').textContent()).toContain('Hikvision');
      expect(await page.locator('blockquote').first().textContent()).toContain('a.k.a.');
    }));

  it('subscribes and signs out with forms alone', () =>
    onPage({}, async (page) => {
      await page.goto(`${base}/subscriptions`);
      await page.getByLabel('Name', { exact: true }).fill('From a browser');
      await page.getByLabel('Address of the webhook').fill('https://hooks.example.com/z');
      await page.getByRole('button', { name: 'Subscribe' }).click();
      expect(await page.locator('.secret').textContent()).toMatch(/^whsec_/);
    }));

  it('lets a person in by a link and with a key, and out again, with forms alone', async () => {
    const link = await onPage({}, async (page) => {
      await page.goto(`${base}/access`);
      await page.locator('form[action="/access/links"]').getByLabel('Name').fill('Aiko Mori');
      await page.getByRole('button', { name: 'Make a login link' }).click();
      return new URL((await page.locator('.secret').textContent()) ?? '').pathname;
    });
    const key = await onPage({}, async (page) => {
      await page.goto(`${base}/access`);
      await page.getByLabel('Whose, or what for').fill('Ren Sato');
      await page.getByRole('checkbox', { name: 'review: also review, release, send again' }).check();
      await page.getByRole('button', { name: 'Make a key' }).click();
      return (await page.locator('.secret').textContent()) ?? '';
    });
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(base + link);
    await page.getByRole('button', { name: 'Sign in on this computer' }).click();
    expect(await page.locator('header').textContent()).toContain('Signed in as Aiko Mori');
    expect(await page.getByRole('link', { name: 'People and keys' }).count()).toBe(0);
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Key').fill(key);
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.locator('header').textContent()).toContain('Signed in as Ren Sato');
    await context.close();
  });

  it('sets before and after side by side, struck and underlined', () =>
    onPage({}, async (page) => {
      await page.goto(`${base}/changes/${requirementWidened.changeId}`);
      const before = await page.locator('.redline td').nth(0).boundingBox();
      const after = await page.locator('.redline td').nth(1).boundingBox();
      expect(after?.y).toBe(before?.y);
      expect(after?.x).toBeGreaterThan((before?.x ?? 0) + (before?.width ?? 0) - 1);
      const line = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((node) => node.ownerDocument.defaultView?.getComputedStyle(node).textDecorationLine);
      expect(await line('.redline del')).toBe('line-through');
      expect(await line('.redline ins')).toBe('underline');
    }));

  it.each(PAGES)('%s has no serious accessibility problem, in the light and in the dark', async (path) => {
    for (const dark of [false, true]) {
      const serious = await onPage({ scripts: true, dark }, async (page) => {
        await page.goto(base + path);
        await page.evaluate(AXE);
        const result = await page.evaluate<{ violations: Violation[] }>('axe.run()');
        return result.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      });
      expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    }
  });

  it.each(PAGES)('%s needs no sideways scrolling on a telephone', (path) =>
    onPage({ width: 375 }, async (page) => {
      await page.goto(base + path);
      const width = await page.locator('html').evaluate((node) => node.scrollWidth);
      expect(width).toBeLessThanOrEqual(375);
    }),
  );

  it('runs nothing that a publisher printed', () =>
    onPage({ scripts: true }, async (page) => {
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      for (const path of ['/', `/changes/${hostile.changeId}`, '/digest/2026-11-21']) await page.goto(base + path);
      expect(dialogs).toEqual([]);
      expect(await page.locator('main script, main img').count()).toBe(0);
    }));
});
