import type { Context } from 'hono';
import { deleteCookie, setCookie } from 'hono/cookie';

export const SESSION_COOKIE = 'redline_session';

/** A working day: a compliance desk signs in once in the morning. */
export const SESSION_SECONDS = 12 * 60 * 60;

/** Scripts never see the cookie and other sites never send it; over https it travels nowhere else. */
export function setSessionCookie(c: Context, token: string, publicUrl: string): void {
  setCookie(c, SESSION_COOKIE, token, { ...attributes(publicUrl), maxAge: SESSION_SECONDS });
}

export function dropSessionCookie(c: Context, publicUrl: string): void {
  deleteCookie(c, SESSION_COOKIE, attributes(publicUrl));
}

function attributes(publicUrl: string) {
  return { path: '/', httpOnly: true, sameSite: 'Strict', secure: publicUrl.startsWith('https:') } as const;
}
