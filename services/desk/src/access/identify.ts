import type { Context, MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { type ApiKey, findApiKey, findToken, noteKeyUse, roleOfScopes } from '#store';
import type { DeskPorts } from '../ports.ts';
import { type Problem, refuse } from '../problem/problem.ts';
import { type Caller, type DeskEnv, formTokenOf } from './caller.ts';
import { addressOf } from './client-address.ts';
import type { RateLimits } from './rate-limits.ts';
import { SESSION_COOKIE } from './session-cookie.ts';
import { visitorOf } from './visitor-cookie.ts';

const BEARER = /^Bearer +([^\s]{1,512})$/i;

/** Last use is told to the minute; each request must not cost a write. */
const NOTED_EVERY_MS = 60_000;

/** Finds out who asks. A key that is wrong is refused at once, never treated as nobody. */
export function identify(ports: DeskPorts, limits: RateLimits): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    c.set('caller', await callerOf(ports, limits, c));
    await next();
  };
}

async function callerOf(ports: DeskPorts, limits: RateLimits, c: Context<DeskEnv>): Promise<Caller> {
  const authorization = c.req.header('authorization');
  if (authorization !== undefined) {
    // What has another form than a key is looked up like one, and found no more than any wrong one.
    const token = BEARER.exec(authorization)?.[1] ?? authorization;
    const { keyId, tenantId, name, scopes } = await knownKey(ports, limits, token, addressOf(c));
    return { kind: 'key', keyId, tenantId, name, scopes, role: roleOfScopes(scopes) };
  }
  const cookie = getCookie(c, SESSION_COOKIE);
  const open = cookie && (await findToken(ports.store.session, cookie, 'session', ports.now().toISOString()));
  if (!cookie || !open) return visitorOf(c);
  const { tenantId, role, name } = open;
  return { kind: 'session', tenantId, role, name, formToken: formTokenOf(cookie) };
}

/** The key that a caller sent, noted as used. @throws RefusedRequestError (401, or 429 for who guesses). */
export async function knownKey(ports: DeskPorts, limits: RateLimits, token: string, address: string): Promise<ApiKey> {
  limits.refuseGuesser(address);
  const key = await findApiKey(ports.store.session, token);
  if (!key) {
    limits.countWrongKey(address, token);
    return refuse(UNKNOWN_KEY);
  }
  const now = ports.now();
  const unlessSince = new Date(now.getTime() - NOTED_EVERY_MS).toISOString();
  if (key.lastUsedAt === null || key.lastUsedAt <= unlessSince) {
    await noteKeyUse(ports.store.session, key.keyId, now.toISOString(), unlessSince);
  }
  return key;
}

const UNKNOWN_KEY: Problem = {
  status: 401,
  code: 'unknown_key',
  title: 'This API key is not known',
  detail: 'The key is mistyped or was revoked. Send it as "Authorization: Bearer <key>".',
};
