import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher } from './fetcher.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const received: { path: string; headers: IncomingMessage['headers']; body: string }[] = [];
const handlers: Record<string, Handler> = {
  '/ok': (_, response) => response.end('thanks'),
  '/long': (_, response) => response.end('y'.repeat(100_000)),
  '/nul': (_, response) => response.end('a\0b'),
  '/busy': (_, response) => response.writeHead(429, { 'retry-after': '7' }).end(),
  '/moved': (_, response) => response.writeHead(307, { location: '/ok' }).end(),
  '/drip': (_, response) => response.writeHead(200, { 'content-length': 100 }).write('start'),
  '/silent': () => undefined,
  '/reset': (request) => request.socket.resetAndDestroy(),
};
let server: Server;
let origin = '';
const fetcher = createFetcher({ userAgent: 'Redline/test', allow: ['127.0.0.0/8'] });

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = (await request.toArray()).join('');
    received.push({ path: request.url ?? '', headers: request.headers, body });
    handlers[request.url ?? '']?.(request, response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(async () => {
  await fetcher.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const send = (path: string, timeoutMs = 5_000) =>
  fetcher.post({
    url: `${origin}${path}`,
    headers: { 'Content-Type': 'application/json' },
    body: '{"a":"輸"}',
    timeoutMs,
  });

describe('post', () => {
  it('sends exactly the bytes given, with the headers given, and reports the answer', async () => {
    expect(await send('/ok')).toMatchObject({ kind: 'answered', status: 200, bodyText: 'thanks' });
    expect(received.at(-1)).toMatchObject({
      body: '{"a":"輸"}',
      headers: { 'content-type': 'application/json', 'user-agent': 'Redline/test', 'content-length': '11' },
    });
  });

  it('keeps the start of a long answer', async () => {
    const outcome = await send('/long');
    expect(outcome.kind === 'answered' && outcome.bodyText.length).toBe(16_384);
  });

  it('replaces NUL, which a database would refuse', async () => {
    expect(await send('/nul')).toMatchObject({ bodyText: 'a\uFFFDb' });
  });

  it('reports how long a throttling receiver wants to be left alone', async () => {
    expect(await send('/busy')).toMatchObject({ kind: 'answered', status: 429, retryAfterMs: 7_000 });
  });

  it('never follows a redirect', async () => {
    const before = received.length;
    expect(await send('/moved')).toMatchObject({ kind: 'answered', status: 307 });
    expect(received.length).toBe(before + 1);
  });

  it('counts an answer whose body never ends as answered, at the deadline', async () => {
    expect(await send('/drip', 300)).toMatchObject({ kind: 'answered', status: 200, bodyText: 'start' });
  });

  it('gives up on a receiver that says nothing', async () => {
    expect(await send('/silent', 300)).toMatchObject({ kind: 'unreachable', because: 'timeout' });
  });

  it('gives up at the deadline on a host whose name is still being looked up, and sends nothing later', async () => {
    const lookedUp = Promise.withResolvers<readonly { address: string; family: number }[]>();
    const slow = createFetcher({ userAgent: 'x', allow: ['127.0.0.0/8'], resolve: () => lookedUp.promise });
    const to = (path: string, timeoutMs: number) =>
      slow.post({ url: `http://slow.example:${new URL(origin).port}${path}`, headers: {}, body: '', timeoutMs });
    expect(await to('/late', 50)).toMatchObject({ kind: 'unreachable', because: 'timeout' });
    const next = to('/ok', 5_000);
    lookedUp.resolve([{ address: '127.0.0.1', family: 4 }]);
    expect(await next).toMatchObject({ kind: 'answered', status: 200 });
    expect(received.map(({ path }) => path)).not.toContain('/late');
    await slow.close();
  });

  it('reports a connection that was ended', async () => {
    expect(await send('/reset')).toMatchObject({ kind: 'unreachable', because: 'reset' });
  });

  it('reports a port where nobody listens and a name that does not exist', async () => {
    const strict = createFetcher({
      userAgent: 'x',
      allow: ['127.0.0.0/8'],
      resolve: async () => Promise.reject(Object.assign(new Error('no such host'), { code: 'ENOTFOUND' })),
    });
    const to = (url: string) => strict.post({ url, headers: {}, body: '', timeoutMs: 2_000 });
    expect(await to('http://127.0.0.1:1/')).toMatchObject({ kind: 'unreachable', because: 'connect' });
    expect(await to('https://gone.example/')).toMatchObject({ kind: 'unreachable', because: 'dns' });
    await strict.close();
  });

  it('refuses a target on a private address before a byte is sent', async () => {
    const strict = createFetcher({ userAgent: 'x', resolve: async () => [{ address: '10.0.0.1', family: 4 }] });
    const to = (url: string) => strict.post({ url, headers: {}, body: 'secret', timeoutMs: 2_000 });
    const before = received.length;
    expect(await to(`${origin}/ok`)).toEqual({ kind: 'refused_target', because: 'blocked_address' });
    expect(await to('https://hooks.example/')).toEqual({ kind: 'refused_target', because: 'blocked_address' });
    expect(await to('http://169.254.169.254/latest/meta-data/')).toEqual({
      kind: 'refused_target',
      because: 'blocked_address',
    });
    expect(await to('gopher://hooks.example/')).toEqual({ kind: 'refused_target', because: 'bad_url' });
    expect(received.length).toBe(before);
    await strict.close();
  });
});
