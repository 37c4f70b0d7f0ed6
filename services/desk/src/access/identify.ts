import type { MiddlewareHandler } from 'hono';
import { getCookie } from 'hono/cookie';
import { findApiKey, findToken, roleOfScopes } from '#store';
import type { DeskPorts } from '../ports.ts';
import { refuse } from '../problem/problem.ts';
import { type Caller, type DeskEnv, formTokenOf } from './caller.ts';
import { SESSION_COOKIE } from './session-cookie.ts';

const BEARER = /^Bearer +([^\s]{1,512})$/i;

/** Finds out who asks. A key that is wrong is refused at once, never treated as nobody. */
export function identify(ports: DeskPorts): MiddlewareHandler<DeskEnv> {
  return async (c, next) => {
    c.set('caller', await callerOf(ports, c.req.header('authorization'), getCookie(c, SESSION_COOKIE)));
    await next();
  };
}

async function callerOf(ports: DeskPorts, authorization?: string, cookie?: string): Promise<Caller> {
  if (authorization !== undefined) {
    const token = BEARER.exec(authorization)?.[1];
    const key = token === undefined ? undefined : await findApiKey(ports.store.session, token);
    if (!key) return refuseKey();
    const { keyId, tenantId, name, scopes } = key;
    return { kind: 'key', keyId, tenantId, name, scopes, role: roleOfScopes(scopes) };
  }
  if (cookie) {
    const open = await findToken(ports.store.session, cookie, 'session', ports.now().toISOString());
    if (open) {
      const { tenantId, role, name } = open;
      return { kind: 'session', tenantId, role, name, formToken: formTokenOf(cookie) };
    }
  }
  return { kind: 'anonymous' };
}

function refuseKey(): never {
  return refuse({
    status: 401,
    code: 'unknown_key',
    title: 'This API key is not known',
    detail: 'The key is mistyped or was revoked. Send it as "Authorization: Bearer <key>".',
  });
}
