import { Hono } from 'hono';
import { getCookie } from 'hono/cookie';
import { revokeSession, saveToken, spendLoginToken } from '#store';
import { layout } from '../pages/layout.ts';
import { howToSignIn, loginPage } from '../pages/plain-page.ts';
import type { DeskPorts } from '../ports.ts';
import { refuse } from '../problem/problem.ts';
import type { DeskEnv } from './caller.ts';
import { readForm } from './own-forms.ts';
import { dropSessionCookie, SESSION_COOKIE, SESSION_SECONDS, setSessionCookie } from './session-cookie.ts';

/** One-time links in, a button out. */
export function loginRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  const { publicUrl } = ports.settings;
  pages.get('/login', (c) => {
    const caller = c.get('caller');
    return c.html(layout({ title: 'Sign in', caller, section: 'none', body: howToSignIn() }));
  });
  pages.get('/login/:token', (c) => {
    const body = loginPage(c.req.param('token'));
    return c.html(layout({ title: 'Sign in', caller: c.get('caller'), section: 'none', body }));
  });
  pages.post('/login/:token', async (c) => {
    setSessionCookie(c, await beginSession(ports, c.req.param('token')), publicUrl);
    return c.redirect('/', 303);
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
async function beginSession(ports: DeskPorts, loginToken: string): Promise<string> {
  const now = ports.now();
  const token = ports.newToken();
  const admitted = await ports.store.transaction(async (tx) => {
    const spent = await spendLoginToken(tx, loginToken, now.toISOString());
    if (!spent) return undefined;
    const expiresAt = new Date(now.getTime() + SESSION_SECONDS * 1_000).toISOString();
    await saveToken(tx, { ...spent, token, kind: 'session', expiresAt });
    return spent;
  });
  if (admitted) return token;
  return refuse({
    status: 401,
    code: 'login_link_spent',
    title: 'This link does not work any more',
    detail: 'It was used before or has expired. Ask for a new one.',
  });
}
