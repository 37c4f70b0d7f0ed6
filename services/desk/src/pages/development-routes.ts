import { Hono } from 'hono';
import { listDevelopments, listReviewItems } from '#store';
import type { DeskEnv } from '../access/caller.ts';
import { placeOf } from '../api/developments-api.ts';
import { loadDevelopment } from '../development/load-development.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { developmentPage } from './development-page.ts';
import { developmentsPage } from './developments-page.ts';
import { layout } from './layout.ts';

const ROWS = 50;

/** Pages of legal acts over all sources. A page is lenient: a place that is none begins at the newest. */
export function developmentRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  const { session } = ports.store;
  pages.get('/developments', async (c) => {
    const open = c.req.query('open') === '1';
    const before = placeOf(c.req.query('before') ?? '');
    const found = await listDevelopments(session, { open, ...(before ? { before } : {}) }, ROWS + 1);
    const developments = found.slice(0, ROWS);
    const next = found.length > ROWS ? developments.at(-1) : undefined;
    const reviewItems = await listReviewItems(session, { state: 'open' });
    const body = developmentsPage({ developments, open, next, reviewItems }, ports.now());
    return c.html(layout({ title: 'Developments', caller: c.get('caller'), section: '/developments', body }));
  });
  pages.get('/developments/:id', async (c) => {
    const loaded = (await loadDevelopment(session, c.req.param('id'))) ?? notFound('development');
    const skip = /^\d{1,7}$/.exec(c.req.query('skip') ?? '')?.[0] ?? '0';
    const body = developmentPage(loaded, ports.now(), Number(skip));
    const { title } = loaded.development;
    return c.html(layout({ title, caller: c.get('caller'), section: '/developments', body }));
  });
  return pages;
}
