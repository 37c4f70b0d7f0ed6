import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asAdmin, asReader, type DeskUnderTest, ORIGIN, openDesk, visit } from './desk-under-test.ts';

let desk: DeskUnderTest;
let now: Date;
beforeEach(async () => {
  now = new Date('2026-11-24T09:00:00.000Z');
  desk = await openDesk({ now: () => now, limits: { requests: 6, signIns: 2, wrongKeys: 2 } });
});
afterEach(() => desk.close());

const from = (address: string, headers: Record<string, string> = {}, path = '/api/v1/changes') =>
  desk.desk.fetch(new Request(`${ORIGIN}${path}`, { headers }), address);
const statuses = async (times: number, ask: () => Promise<Response>) => {
  const seen: number[] = [];
  for (let index = 0; index < times; index += 1) seen.push((await ask()).status);
  return seen;
};
const wrong = (key: string) => ({ authorization: `Bearer ${key}` });

describe('limits', () => {
  it('hold a key to its requests in a minute, wherever they come from, and say when to go on', async () => {
    expect(await statuses(6, () => from('192.0.2.1', asReader))).toEqual([200, 200, 200, 200, 200, 200]);
    const refused = await from('192.0.2.9', asReader);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('10');
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(await refused.json()).toEqual({
      type: 'urn:redline:problem:too_many_requests',
      title: 'Too many requests',
      status: 429,
      detail: 'Wait 10 seconds, then go on.',
    });
    expect((await from('192.0.2.1', asAdmin)).status).toBe(200);
    now = new Date(now.getTime() + 10_000);
    expect((await from('192.0.2.1', asReader)).status).toBe(200);
  });

  it('hold whoever is nobody by address, on pages too', async () => {
    await statuses(6, () => from('192.0.2.1'));
    const page = await from('192.0.2.1', {}, '/sources');
    expect(page.status).toBe(429);
    expect(page.headers.get('retry-after')).toBe('10');
    expect(page.headers.get('content-type')).toContain('text/html');
    expect((await from('192.0.2.2', {}, '/sources')).status).toBe(200);
  });

  it('stop an address that guesses keys, its right ones too, and no other address', async () => {
    expect((await from('192.0.2.1', wrong('guess-1'))).status).toBe(401);
    expect((await from('192.0.2.1', wrong('guess-2'))).status).toBe(401);
    expect((await from('192.0.2.1', wrong('guess-3'))).status).toBe(429);
    expect((await from('192.0.2.1', asAdmin)).status).toBe(429);
    expect((await from('192.0.2.2', asAdmin)).status).toBe(200);
    now = new Date(now.getTime() + 30_000);
    expect((await from('192.0.2.1', asAdmin)).status).toBe(200);
  });

  it('do not take a program that repeats a revoked key for one that guesses', async () => {
    expect(await statuses(5, () => from('192.0.2.1', wrong('revoked')))).toEqual([401, 401, 401, 401, 401]);
    expect((await from('192.0.2.1', asAdmin)).status).toBe(200);
    expect(await statuses(2, () => from('192.0.2.1', wrong('revoked')))).toEqual([401, 429]);
  });

  it('let an address try to sign in only so often', async () => {
    const { body, headers } = await visit(desk, '/login');
    const tries: number[] = [];
    for (const key of ['a', 'b', 'c']) {
      tries.push((await desk.send('POST', '/login', `${body}&key=${key}`, headers)).status);
    }
    expect(tries).toEqual([401, 401, 429]);
  });
});
