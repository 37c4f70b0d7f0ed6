import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';

export const SESSION_COOKIE = 'redline_session';

/** A working day: a compliance desk signs in once in the morning. */
export const SESSION_SECONDS = 12 * 60 * 60;

export function setSessionCookie(c: Context, token: string, publicUrl: string): void {
  setCookie(c, SESSION_COOKIE, token, { ...cookieAttributes(publicUrl), maxAge: SESSION_SECONDS });
}

export function dropSessionCookie(c: Context, publicUrl: string): void {
  deleteCookie(c, SESSION_COOKIE, cookieAttributes(publicUrl));
}

/** Scripts never see our cookies and other sites never send them; over https they travel nowhere else. */
export function cookieAttributes(publicUrl: string) {
  return { path: '/', httpOnly: true, sameSite: 'Strict', secure: publicUrl.startsWith('https:') } as const;
}
