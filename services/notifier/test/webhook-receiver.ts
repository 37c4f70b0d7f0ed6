import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';

/** One request that carried a valid signature. */
export interface Received {
  readonly webhookId: string;
  readonly timestamp: number;
  readonly message: unknown;
}

export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface WebhookReceiver {
  readonly url: string;
  /** Requests that verified, in order of arrival. */
  readonly received: readonly Received[];
  /** How many did not verify. */
  readonly refused: () => number;
  /** Resolves once this many requests have verified. */
  arrived(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A subscriber's server: verifies with the public library on the raw bytes, then answers as told. */
export async function startReceiver(
  secret: string,
  answer: (received: Received, count: number) => Answer | Promise<Answer> = () => ({ status: 200 }),
): Promise<WebhookReceiver> {
  const received: Received[] = [];
  let refused = 0;
  let waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer(async (request, response) => {
    const body = await rawBody(request);
    const one = verified(secret, request, body);
    if (!one) {
      refused += 1;
      response.writeHead(400).end('signature');
      return;
    }
    received.push(one);
    const count = received.length;
    for (const waiter of waiting) if (waiter.count <= count) waiter.resolve();
    waiting = waiting.filter((waiter) => waiter.count > count);
    const { status, headers } = await answer(one, count);
    response.writeHead(status, headers).end('noted\0');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    received,
    refused: () => refused,
    arrived: (count) =>
      new Promise((resolve) => {
        if (received.length >= count) resolve();
        else waiting.push({ count, resolve });
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function rawBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function verified(secret: string, { headers }: IncomingMessage, body: string): Received | undefined {
  const webhookId = String(headers['webhook-id']);
  const timestamp = String(headers['webhook-timestamp']);
  const signature = String(headers['webhook-signature']);
  try {
    const message = new Webhook(secret).verify(body, {
      'webhook-id': webhookId,
      'webhook-timestamp': timestamp,
      'webhook-signature': signature,
    });
    return { webhookId, timestamp: Number(timestamp), message };
  } catch {
    return undefined;
  }
}
