import { type Context, Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { revokeSession, roleOfScopes, spendLoginToken } from '#store';
import { layout } from '../pages/layout.ts';
import { loginPage, signInPage } from '../pages/sign-in-page.ts';
import type { DeskPorts } from '../ports.ts';
import { refuse } from '../problem/problem.ts';
import type { DeskEnv } from './caller.ts';
import { addressOf } from './client-address.ts';
import { knownKey } from './identify.ts';
import { openSession } from './open-session.ts';
import { readForm } from './own-forms.ts';
import type { RateLimits } from './rate-limits.ts';
import { dropSessionCookie, SESSION_COOKIE, setSessionCookie } from './session-cookie.ts';
import { withFormToken } from './visitor-cookie.ts';

/** One-time links and keys in, a button out. */
export function loginRoutes(ports: DeskPorts, limits: RateLimits): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  const { publicUrl } = ports.settings;
  const admit = (c: Context<DeskEnv>, session: string) => {
    setSessionCookie(c, session, publicUrl);
    return c.redirect('/', 303);
  };
  pages.get('/login', (c) => {
    const caller = withFormToken(c, ports);
    return c.html(layout({ title: 'Sign in', caller, section: 'none', body: signInPage(caller) }));
  });
  pages.post('/login', async (c) => {
    limits.countSignIn(addressOf(c));
    const { key = '' } = await readForm(c);
    return admit(c, await signInByKey(ports, limits, key.trim(), addressOf(c)));
  });
  pages.get('/login/:token', (c) => {
    const caller = withFormToken(c, ports);
    const body = loginPage(c.req.param('token'), caller);
    return c.html(layout({ title: 'Sign in', caller, section: 'none', body }));
  });
  pages.post('/login/:token', async (c) => {
    limits.countSignIn(addressOf(c));
    await readForm(c);
    return admit(c, await signInByLink(ports, c.req.param('token')));
  });
  pages.post('/logout', async (c) => {
    await readForm(c);
    const token = getCookie(c, SESSION_COOKIE);
    if (token) await revokeSession(ports.store.session, token);
    dropSessionCookie(c, publicUrl);
    return c.redirect('/', 303);
  });
  return pages;
}

/** Spends the one-time token and opens a session in one step: two clicks never make two sessions. */
async function signInByLink(ports: DeskPorts, loginToken: string): Promise<string> {
  const token = await ports.store.transaction(async (tx) => {
    const spent = await spendLoginToken(tx, loginToken, ports.now().toISOString());
    return spent && openSession(ports, tx, spent);
  });
  if (token) return token;
  return refuse({
    status: 401,
    code: 'login_link_spent',
    title: 'This link does not work any more',
    detail: 'It was used before or has expired. Ask for a new one.',
  });
}

/** A session does what its key may, under the key's name, and ends with it. */
async function signInByKey(ports: DeskPorts, limits: RateLimits, key: string, address: string): Promise<string> {
  const { keyId, tenantId, name, scopes } = await knownKey(ports, limits, key, address);
  const role = roleOfScopes(scopes);
  if (role) return ports.store.transaction((tx) => openSession(ports, tx, { tenantId, role, name, keyId }));
  return refuse({
    status: 403,
    code: 'key_for_programs',
    title: 'This key is for programs only',
    detail: 'It opens single areas of the API. Sign in with a key that has the scope read, review or admin.',
  });
}
