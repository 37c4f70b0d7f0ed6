import { createServer, type Server } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BlockedAddressError } from './fetch-error.ts';
import { guardedAgent } from './guarded-agent.ts';
import type { ResolvedAddress } from './resolve-permitted.ts';

let server: Server;
let port = 0;
const agents: ReturnType<typeof guardedAgent>[] = [];

beforeAll(async () => {
  server = createServer((request, response) => response.end(`served ${request.headers.host}`));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  port = typeof address === 'object' && address !== null ? address.port : 0;
});
afterEach(async () => {
  await Promise.all(agents.splice(0).map((agent) => agent.destroy()));
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const ipv4 = (address: string): ResolvedAddress => ({ address, family: 4 });

/** Answers each look-up with the next list, and counts. */
function scriptedResolver(...answers: readonly ResolvedAddress[][]) {
  const asked: string[] = [];
  const resolve = async (hostname: string) => {
    asked.push(hostname);
    return answers[Math.min(asked.length, answers.length) - 1] ?? [];
  };
  return { asked, resolve };
}

async function ask(origin: string, options: Parameters<typeof guardedAgent>[0]): Promise<string> {
  const agent = guardedAgent(options);
  agents.push(agent);
  const { body } = await agent.request({ origin, path: '/', method: 'GET' });
  return body.text();
}

describe('guardedAgent', () => {
  it('connects to the address it checked, after one look-up, under the name that was asked', async () => {
    const { asked, resolve } = scriptedResolver([ipv4('127.0.0.1')], [ipv4('10.0.0.1')]);
    const text = await ask(`http://hooks.example:${port}`, { allow: ['127.0.0.0/8'], resolve });
    expect(text).toBe(`served hooks.example:${port}`);
    expect(asked).toEqual(['hooks.example']);
  });

  it('refuses a name that answers with a public address at the check of a form and a private one later', async () => {
    const { resolve } = scriptedResolver([ipv4('93.184.215.14')], [ipv4('127.0.0.1')]);
    await resolve('rebinding.example');
    await expect(ask(`http://rebinding.example:${port}`, { resolve })).rejects.toBeInstanceOf(BlockedAddressError);
  });

  it('refuses a name when only one of its addresses is private', async () => {
    const { resolve } = scriptedResolver([ipv4('93.184.215.14'), ipv4('169.254.169.254')]);
    await expect(ask('http://mixed.example', { resolve })).rejects.toMatchObject({ code: 'FETCH_BLOCKED_ADDRESS' });
  });

  it('checks the address behind TLS as well', async () => {
    const { resolve } = scriptedResolver([ipv4('10.0.0.1')]);
    await expect(ask('https://inner.example', { resolve })).rejects.toBeInstanceOf(BlockedAddressError);
  });

  it.each(['127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433', '0177.0.0.1'])(
    'refuses the literal %s without a look-up',
    async (host) => {
      const { asked, resolve } = scriptedResolver([ipv4('93.184.215.14')]);
      const { origin } = new URL(`http://${host}:${port}`);
      await expect(ask(origin, { resolve })).rejects.toBeInstanceOf(BlockedAddressError);
      expect(asked).toEqual([]);
    },
  );

  it('refuses a name that leads to loopback', async () => {
    const { resolve } = scriptedResolver([ipv4('127.0.0.1')]);
    await expect(ask('http://localtest.example', { resolve })).rejects.toBeInstanceOf(BlockedAddressError);
  });

  it('reports a name without addresses as not found', async () => {
    const { resolve } = scriptedResolver([]);
    await expect(ask('http://empty.example', { resolve })).rejects.toMatchObject({ code: 'ENOTFOUND' });
  });
});
