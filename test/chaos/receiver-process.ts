import { appendFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';

/**
 * A subscriber in a process of its own: `node receiver-process.ts SECRET FILE MOOD`. Prints its port. Notes each message it
 * accepted, verified by the specification's reference library. In a bad mood it refuses the first sight of every third.
 */
const [secret = '', file = '', mood = 'well'] = process.argv.slice(2);
const webhook = new Webhook(secret);
const refused = new Set<string>();

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', async () => {
    const body = Buffer.concat(chunks).toString('utf8');
    const id = String(request.headers['webhook-id']);
    if (mood === 'slow') await pause(60);
    if (mood.endsWith('_first') && !refused.has(id) && id.charCodeAt(id.length - 1) % 3 === 0) {
      refused.add(id);
      if (mood === 'resets_first') return response.destroy();
      return response.writeHead(mood === 'throttles_first' ? 429 : 500, { 'retry-after': '1' }).end();
    }
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(request.headers['webhook-timestamp']),
      'webhook-signature': String(request.headers['webhook-signature']),
    };
    appendFileSync(file, `${JSON.stringify({ id, verified: verifies(body, headers), body })}\n`);
    return response.writeHead(204).end();
  });
});

function verifies(body: string, headers: Record<string, string>): boolean {
  try {
    webhook.verify(body, headers);
    return true;
  } catch {
    return false;
  }
}

server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.stdout.write(`${address && typeof address === 'object' ? address.port : 0}\n`);
});
