import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { documentedCode } from './documented-code.ts';

/** A receiver of docs/webhooks.md, running. */
export interface DocumentedReceiver {
  readonly url: string;
  /** Resolves with what it made of the genuine messages, once they are this many. */
  processed(count: number): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** Whether the machine has a program that a receiver needs. */
export function hasProgram(name: string, ...args: readonly string[]): boolean {
  return spawnSync(name, args, { stdio: 'ignore' }).status === 0;
}

/** Writes a documented block where Node finds the repository's packages. */
export function writeBlock(name: string): { readonly path: string; remove(): void } {
  const parent = join(import.meta.dirname, '..', '..', 'var');
  mkdirSync(parent, { recursive: true });
  const folder = mkdtempSync(join(parent, 'documented-'));
  const path = join(folder, name);
  writeFileSync(path, documentedCode('webhooks.md', name));
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** What a receiver checks with, as the page names it: `WEBHOOK_SECRET` or `WEBHOOK_KEY`. */
export type CheckedWith = Readonly<Record<string, string>>;

/** `receive.ts` or `receive.py`: a server of its own that prints a line a message, after one that names its port. */
export async function startServerBlock(
  program: string,
  name: string,
  checkedWith: CheckedWith,
): Promise<DocumentedReceiver> {
  const block = writeBlock(name);
  const child = spawn(program, [block.path], {
    env: { ...process.env, ...checkedWith, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout });
  const printed: string[] = [];
  let noticed = (): void => undefined;
  lines.on('line', (line) => {
    printed.push(line);
    noticed();
  });
  const atLeast = async (count: number): Promise<readonly string[]> => {
    while (printed.length < count) {
      await new Promise<void>((resolve) => {
        noticed = resolve;
      });
    }
    return printed;
  };
  const [listening = ''] = await atLeast(1);
  const port = /\d{4,5}(?!.*\d{4,5})/.exec(listening)?.[0];
  return {
    url: `http://127.0.0.1:${port}/`,
    processed: async (count) => (await atLeast(count + 1)).slice(1),
    close: async () => {
      await ended(child);
      block.remove();
    },
  };
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const end = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await end;
}

/** `receive.sh` behind the smallest web server that speaks CGI (RFC 3875). */
export async function startCgiBlock(name: string, checkedWith: CheckedWith): Promise<DocumentedReceiver> {
  const block = writeBlock(name);
  const inbox = join(block.path, '..');
  const ids: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks);
    const headers = Object.entries(request.headers).map(([header, value]) => [
      `HTTP_${header.toUpperCase().replaceAll('-', '_')}`,
      String(value),
    ]);
    const ran = spawnSync('sh', [block.path], {
      input: body,
      env: {
        PATH: process.env.PATH,
        ...checkedWith,
        INBOX: inbox,
        CONTENT_LENGTH: String(body.length),
        ...Object.fromEntries(headers),
      },
    });
    const status = Number(/^Status: (\d{3})/.exec(ran.stdout.toString())?.[1] ?? 500);
    if (status === 204) ids.push(String(request.headers['webhook-id']));
    response.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    processed: async () => [...new Set(ids)].map((id) => summaryOf(readFileSync(join(inbox, `${id}.json`), 'utf8'))),
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      block.remove();
    },
  };
}

/** What the other receivers print of a message. */
function summaryOf(body: string): string {
  const { type, data } = JSON.parse(body);
  return `${type}: ${data.change.subject.label} (${data.impact.band})`;
}
