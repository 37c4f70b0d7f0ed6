import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { type PublisherServer, type PublisherServerOptions, startPublisherServer } from './publisher-server.ts';
import { addressKey, captureOf, loadCaptures } from './publisher-server-captures.ts';

const SEARCH = 'https://www.federalregister.gov/api/v1/documents.json?conditions[type][]=RULE&order=newest';
const captures = [
  captureOf({ url: SEARCH, retrievedAt: '2024-01-02T00:00:00Z', mediaType: 'application/json', body: '{"count":1}' }),
  captureOf({ url: SEARCH, retrievedAt: '2024-01-01T00:00:00Z', mediaType: 'application/json', body: '{"count":0}' }),
];
const running: PublisherServer[] = [];

async function start(options: Partial<PublisherServerOptions> = {}): Promise<PublisherServer> {
  const server = await startPublisherServer({ captures, now: '2024-01-01T12:00:00Z', ...options });
  running.push(server);
  return server;
}
afterEach(() => Promise.all(running.splice(0).map((server) => server.close())));

describe('the publisher server', () => {
  it('serves the version of its simulated instant', async () => {
    const server = await start();
    const ask = async () => (await fetch(server.rewrite(SEARCH))).text();
    expect(await ask()).toBe('{"count":0}');
    server.setNow('2024-01-03T00:00:00Z');
    expect(await ask()).toBe('{"count":1}');
    server.setNow('2023-12-31T00:00:00Z');
    expect(await ask()).toContain('404 Not Found');
  });

  it('knows an address by its meaning: order and encoding of the query do not matter', () => {
    const reordered =
      'http://www.federalregister.gov/api/v1/documents.json?order=newest&conditions%5Btype%5D%5B%5D=RULE';
    expect(addressKey(reordered)).toBe(addressKey(SEARCH));
    expect(addressKey(SEARCH.replace('RULE', 'NOTICE'))).not.toBe(addressKey(SEARCH));
  });

  it('serves plain bytes to a client that does not take gzip', async () => {
    const server = await start();
    const answer = await fetch(server.rewrite(SEARCH), { headers: { 'accept-encoding': 'identity' } });
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(await answer.text()).toBe('{"count":0}');
  });

  it('answers what no capture names through `otherwise`', async () => {
    const server = await start({ otherwise: (url) => (url.pathname.startsWith('/api/v1/') ? captures[0] : undefined) });
    expect((await fetch(server.rewrite('https://www.federalregister.gov/api/v1/agencies.json'))).status).toBe(200);
    expect((await fetch(server.rewrite('https://www.federalregister.gov/agencies'))).status).toBe(404);
  });

  it('begins with the faults it was given and heals after so many requests', async () => {
    const server = await start({ faults: { [SEARCH]: { kind: 'status', status: 500 } } });
    expect((await fetch(server.rewrite(SEARCH))).status).toBe(500);
    server.setFault(SEARCH, { kind: 'status', status: 502 }, 2);
    const statuses = [];
    for (let request = 0; request < 3; request += 1) statuses.push((await fetch(server.rewrite(SEARCH))).status);
    expect(statuses).toEqual([502, 502, 200]);
  });
});

describe('loadCaptures', () => {
  it('reads a corpus folder, stored compressed or not', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'redline-corpus-'));
    const row = (path: string, further: object = {}) =>
      JSON.stringify({
        url: `https://data.trade.gov/${path}`,
        retrievedAt: '2026-07-31T13:15:00Z',
        mediaType: 'application/json',
        path,
        ...further,
      });
    await writeFile(
      join(folder, 'captures-demo.jsonl'),
      `${row('a.json')}\n${row('b.json.gz', { contentEncoding: 'gzip' })}\n`,
    );
    await writeFile(join(folder, 'a.json'), '{"a":1}');
    await writeFile(join(folder, 'b.json.gz'), gzipSync('{"b":1}'));
    const loaded = await loadCaptures(folder);
    const bodies = await Promise.all(loaded.map(async ({ read }) => new TextDecoder().decode(await read())));
    expect(bodies).toEqual(['{"a":1}', '{"b":1}']);
    await rm(folder, { recursive: true });
  });

  it('says which line of a manifest lacks what', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'redline-corpus-'));
    await writeFile(join(folder, 'captures-demo.jsonl'), '{"url":"https://www.fcc.gov/"}\n');
    await expect(loadCaptures(folder)).rejects.toThrow(/manifest line without (path|retrievedAt)/);
    await rm(folder, { recursive: true });
  });
});

const corpus = resolve(process.env.REDLINE_CORPUS ?? '../shared/corpus');
const isThere = existsSync(corpus);
if (!isThere) console.info(`skipped: no corpus at ${corpus}; set REDLINE_CORPUS`);

describe.skipIf(!isThere)('the publisher server over the corpus', () => {
  it('serves every capture under its own address at its own instant', async () => {
    const all = await loadCaptures(corpus);
    const server = await start({ captures: all });
    expect(all.length).toBeGreaterThan(50);
    for (const { url, retrievedAt } of all.filter((_, index) => index % 10 === 0)) {
      server.setNow(retrievedAt);
      expect((await fetch(server.rewrite(url), { method: 'HEAD' })).status, url).toBe(200);
    }
  });
});
