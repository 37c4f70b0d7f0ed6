import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAdmin, type DeskUnderTest, inBrowser, openDesk } from './desk-under-test.ts';
import { ATTACK, hostile } from './example-changes.ts';

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await openDesk();
  const body = {
    name: ATTACK,
    profile: { instruments: ['*'] },
    channel: { kind: 'webhook', url: `https://hooks.example.com/?${encodeURIComponent(ATTACK)}` },
  };
  expect((await desk.send('POST', '/api/v1/subscriptions', body, asAdmin)).status).toBe(201);
});
afterAll(() => desk.close());

const PAGES = [
  '/',
  '/changes?history=1',
  `/changes?text=${encodeURIComponent(ATTACK)}`,
  `/changes?instrument=${encodeURIComponent(ATTACK)}`,
  `/changes/${hostile.changeId}`,
  '/digest/2026-11-21',
  '/digest/2026-11-21?subscription=id-1',
  `/digest/${encodeURIComponent(ATTACK)}`,
  '/sources',
  '/instruments',
  '/deadlines',
  `/deadlines?month=${encodeURIComponent(ATTACK)}&kind=${encodeURIComponent(ATTACK)}`,
  `/entities?name=${encodeURIComponent(ATTACK)}`,
  `/entities/${encodeURIComponent(ATTACK)}`,
  '/readings/reading-held',
  `/captures/${encodeURIComponent(ATTACK)}`,
  '/subscriptions',
  '/deliveries',
  `/login/${encodeURIComponent(ATTACK)}`,
  `/${encodeURIComponent(ATTACK)}`,
];

describe('text that a hostile publisher or visitor printed', () => {
  it.each(PAGES)('stays text on %s', async (path) => {
    const answer = await desk.get(path, inBrowser);
    expect(answer.headers.get('content-type')).toContain('text/html');
    const page = await answer.text();
    expect(page).not.toMatch(/<(script|img|b)\b/i);
    expect(page).not.toMatch(/href="javascript:/i);
    expect(page).not.toMatch(/\son\w+="/i);
  });

  it('is really shown: the change page prints the attack as it was written', async () => {
    const page = await (await desk.get(`/changes/${hostile.changeId}`)).text();
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  });

  it('stays text in the Atom feed, twice escaped because a title of type html is read as HTML', async () => {
    const feed = await (await desk.get('/feed.atom')).text();
    const title = /<title type="html"><!\[CDATA\[(Guidance.*?)\]\]><\/title>/s.exec(feed)?.[1] ?? '';
    expect(title).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(feed).not.toContain('<script');
    expect(feed).not.toContain('href="javascript:');
  });

  it('leaves the API only as JSON that no browser renders', async () => {
    const answer = await desk.get(`/api/v1/changes/${hostile.changeId}`);
    expect(answer.headers.get('content-type')).toContain('application/json');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    const { change, links } = await answer.json();
    expect(change.subject.label).toBe(ATTACK);
    expect(links.official).toBeUndefined();
  });
});
