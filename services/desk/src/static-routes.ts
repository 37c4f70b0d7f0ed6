import { Hono } from 'hono';
import type { DeskEnv } from './access/caller.ts';
import { FAVICON, STYLESHEET } from './pages/stylesheet.ts';

const FOREVER = 'public, max-age=31536000, immutable';

export function staticRoutes(): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get(STYLESHEET.path, (c) =>
    c.body(STYLESHEET.text, 200, { 'content-type': 'text/css; charset=utf-8', 'cache-control': FOREVER }),
  );
  routes.get('/favicon.svg', (c) =>
    c.body(FAVICON, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' }),
  );
  return routes;
}
