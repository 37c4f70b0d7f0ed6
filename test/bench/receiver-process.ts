import { createServer } from 'node:http';
import { instant } from './measure.ts';

/*
 * A subscriber in a process of its own: answers 204 and notes when each message came. Sends its port to its parent, and
 * what it noted when asked.
 */
const arrivals: [webhookId: string, changeId: string, at: number][] = [];

const server = createServer((request, response) => {
  const at = instant();
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    response.writeHead(204).end();
    const [, changeId = ''] = /"changeId":"([^"]*)"/.exec(Buffer.concat(chunks).toString('utf8')) ?? [];
    arrivals.push([String(request.headers['webhook-id']), changeId, at]);
  });
});

process.on('message', () => process.send?.({ arrivals: arrivals.splice(0) }));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: address && typeof address === 'object' ? address.port : 0 });
});
