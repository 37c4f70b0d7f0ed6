import type { Context, MiddlewareHandler } from 'hono';
import { refuse } from '../problem/problem.ts';
import type { DeskEnv } from './caller.ts';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const FOREIGN = {
  status: 403,
  code: 'foreign_request',
  title: 'This did not come from our own page',
  detail: 'For your safety the request was refused. Open the page again and repeat it there.',
} as const;

/**
 * Refuses a browser's unsafe request that another site started, and a session's that does not say where it comes from.
 * A request with an API key is no browser's: nobody else can send the key along.
 */
export function refuseForeignRequests(publicUrl: string): MiddlewareHandler<DeskEnv> {
  const publicHost = new URL(publicUrl).host;
  return async (c, next) => {
    const caller = c.get('caller');
    if (!SAFE.has(c.req.method) && caller.kind !== 'key') {
      const own = startedHere(c, publicHost);
      if (own === false || (own === undefined && caller.kind === 'session')) refuse(FOREIGN);
    }
    await next();
  };
}

/** @returns undefined where the request carries no sign of its origin. Source: Fetch Metadata, Origin (RFC 6454). */
function startedHere(c: Context, publicHost: string): boolean | undefined {
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined) return site === 'same-origin';
  const origin = c.req.header('origin');
  if (origin === undefined) return undefined;
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  return host === publicHost || host === c.req.header('host');
}

/**
 * The fields of one of our forms: every route that a form posts to begins with it. A browser must send the token back that
 * `formToken(caller)` put into the form; a program with a key has none to send.
 */
export async function readForm(c: Context<DeskEnv>): Promise<Readonly<Record<string, string>>> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(c.req.header('content-type') ?? '')) {
    refuse({ status: 415, code: 'wrong_media_type', title: 'Not a form', detail: 'Send the form from its page.' });
  }
  const fields = Object.fromEntries(new URLSearchParams(await c.req.text()));
  const caller = c.get('caller');
  if (caller.kind !== 'key' && (!caller.formToken || fields.formToken !== caller.formToken)) refuse(FOREIGN);
  return fields;
}
