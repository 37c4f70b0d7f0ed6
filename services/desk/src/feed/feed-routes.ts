import { type Context, Hono } from 'hono';
import { etag } from 'hono/etag';
import { findOwnSubscription, type Subscription, subscriptionOfFeed } from '#store';
import type { DeskEnv } from '../access/caller.ts';
import { changesOfAll, changesTold } from '../calendar/calendar-changes.ts';
import { deadlineCalendar } from '../calendar/deadline-calendar.ts';
import { queryOf, wantedFrom } from '../pages/change-filter.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { atomFeed } from './atom.ts';
import type { FeedPage } from './feed-entry.ts';
import { jsonFeed } from './json-feed.ts';
import { pageOfAll, pageOfSubscription, placeFrom } from './read-page.ts';

const CACHE = { 'cache-control': 'private, max-age=60' };
const ATOM = { ...CACHE, 'content-type': 'application/atom+xml; charset=utf-8' };
const JSON_FEED = { ...CACHE, 'content-type': 'application/feed+json; charset=utf-8' };
const CALENDAR = { ...CACHE, 'content-type': 'text/calendar; charset=utf-8' };

/**
 * Feeds and calendars of all changes, with the same filters as the list of changes, and of one subscription under its secret
 * address. Pages follow RFC 5005; unchanged ones answer 304 (RFC 9110 section 13).
 */
export function feedRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const routes = new Hono<DeskEnv>();
  const { publicUrl } = ports.settings;

  const allChanges = (c: Context<DeskEnv>, name: string): Promise<FeedPage> => {
    const { before: _before, ...wanted } = wantedFrom(c.req.query());
    const list = queryOf(wanted);
    const filters = list.slice('/changes'.length);
    const feed = {
      title: 'Redline: changes in export-control rules and lists',
      first: `${publicUrl}/${name}${filters}`,
      home: `${publicUrl}${list}`,
    };
    return pageOfAll(ports.store.session, wanted, placeFrom(c.req.query()), feed);
  };
  routes.get('/feed.atom', etag(), async (c) =>
    c.body(atomFeed(await allChanges(c, 'feed.atom'), publicUrl), 200, ATOM),
  );
  routes.get('/feed.json', etag(), async (c) =>
    c.body(jsonFeed(await allChanges(c, 'feed.json'), publicUrl), 200, JSON_FEED),
  );
  routes.get('/deadlines.ics', etag(), async (c) => {
    const changes = await changesOfAll(ports.store.session);
    const facts = { title: 'Redline: deadlines', owner: 'all', publicUrl, changes };
    return c.body(deadlineCalendar(facts), 200, CALENDAR);
  });

  const ownAlerts = async (token: string, c: Context<DeskEnv>, name: string): Promise<FeedPage> => {
    const { subscriptionId, name: title } = await subscriptionAt(ports, token);
    const first = `${publicUrl}/feeds/${encodeURIComponent(token)}/${name}`;
    const feed = { title: `Redline: ${title}`, first, home: `${publicUrl}/` };
    return pageOfSubscription(ports.store.session, subscriptionId, placeFrom(c.req.query()), feed);
  };
  routes.get('/feeds/:token/alerts.atom', etag(), async (c) =>
    c.body(atomFeed(await ownAlerts(c.req.param('token'), c, 'alerts.atom'), publicUrl), 200, ATOM),
  );
  routes.get('/feeds/:token/alerts.json', etag(), async (c) =>
    c.body(jsonFeed(await ownAlerts(c.req.param('token'), c, 'alerts.json'), publicUrl), 200, JSON_FEED),
  );
  routes.get('/feeds/:token/deadlines.ics', etag(), async (c) => {
    const { subscriptionId, name } = await subscriptionAt(ports, c.req.param('token'));
    const changes = await changesTold(ports.store.session, subscriptionId);
    const facts = { title: `Redline deadlines: ${name}`, owner: subscriptionId, publicUrl, changes };
    return c.body(deadlineCalendar(facts), 200, CALENDAR);
  });
  return routes;
}

/** An address that was revoked is not told from one that never was. */
async function subscriptionAt(ports: DeskPorts, token: string): Promise<Subscription> {
  const { session } = ports.store;
  const at = await subscriptionOfFeed(session, token);
  const found = at && (await findOwnSubscription(session, ports.sealer, at.tenantId, at.subscriptionId));
  return found ?? notFound('feed');
}
