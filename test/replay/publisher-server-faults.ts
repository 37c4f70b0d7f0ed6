import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import type { PublisherCapture } from './publisher-server-captures.ts';

/** What may go wrong at one address. */
export type PublisherFault =
  /** An nginx error page. `retryAfter`: seconds or an HTTP date, as sent. */
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string }
  /** Says nothing for `afterMs`, then 504 or `status`. */
  | { readonly kind: 'slow'; readonly afterMs: number; readonly status?: number }
  /** Declares the whole length and ends the connection halfway. */
  | { readonly kind: 'truncated' }
  /** Status 200 with a page that asks for access. */
  | { readonly kind: 'block_page' }
  /** One byte every `everyMs`. */
  | { readonly kind: 'drip'; readonly everyMs: number }
  /** The right bytes under a wrong charset. */
  | { readonly kind: 'charset'; readonly charset: string }
  /** Ends the connection before answering. */
  | { readonly kind: 'reset' }
  /** A small gzip that unfolds to `megabytes`. */
  | { readonly kind: 'gzip_bomb'; readonly megabytes: number }
  /** A body of `megabytes`, without Content-Length. */
  | { readonly kind: 'huge'; readonly megabytes: number }
  | { readonly kind: 'empty' }
  | { readonly kind: 'redirect'; readonly to: string; readonly status?: number }
  /** Another answer in place of the publication. */
  | { readonly kind: 'replaced'; readonly body: string; readonly mediaType: string };

const MEGABYTE = 1024 * 1024;
const ACCESS_PAGE =
  '<!DOCTYPE html><html><head><title>Federal Register :: Request Access</title></head>' +
  '<body><h1>Request Access</h1><p>Please complete the CAPTCHA to continue.</p></body></html>';

/** Answers a request as the fault says. `gone` ends waiting when the client or the server leaves. */
export async function answerWithFault(
  response: ServerResponse,
  fault: PublisherFault,
  capture: PublisherCapture | undefined,
  gone: AbortSignal,
): Promise<void> {
  const mediaType = capture?.mediaType ?? 'text/html; charset=utf-8';
  switch (fault.kind) {
    case 'status':
      return errorPage(response, fault.status, fault.retryAfter);
    case 'slow':
      await wait(fault.afterMs, undefined, { signal: gone });
      return errorPage(response, fault.status ?? 504);
    case 'truncated':
      return truncate(response, mediaType, await bytesOf(capture));
    case 'block_page':
      return whole(response, 'text/html; charset=utf-8', ACCESS_PAGE);
    case 'drip':
      return drip(response, mediaType, await bytesOf(capture), { everyMs: fault.everyMs, gone });
    case 'charset':
      return whole(response, `${mediaType.split(';')[0]}; charset=${fault.charset}`, await bytesOf(capture));
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'gzip_bomb':
      response.setHeader('content-encoding', 'gzip');
      return stream(response, mediaType, gzipSync(Buffer.alloc(MEGABYTE)), fault.megabytes);
    case 'huge':
      return stream(response, mediaType, Buffer.alloc(MEGABYTE, 'x'), fault.megabytes);
    case 'empty':
      return whole(response, mediaType, '');
    case 'redirect':
      response.writeHead(fault.status ?? 302, { location: fault.to }).end();
      return;
    case 'replaced':
      return whole(response, fault.mediaType, fault.body);
  }
}

/** The page of nginx, and no Retry-After unless one is stated: eCFR answers so when it throttles. */
export function errorPage(response: ServerResponse, status: number, retryAfter?: string): void {
  const title = `${status} ${status === 404 ? 'Not Found' : 'Error'}`;
  if (retryAfter !== undefined) response.setHeader('retry-after', retryAfter);
  response.statusCode = status;
  whole(
    response,
    'text/html',
    `<html><head><title>${title}</title></head><body><center><h1>${title}</h1></center><hr><center>nginx</center></body></html>`,
  );
}

function whole(response: ServerResponse, mediaType: string, body: string | Uint8Array): void {
  response.setHeader('content-type', mediaType);
  response.end(body);
}

async function bytesOf(capture: PublisherCapture | undefined): Promise<Uint8Array> {
  return capture === undefined
    ? new TextEncoder().encode('<html><p>nothing was captured here</p></html>')
    : capture.read();
}

function truncate(response: ServerResponse, mediaType: string, bytes: Uint8Array): void {
  response.writeHead(200, { 'content-type': mediaType, 'content-length': bytes.byteLength });
  response.write(bytes.subarray(0, Math.floor(bytes.byteLength / 2)), () => response.socket?.end());
}

async function drip(
  response: ServerResponse,
  mediaType: string,
  bytes: Uint8Array,
  { everyMs, gone }: { everyMs: number; gone: AbortSignal },
): Promise<void> {
  response.writeHead(200, { 'content-type': mediaType, 'content-length': bytes.byteLength });
  for (const byte of bytes) {
    response.write(Uint8Array.of(byte));
    await wait(everyMs, undefined, { signal: gone });
  }
  response.end();
}

/** `pipe` waits for the client, so that no more than it takes is ever in memory. */
function stream(response: ServerResponse, mediaType: string, block: Uint8Array, times: number): void {
  response.writeHead(200, { 'content-type': mediaType });
  Readable.from(repeat(block, times)).pipe(response);
}

function* repeat(block: Uint8Array, times: number): Generator<Uint8Array> {
  for (let sent = 0; sent < times; sent += 1) yield block;
}
