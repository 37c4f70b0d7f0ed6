import { Hono } from 'hono';
import type { DeskEnv } from '../access/caller.ts';
import { loadParty, searchParties } from '../entity/load-party.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { entitiesPage } from './entities-page.ts';
import { entityPage } from './entity-page.ts';
import { layout } from './layout.ts';

const MOST_CHARS = 200;

/** Parties over all lists. What is searched for is what publishers printed: it belongs to no tenant. */
export function entityRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  const { session } = ports.store;
  pages.get('/entities', async (c) => {
    const typed = (c.req.query('name') ?? '').trim().slice(0, MOST_CHARS);
    const body = entitiesPage(typed, typed === '' ? [] : await searchParties(session, typed));
    return c.html(layout({ title: 'Entities', caller: c.get('caller'), section: '/entities', body }));
  });
  pages.get('/entities/:key', async (c) => {
    const party = (await loadParty(session, c.req.param('key'))) ?? notFound('party');
    const body = entityPage(ports, party);
    return c.html(layout({ title: party.name, caller: c.get('caller'), section: '/entities', body }));
  });
  return pages;
}
