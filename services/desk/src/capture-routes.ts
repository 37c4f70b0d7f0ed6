import { Hono } from 'hono';
import { findCaptureOfBytes, readCaptureBytes } from '#store';
import type { DeskEnv } from './access/caller.ts';
import type { DeskPorts } from './ports.ts';
import { notFound } from './problem/problem.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * The captured bytes behind an evidence, exactly as a publisher served them. They are hostile: a browser saves them and never
 * shows them, whatever type they claim, and were one to show them, nothing in them could run.
 */
export function captureRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get('/captures/:sha256', async (c) => {
    const sha256 = c.req.param('sha256');
    const { session } = ports.store;
    const capture = SHA256.test(sha256) ? await findCaptureOfBytes(session, sha256) : undefined;
    if (!capture) return notFound('capture');
    const bytes = await readCaptureBytes(session, sha256);
    return c.body(new Uint8Array(bytes), 200, {
      'content-type': 'application/octet-stream',
      'content-disposition': `attachment; filename="${sha256.slice(0, 16)}${endingOf(capture.mediaType)}"`,
      'content-security-policy': "default-src 'none'; sandbox",
      'x-redline-media-type': capture.mediaType.replace(/[^\x20-\x7e]/g, '?').slice(0, 200),
      'cache-control': 'private, max-age=31536000, immutable',
    });
  });
  return routes;
}

const ENDINGS: readonly (readonly [type: RegExp, ending: string])[] = [
  [/pdf/i, '.pdf'],
  [/json/i, '.json'],
  [/xml/i, '.xml'],
  [/csv/i, '.csv'],
  [/spreadsheet|excel/i, '.xlsx'],
  [/html/i, '.html.txt'],
  [/zip/i, '.zip'],
];

/** A name that opens in the right program; HTML is kept from a browser by one more ending. */
function endingOf(mediaType: string): string {
  return ENDINGS.find(([type]) => type.test(mediaType))?.[1] ?? '.bin';
}
