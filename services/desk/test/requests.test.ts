import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAdmin, type DeskUnderTest, openDesk } from './desk-under-test.ts';

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const path = '/api/v1/subscriptions';

describe('requests that cannot be taken', () => {
  it('refuses another media type with 415 and names the right one', async () => {
    const answer = await desk.send('POST', path, 'name=x', {
      ...asAdmin,
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(await answer.json()).toMatchObject({ status: 415, detail: expect.stringContaining('application/json') });
    const yaml = await desk.send('POST', `${path}/import`, '{}', { ...asAdmin, 'content-type': 'application/json' });
    expect(await yaml.json()).toMatchObject({ status: 415, detail: expect.stringContaining('application/yaml') });
  });

  it('refuses a body over 1 MB', async () => {
    const answer = await desk.send('POST', path, 'x'.repeat(1_000_001), {
      ...asAdmin,
      'content-type': 'application/json',
    });
    expect(answer.status).toBe(413);
  });

  it('refuses what is not JSON in words', async () => {
    const answer = await desk.send('POST', path, '{"name":', { ...asAdmin, 'content-type': 'application/json' });
    expect(await answer.json()).toMatchObject({ status: 400, detail: 'The body is not valid JSON.' });
  });

  it('answers an unknown address with 404 in the form the caller reads', async () => {
    expect(await (await desk.get('/api/v1/nothing')).json()).toMatchObject({ status: 404, title: 'Not found' });
    expect(await (await desk.get('/nothing')).text()).toContain('<h1>Not found</h1>');
  });

  it('says nothing about its inside when it fails, and records the failure', async () => {
    const failing = await openDesk();
    await failing.close();
    const answer = await failing.get('/api/v1/changes');
    expect(answer.status).toBe(500);
    expect(await answer.json()).toMatchObject({ title: 'Something went wrong here' });
    expect(failing.logged).toEqual(['request.failed']);
  });
});

describe('answers', () => {
  it.each(['/', '/api/v1/changes', '/feed.atom', '/nothing', '/style-x.css'])(
    '%s carries the security headers',
    async (at) => {
      const { headers } = await desk.get(at);
      expect(headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(headers.get('content-security-policy')).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
    },
  );

  it('are kept by no cache, except the stylesheet, which is kept forever', async () => {
    const page = await desk.get('/');
    expect(page.headers.get('cache-control')).toBe('no-store');
    const style = /href="(\/style-[0-9a-f]+\.css)"/.exec(await page.text())?.[1] ?? '';
    const sheet = await desk.get(style);
    expect(sheet.headers.get('cache-control')).toContain('immutable');
    expect(await sheet.text()).toContain('prefers-color-scheme: dark');
  });

  it('of the feed repeat as 304 while nothing changed', async () => {
    const first = await desk.get('/feed.atom');
    const again = await desk.get('/feed.atom', { 'if-none-match': first.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
  });
});

describe('what an operator asks', () => {
  it('is alive without a key, and ready while its dependencies answer', async () => {
    expect((await desk.get('/healthz')).status).toBe(200);
    expect((await desk.get('/readyz')).status).toBe(200);
  });

  it('is ready with old data, but names the sources behind', async () => {
    const { sourcesBehind } = await (await desk.get('/readyz')).json();
    expect(sourcesBehind).toEqual(['us-federal-register', 'jp-egov-324CO0000000378', 'jp-meti-news']);
  });

  it('is not ready without its store', async () => {
    const broken = await openDesk({ broken: true });
    const answer = await broken.get('/readyz');
    expect(answer.status).toBe(503);
    expect((await answer.json()).checks).toEqual([{ name: 'store', ok: false, detail: 'no answer' }]);
    await broken.close();
  });
});
