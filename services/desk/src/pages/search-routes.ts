import { Hono } from 'hono';
import { isSearchComplete } from '#store';
import type { DeskEnv } from '../access/caller.ts';
import type { DeskPorts } from '../ports.ts';
import { findAnything } from '../search/find-anything.ts';
import { layout } from './layout.ts';
import { searchPage, wantedThings } from './search-page.ts';

const ROWS = 30;

/** The page behind the search box in the head of every page. */
export function searchRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  const { session } = ports.store;
  pages.get('/search', async (c) => {
    const wanted = wantedThings(c.req.query());
    const found = await findAnything({ session, sources: ports.sources }, wanted.q, wanted.filter, ROWS);
    const body = searchPage(ports, wanted, found, await isSearchComplete(session));
    const title = wanted.q === '' ? 'Search' : `Search: ${wanted.q}`;
    return c.html(layout({ title, caller: c.get('caller'), section: 'none', body }));
  });
  return pages;
}
