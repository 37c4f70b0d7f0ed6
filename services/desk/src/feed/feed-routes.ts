import { Hono } from 'hono';
import { etag } from 'hono/etag';
import type { DeskEnv } from '../access/caller.ts';
import { wantedFrom } from '../pages/change-filter.ts';
import type { DeskPorts } from '../ports.ts';
import { findChanges } from '../view/find-changes.ts';
import { atomFeed } from './atom.ts';

const ENTRIES = 50;

/** `/feed.atom`, with the same filters as the list of changes: `?instrument=US-EL`. Unchanged feeds answer 304. */
export function feedRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  routes.get('/feed.atom', etag(), async (c) => {
    const wanted = wantedFrom(c.req.query());
    const { changes } = await findChanges(ports.store.session, wanted, ENTRIES);
    const told = changes.map(({ change }) => change).filter((change) => change.alerting);
    return c.body(atomFeed(told, ports.settings.publicUrl, ports.now()), 200, {
      'content-type': 'application/atom+xml; charset=utf-8',
      'cache-control': 'private, max-age=60',
    });
  });
  return routes;
}
