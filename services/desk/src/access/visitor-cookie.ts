import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { DeskPorts } from '../ports.ts';
import { type Caller, type DeskEnv, formTokenOf } from './caller.ts';
import { cookieAttributes } from './session-cookie.ts';

/** Ties the form of the sign-in page to the browser it was sent to, before there is a session that could. */
const VISITOR_COOKIE = 'redline_visitor';

/** A caller who is nobody, with the token that forms sent to this browser carry. */
export function visitorOf(c: Context): Caller {
  const token = getCookie(c, VISITOR_COOKIE);
  return token ? { kind: 'anonymous', formToken: formTokenOf(token) } : { kind: 'anonymous' };
}

/** The caller to show a form to; who has neither session nor cookie gets a cookie. */
export function withFormToken(c: Context<DeskEnv>, ports: DeskPorts): Caller {
  const caller = c.get('caller');
  if (caller.kind !== 'anonymous' || caller.formToken !== undefined) return caller;
  const token = ports.newToken();
  setCookie(c, VISITOR_COOKIE, token, cookieAttributes(ports.settings.publicUrl));
  return { kind: 'anonymous', formToken: formTokenOf(token) };
}
