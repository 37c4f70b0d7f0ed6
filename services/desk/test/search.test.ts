import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provisionEntries } from '#differ';
import { provisionId, saveSearchEntries } from '#store';
import { asAdmin, type DeskUnderTest, inBrowser, openDesk } from './desk-under-test.ts';
import { hikvision } from './example-changes.ts';

const AT = '2026-11-23T12:00:00.000Z';
const ITEM = { kind: 'item', label: '7の項(16)', text: '半導体素子の<b>製造装置</b>', locator: '別表第一' } as const;

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await openDesk();
  const [source] = desk.ports.sources;
  if (!source) throw new Error('the desk under test has a source');
  const reading = { kind: 'text', title: '輸出貿易管理令', lang: 'ja', provisions: [ITEM], revision: {} } as const;
  await desk.store.transaction((tx) => saveSearchEntries(tx, provisionEntries(source, reading, AT)));
});
afterAll(() => desk.close());

const find = async (query: string) => (await desk.get(`/api/v1/search?${query}`, asAdmin)).json();
const page = async (query: string) => (await desk.get(`/search?${query}`, inBrowser)).text();

describe('search', () => {
  it('answers with the words around what was looked for, and leads to the page of a change', async () => {
    const answer = await find('q=hikvision&kind=change');
    const hit = answer.hits.find((one: { id: string }) => one.id === hikvision.changeId);
    expect(hit.links.api).toMatch(`/api/v1/changes/${hikvision.changeId}`);
    expect(hit.title.filter((part: { found: boolean }) => part.found)).toMatchObject([{ text: 'Hikvision' }]);
    expect(answer.complete).toBe(false);
  });

  it('marks a provision in escaped text, whatever the publisher printed', async () => {
    const shown = await page(`q=${encodeURIComponent('製造装置')}`);
    expect(shown).toContain('半導体素子の&lt;b&gt;<mark>製造装置</mark>&lt;/b&gt;');
    expect(shown).toContain('still being indexed');
    const [hit] = (await find(`q=${encodeURIComponent('七の項（一六）')}`)).hits;
    expect(hit).toMatchObject({ kind: 'provision', rank: 'code', label: '7の項(16)' });
    expect(hit.id).toBe(provisionId(desk.ports.sources[0]?.id ?? '', '7の項(16)'));
  });

  it('takes any text for a query and shows it back as text', async () => {
    for (const q of [
      '"',
      '-',
      '*',
      'AND NOT (',
      "'; drop table changes",
      '<script>alert(1)</script>',
      '\u0000',
      '"a" OR',
      '%',
      '𠮷',
    ]) {
      const answer = await desk.get(`/api/v1/search?q=${encodeURIComponent(q)}`, asAdmin);
      expect(answer.status, q).toBe(200);
      const shown = await desk.get(`/search?q=${encodeURIComponent(q)}`, inBrowser);
      expect(shown.status, q).toBe(200);
      expect(await shown.text()).not.toContain('<script>');
    }
  });

  it('goes on where a page ended, and refuses a cursor that is none', async () => {
    const whole = (await find('q=us&limit=100')).hits.map((one: { id: string }) => one.id);
    const first = await find('q=us&limit=1');
    const second = await find(`q=us&limit=1&after=${first.next}`);
    expect([first.hits[0].id, second.hits[0].id]).toEqual(whole.slice(0, 2));
    expect((await desk.get('/api/v1/search?q=us&after=x', asAdmin)).status).toBe(422);
  });

  it('is asked from a form in the head of every page', async () => {
    expect(await (await desk.get('/', inBrowser)).text()).toContain('<form class="find" method="get" action="/search"');
    expect(await page('q=%22Hikvision%22')).toContain('value="&quot;Hikvision&quot;"');
  });
});
