import { isBotWallHost } from './block-page.ts';

/** Where a redirect leads, or why it is not followed. */
export type RedirectTarget =
  | { readonly kind: 'follow'; readonly url: URL }
  | { readonly kind: 'refuse'; readonly because: 'bad_redirect' | 'blocked_page'; readonly detail: string };

/** An http or https address without credentials; undefined for anything else. */
export function parseTargetUrl(text: string): URL | undefined {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined;
  if (url.username !== '' || url.password !== '' || url.hostname === '') return undefined;
  if (url.hash !== '') url.hash = '';
  return url;
}

/**
 * Judges one redirect. Never followed: to a bot wall, to another scheme, with credentials, or from https down to http,
 * where anybody on the way could write the law. The address itself is checked again when connecting.
 */
export function redirectTarget(from: URL, location: string | undefined): RedirectTarget {
  const absolute = location === undefined ? null : URL.parse(location, from.href);
  const url = absolute === null ? undefined : parseTargetUrl(absolute.href);
  if (url === undefined) return { kind: 'refuse', because: 'bad_redirect', detail: 'no usable Location' };
  if (isBotWallHost(url.hostname)) {
    return { kind: 'refuse', because: 'blocked_page', detail: `redirect to the bot wall ${url.hostname}` };
  }
  if (from.protocol === 'https:' && url.protocol === 'http:') {
    return { kind: 'refuse', because: 'bad_redirect', detail: 'redirect from https to http' };
  }
  return { kind: 'follow', url };
}
