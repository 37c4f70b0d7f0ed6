import { Hono } from 'hono';
import { type DeskEnv, signedIn } from '../access/caller.ts';
import { readForm } from '../access/own-forms.ts';
import { MOST_REASON, releaseOrRefuse } from '../api/sources-api.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound, refuse } from '../problem/problem.ts';
import { compareHeld } from '../reading/compare-held.ts';
import { listSourceStatuses } from '../source/list-source-statuses.ts';
import { heldPage } from './held-page.ts';
import { layout } from './layout.ts';
import { sourcesPage } from './sources-page.ts';

/** Pages of what is watched, and the decision about what is held. */
export function sourceRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  pages.get('/sources', async (c) => {
    const caller = c.get('caller');
    const instrument = ports.instruments.find(({ id }) => id === c.req.query('instrument'));
    const watching = instrument && new Set(instrument.watch === 'manual' ? [] : instrument.watch);
    const statuses = (await listSourceStatuses(ports)).filter(({ id }) => !watching || watching.has(id));
    const body = sourcesPage(statuses, ports.now(), instrument);
    return c.html(layout({ title: 'Sources', caller, section: '/sources', body }));
  });
  pages.get('/readings/:id', async (c) => {
    const caller = c.get('caller');
    const comparison =
      (await compareHeld(ports.store.session, c.req.param('id'))) ?? notFound('held version of a source');
    const title = ports.sources.find(({ id }) => id === comparison.held.sourceId)?.title ?? comparison.held.sourceId;
    return c.html(
      layout({ title: `Held: ${title}`, caller, section: '/sources', body: heldPage(title, comparison, caller) }),
    );
  });
  pages.post('/readings/:id/release', async (c) => {
    const { reason = '' } = await readForm(c);
    const words = reason.trim().slice(0, MOST_REASON);
    if (words === '') refuseSilence();
    await releaseOrRefuse(ports, signedIn(c), c.req.param('id'), words);
    return c.redirect('/sources', 303);
  });
  return pages;
}

function refuseSilence(): never {
  return refuse({
    status: 422,
    code: 'no_reason',
    title: 'Say why',
    detail: 'Write in a few words why this version can be relied on. They stand in the audit trail.',
  });
}
