import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher } from './fetcher.ts';

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const json = { 'content-type': 'application/json' };
const handlers: Record<string, Handler> = {
  '/declared-huge': (_, response) => response.writeHead(200, { ...json, 'content-length': 10_000_000 }).flushHeaders(),
  '/chunked-cut': (request, response) =>
    response.writeHead(200, json).write('{"a":', () => request.socket.resetAndDestroy()),
  '/cloudflare': (_, response) => response.writeHead(403, { 'cf-mitigated': 'challenge' }).end('<html>'),
  '/aws': (_, response) => response.writeHead(202, { 'x-amzn-waf-action': 'challenge' }).end(),
  '/forbidden': (_, response) => response.writeHead(403).end('no'),
  '/no-content': (_, response) => response.writeHead(204).end(),
  '/part': (_, response) => response.writeHead(206, json).end('{'),
  '/untyped': (_, response) => response.writeHead(200).end('{}'),
  '/zstd': (_, response) => response.writeHead(200, { ...json, 'content-encoding': 'zstd' }).end('{}'),
  '/unasked-304': (_, response) => response.writeHead(304).end(),
  '/error-without-end': (_, response) => response.writeHead(500).write('still talking'),
  '/slow-hop': (_, response) => void setTimeout(() => response.writeHead(302, { location: '/slow-hop' }).end(), 120),
  '/garbage': (request) => request.socket.end('this is not HTTP\r\n\r\n'),
};
let server: Server;
let origin = '';
const fetcher = createFetcher({ userAgent: 'Redline/test', allow: ['127.0.0.0/8'] });

beforeAll(async () => {
  server = createServer((request, response) => handlers[request.url ?? '']?.(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
});
afterAll(async () => {
  await fetcher.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const get = (path: string, accept = ['application/json'], timeoutMs = 2_000) =>
  fetcher.get({ url: `${origin}${path}`, accept, timeoutMs, maxBodyBytes: 1_000, requestsPerSecond: 1_000 });

describe('one exchange', () => {
  it('refuses a declared length beyond the limit before any of it came', async () => {
    expect(await get('/declared-huge')).toMatchObject({
      because: 'too_large',
      detail: '10000000 bytes declared, limit 1000',
    });
  });

  it('takes a chunked body without its end for truncated', async () => {
    expect(await get('/chunked-cut')).toMatchObject({ kind: 'refused', because: 'truncated' });
  });

  it.each(['/cloudflare', '/aws'])('knows a challenge by its header, whatever its status: %s', async (path) => {
    expect(await get(path)).toMatchObject({ kind: 'refused', because: 'blocked_page' });
  });

  it('leaves a plain 403 a status', async () => {
    expect(await get('/forbidden')).toMatchObject({ kind: 'unavailable', because: 'status', status: 403 });
  });

  it('accepts neither nothing nor a part as the publication', async () => {
    expect(await get('/no-content')).toMatchObject({ kind: 'refused', because: 'empty' });
    expect(await get('/part')).toMatchObject({ kind: 'refused', because: 'truncated' });
  });

  it('takes an undeclared type for bytes of any kind', async () => {
    expect(await get('/untyped')).toMatchObject({ kind: 'refused', because: 'wrong_type' });
    expect(await get('/untyped', ['*/*'])).toMatchObject({ kind: 'fetched', mediaType: 'application/octet-stream' });
  });

  it('refuses an encoding it did not offer', async () => {
    expect(await get('/zstd')).toMatchObject({ kind: 'refused', because: 'bad_encoding' });
  });

  it('does not believe "not modified" when it did not ask', async () => {
    expect(await get('/unasked-304')).toMatchObject({ kind: 'unavailable', because: 'status', status: 304 });
  });

  it('reports the status of an error whose body never ends', async () => {
    expect(await get('/error-without-end', undefined, 300)).toMatchObject({ because: 'status', status: 500 });
  });

  it('has one deadline for all redirects together', async () => {
    expect(await get('/slow-hop', undefined, 300)).toMatchObject({ kind: 'unavailable', because: 'timeout' });
  });

  it('reports an answer that is not HTTP', async () => {
    expect(await get('/garbage')).toMatchObject({ kind: 'unavailable', because: 'protocol' });
  });
});
