import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningDesk, startDesk } from '#desk';
import { enterListedParties, saveAlert, savePartyNames } from '#store';
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
  '/changes',
  '/changes?history=1&text=hikvision',
  `/changes/${requirementWidened.changeId}`,
  `/changes/${hikvision.changeId}`,
  `/changes/${hikvision.changeId}/why?subscription=id-1`,
  `/changes/${hostile.changeId}`,
  '/deadlines?month=2026-12',
  '/digest/2026-11-23',
  '/digest/2026-11-23?subscription=id-1',
  '/search?q=hikvision',
  '/developments',
  '/reviews',
  '/reviews?kind=alert',
  '/alerts/a',
  '/audit',
  '/search?q=hikvision',
  '/instruments',
  '/entities?name=hikvision',
  '/entities/hikvision',
  '/attestations?from=2026-11-01&to=2026-11-23',
  '/sources',
  '/sources?instrument=US-EL',
  '/readings/reading-held',
  '/subscriptions',
  '/subscriptions/id-1',
  '/subscriptions/id-1/edit',
  '/deliveries',
  '/access',
  '/verify',
  '/login',
  '/login/any',
  '/nothing-here',
];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

const WIDEST = 1920;
const SETTINGS = [
  { width: 390, scheme: 'light' },
  { width: 390, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
  { width: WIDEST, scheme: 'light' },
] as const;

interface Look {
  readonly setting: (typeof SETTINGS)[number];
  readonly page: Page;
}

describe.skipIf(found.kind === 'none')('the pages in a browser', () => {
  let desk: DeskUnderTest;
  let running: RunningDesk;
  let browser: Browser;
  let base: string;
  let looks: readonly Look[];

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
    const { subject, sourceId } = hikvision;
    const party = { sourceId, subjectKey: subject.key, name: subject.label, list: 'EL', instrumentId: 'US-EL' };
    await enterListedParties(desk.store.session, [
      { ...party, country: 'CN', seenAt: hikvision.detectedAt, goneAt: null },
    ]);
    await savePartyNames(desk.store.session, [
      { sourceId, subjectKey: subject.key, nameKey: 'hikvision', printed: subject.label },
    ]);
    running = await startDesk(desk.ports, { host: '127.0.0.1', port: 0, face: 'desk' });
    base = `http://127.0.0.1:${running.port}`;
    looks = await Promise.all(SETTINGS.map(async (setting) => ({ setting, page: await lookingLike(setting) })));
  });

  afterAll(async () => {
    if (found.kind === 'none') return;
    await browser.close();
    await running.stop();
    await desk.close();
  });

  /** A page that the checker of accessibility may be put into; our own policy would rightly refuse it. */
  async function lookingLike({ width, scheme }: Look['setting']): Promise<Page> {
    const context = await browser.newContext({
      viewport: { width, height: 900 },
      colorScheme: scheme,
      bypassCSP: true,
    });
    await context.addCookies([{ name: 'redline_session', value: ADMIN_SESSION, url: base }]);
    return context.newPage();
  }

  async function onPage<Result>(
    options: { readonly scripts?: boolean },
    work: (page: Page) => Promise<Result>,
  ): Promise<Result> {
    const context = await browser.newContext({
      javaScriptEnabled: options.scripts ?? false,
      viewport: { width: 1280, height: 900 },
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
      await page.goto(`${base}/changes`);
      await page.getByLabel('Words').fill('hikvision');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.getByRole('link', { name: /Hikvision.*was added to the Entity List/ }).click();
      expect(await page.locator('h1').textContent()).toContain('Hikvision');
      expect(await page.locator('blockquote').first().textContent()).toContain('a.k.a.');
    }));

  it('finds words over everything from the head of any page', () =>
    onPage({}, async (page) => {
      await page.goto(`${base}/sources`);
      await page.getByLabel('Search everything').fill('hikvision -nothing');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/search/);
      expect(await page.locator('mark').first().textContent()).toBe('Hikvision');
      await page
        .getByRole('link', { name: /Hikvision/ })
        .first()
        .click();
      expect(await page.locator('h1').textContent()).toContain('Hikvision');
    }));

  it('subscribes and signs out with forms alone', () =>
    onPage({}, async (page) => {
      await page.goto(`${base}/subscriptions`);
      await page.getByLabel('Name', { exact: true }).fill('From a browser');
      await page.getByLabel('Address of the webhook').fill('https://hooks.example.com/z');
      await page.getByRole('button', { name: 'Subscribe' }).click();
      expect(await page.locator('.secret').textContent()).toMatch(/^whsec_/);
    }));

  it('ends an item of the review desk and finds it ended on the change, with forms alone', () =>
    onPage({}, async (page) => {
      await page.goto(`${base}/reviews`);
      await page.getByRole('checkbox', { name: /^Pick: .*Hikvision/ }).check();
      await page.getByRole('button', { name: 'Acknowledge', exact: true }).click();
      expect(await page.locator('main').textContent()).toContain('Nothing waits here');
      await page.getByLabel('State').selectOption('Acknowledged');
      await page.getByRole('button', { name: 'Show' }).click();
      await page.getByRole('link', { name: /Hikvision/ }).click();
      expect(await page.locator('main').textContent()).toContain('Mika acknowledged it');
      await page.getByRole('button', { name: 'Reopen' }).click();
      expect(await page.locator('main').textContent()).toContain('Mika reopened it');
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
    await page.locator('header').getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Key').fill(key);
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.locator('header').textContent()).toContain('Signed in as Ren Sato');
    await context.close();
  });

  it('is walked by keyboard: first past the navigation, with a visible focus', () =>
    onPage({}, async (page) => {
      await page.goto(base);
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: 'Skip to the content' });
      expect((await skip.boundingBox())?.x).toBeGreaterThanOrEqual(0);
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      const focused = page.locator('main :focus');
      expect(await focused.count()).toBe(1);
      const outline = await focused.evaluate(
        (node) => node.ownerDocument.defaultView?.getComputedStyle(node).outlineStyle,
      );
      expect(outline).toBe('solid');
    }));

  it('prints a digest without what only a screen can use', () =>
    onPage({}, async (page) => {
      await page.goto(`${base}/digest/2026-11-23`);
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('nav').isVisible()).toBe(false);
      expect(await page.locator('form').first().isVisible()).toBe(false);
      expect(await page.locator('footer').isVisible()).toBe(true);
      expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    }));

  it('prints a change on A4 with its tables as tables, what is folded open, and nothing to fill in', () =>
    onPage({}, async (page) => {
      await page.setViewportSize({ width: 680, height: 900 });
      await page.goto(`${base}/changes/${requirementWidened.changeId}`);
      await page.emulateMedia({ media: 'print' });
      for (const form of await page.locator('form').all()) expect(await form.isVisible()).toBe(false);
      const before = await page.locator('.redline td').nth(0).boundingBox();
      const after = await page.locator('.redline td').nth(1).boundingBox();
      expect(after?.y).toBe(before?.y);
      await page.goto(`${base}/digest/2026-11-23?subscription=id-1`);
      await page.emulateMedia({ media: 'print' });
      const folded = await page.locator('details > :not(summary)').all();
      expect(folded.length).toBeGreaterThan(0);
      for (const one of folded) expect(await one.isVisible()).toBe(true);
    }));

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

  it.each(PAGES)(
    '%s has no accessibility problem and needs no sideways scrolling, narrow or wide, light or dark',
    async (path) => {
      const problems: string[] = [];
      for (const { page, setting } of looks) {
        await page.goto(base + path);
        const width = await page.locator('html').evaluate((node) => node.scrollWidth);
        if (width > setting.width) problems.push(`${setting.width}: ${width} wide`);
        await page.evaluate(AXE);
        const { violations } = await page.evaluate<{ violations: Violation[] }>('axe.run()');
        for (const { id, nodes } of violations)
          problems.push(`${setting.width} ${setting.scheme} ${id}: ${nodes[0]?.html}`);
      }
      expect(problems).toEqual([]);
    },
    60_000,
  );

  it('runs nothing that a publisher printed', () =>
    onPage({ scripts: true }, async (page) => {
      const dialogs: string[] = [];
      page.on('dialog', (dialog) => {
        dialogs.push(dialog.message());
        void dialog.dismiss();
      });
      for (const path of ['/', '/changes', `/changes/${hostile.changeId}`, '/digest/2026-11-21'])
        await page.goto(base + path);
      expect(dialogs).toEqual([]);
      expect(await page.locator('main script, main img').count()).toBe(0);
    }));
});
