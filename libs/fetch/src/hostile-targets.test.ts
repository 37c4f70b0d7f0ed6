import { createServer as createHttpServer } from 'node:http';
import { createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFetcher } from './fetcher.ts';

let accepted = 0;
let servers: Server[] = [];
let port = 0;

async function listen(host: string, at: number): Promise<Server> {
  const server = createServer((socket) => {
    accepted += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(at, host, resolve));
  return server;
}

beforeAll(async () => {
  const first = await listen('127.0.0.1', 0);
  const address = first.address();
  port = address !== null && typeof address === 'object' ? address.port : 0;
  servers = [
    first,
    ...(await listen('::1', port)
      .then((one) => [one])
      .catch(() => [])),
  ];
});
afterAll(() => {
  for (const server of servers) server.close();
});

/** Hosts that lead, or are written so that they seem not to lead, inside. */
const HOSTS = [
  ...[
    '127.0.0.1',
    '127.1',
    '127.0.1',
    '0177.0.0.1',
    '0x7f.0.0.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '127.255.255.254',
  ],
  ...['0.0.0.0', '0', '[::]', '[::1]', '[0:0:0:0:0:0:0:1]', '[::ffff:127.0.0.1]', '[::ffff:7f00:1]', '[::127.0.0.1]'],
  ...[
    '[64:ff9b::7f00:1]',
    '[64:ff9b::127.0.0.1]',
    '[2002:7f00:1::]',
    '[fe80::1]',
    '[fe80::1%25lo]',
    '[fc00::1]',
    '[ff02::1]',
  ],
  ...['10.0.0.1', '172.16.0.1', '192.168.1.1', '100.64.0.1', '169.254.169.254', '[fd00:ec2::254]', '168.63.129.16'],
  ...['localhost', 'LOCALHOST.', '127。0。0。1', '１２７.0.0.1', '①②⑦.0.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1'],
  ...['255.255.255.255', 'user:pass@127.0.0.1', 'example.com@127.0.0.1', 'inside.test', 'mixed.test'],
];

/** Names that lead inside, alone or beside a public address. */
const resolve = async (host: string) => {
  const inside = { address: '127.0.0.1', family: 4 };
  return host === 'mixed.test' ? [{ address: '93.184.216.34', family: 4 }, inside] : [inside];
};

describe('a hostile target', () => {
  it('of forty and more kinds is refused without one connection', async () => {
    expect(HOSTS.length).toBeGreaterThanOrEqual(40);
    const fetcher = createFetcher({ userAgent: 'Redline tests', resolve });
    const outcomes = await Promise.all(
      HOSTS.map((host) => fetcher.post({ url: `http://${host}:${port}/`, headers: {}, body: '{}', timeoutMs: 3_000 })),
    );
    await fetcher.close();
    const letThrough = HOSTS.filter((_, at) => outcomes[at]?.kind !== 'refused_target');
    expect(letThrough).toEqual([]);
    expect(accepted).toBe(0);
  });

  it('behind a name that is public when asked first and inside when asked again gets no connection', async () => {
    const answers = ['93.184.216.34', '127.0.0.1'];
    const fetcher = createFetcher({
      userAgent: 'Redline tests',
      resolve: async () => [{ address: answers.shift() ?? '127.0.0.1', family: 4 }],
      connectTimeoutMs: 50,
    });
    const send = () =>
      fetcher.post({ url: `http://rebinding.test:${port}/`, headers: {}, body: '{}', timeoutMs: 3_000 });
    const outcomes = [await send(), await send()];
    await fetcher.close();
    expect(outcomes[0]?.kind).toBe('unreachable');
    expect(outcomes[1]).toEqual({ kind: 'refused_target', because: 'blocked_address' });
    expect(accepted).toBe(0);
  });

  it.each([301, 302, 303, 307, 308])(
    'that a public receiver sends us on to with %i gets no connection',
    async (status) => {
      let asked = 0;
      const receiver = createHttpServer((_, response) => {
        asked += 1;
        response.writeHead(status, { location: `http://127.0.0.1:${port}/` }).end();
      });
      await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.2', resolve));
      const at = receiver.address();
      const url = `http://127.0.0.2:${at !== null && typeof at === 'object' ? at.port : 0}/`;
      const fetcher = createFetcher({ userAgent: 'Redline tests', allow: ['127.0.0.2/32'] });
      expect(await fetcher.post({ url, headers: {}, body: '{}', timeoutMs: 3_000 })).toMatchObject({
        kind: 'answered',
        status,
      });
      await fetcher.close();
      receiver.close();
      expect(asked).toBe(1);
      expect(accepted).toBe(0);
    },
  );
});
