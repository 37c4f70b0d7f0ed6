import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { addressKey, captureAt, etagOf, type PublisherCapture } from './publisher-server-captures.ts';
import { answerWithFault, errorPage, type PublisherFault } from './publisher-server-faults.ts';

/** What the fake internet serves and when it begins. */
export interface PublisherServerOptions {
  readonly captures: readonly PublisherCapture[];
  /** Simulated instant, ISO 8601. */
  readonly now: string;
  /** Faults by the publisher's address. */
  readonly faults?: Readonly<Record<string, PublisherFault>>;
  /** Answers addresses that no capture names, such as queries with a moving date window. */
  readonly otherwise?: (url: URL, nowMs: number) => PublisherCapture | undefined;
}

/** One request that arrived, under the publisher's address. */
export interface ServedRequest {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
}

/** A local HTTP server that stands for all publishers: `/www.fcc.gov/supplychain/coveredlist` is that page. */
export interface PublisherServer {
  readonly origin: string;
  /** The local address that stands for a publisher's. */
  rewrite(url: string): string;
  setNow(iso: string): void;
  /** From now on `url` fails so; `undefined` heals it. `times`: heals by itself after so many requests. */
  setFault(url: string, fault: PublisherFault | undefined, times?: number): void;
  /** Everything asked so far, oldest first. */
  readonly requests: readonly ServedRequest[];
  close(): Promise<void>;
}

interface Standing {
  readonly fault: PublisherFault;
  left: number;
}

/** Starts the fake internet on a free port of 127.0.0.1. */
export async function startPublisherServer(options: PublisherServerOptions): Promise<PublisherServer> {
  const requests: ServedRequest[] = [];
  const faults = new Map<string, Standing>();
  const closing = new AbortController();
  let nowMs = Date.parse(options.now);

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(`https:/${request.url ?? '/'}`);
    requests.push({ url: url.href, headers: request.headers });
    const capture = captureAt(options.captures, url.href, nowMs) ?? options.otherwise?.(url, nowMs);
    const fault = takeFault(faults, addressKey(url.href));
    if (fault) return answerWithFault(response, fault, capture, goneSignal(response, closing.signal));
    if (capture === undefined) return errorPage(response, 404);
    return serve(request, response, capture);
  }

  function setFault(url: string, fault: PublisherFault | undefined, times = Number.POSITIVE_INFINITY): void {
    if (fault === undefined) faults.delete(addressKey(url));
    else faults.set(addressKey(url), { fault, left: times });
  }

  for (const [url, fault] of Object.entries(options.faults ?? {})) setFault(url, fault);
  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;

  return {
    origin,
    requests,
    setFault,
    rewrite: (url) => rewriteTo(origin, url),
    setNow(iso) {
      nowMs = Date.parse(iso);
    },
    async close() {
      closing.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function rewriteTo(origin: string, url: string): string {
  const { host, pathname, search, origin: from } = new URL(url);
  return from === origin ? url : `${origin}/${host}${pathname}${search}`;
}

function takeFault(faults: Map<string, Standing>, key: string): PublisherFault | undefined {
  const standing = faults.get(key);
  if (standing === undefined) return undefined;
  standing.left -= 1;
  if (standing.left <= 0) faults.delete(key);
  return standing.fault;
}

function goneSignal(response: ServerResponse, closing: AbortSignal): AbortSignal {
  const left = new AbortController();
  response.once('close', () => left.abort());
  return AbortSignal.any([left.signal, closing]);
}

async function serve(request: IncomingMessage, response: ServerResponse, capture: PublisherCapture): Promise<void> {
  const bytes = await capture.read();
  const etag = etagOf(bytes);
  response.setHeader('etag', etag);
  response.setHeader('last-modified', new Date(capture.retrievedAt).toUTCString());
  if (isUnchanged(request.headers, etag, capture)) {
    response.writeHead(304).end();
    return;
  }
  const isGzip = String(request.headers['accept-encoding'] ?? '').includes('gzip');
  const body = isGzip ? gzipSync(bytes) : bytes;
  if (isGzip) response.setHeader('content-encoding', 'gzip');
  response.writeHead(200, { 'content-type': capture.mediaType, 'content-length': body.byteLength }).end(body);
}

/** If-None-Match decides alone when present. Source: RFC 9110 section 13.2.2. */
function isUnchanged(headers: IncomingHttpHeaders, etag: string, capture: PublisherCapture): boolean {
  const wanted = headers['if-none-match'];
  if (wanted !== undefined) return wanted.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return since >= Math.floor(Date.parse(capture.retrievedAt) / 1000) * 1000;
}
