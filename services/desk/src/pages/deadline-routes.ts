import { Hono } from 'hono';
import type { DeadlineKind } from '#digest';
import { dayInZone } from '#time';
import type { DeskEnv } from '../access/caller.ts';
import { monthGrid } from '../calendar/month-grid.ts';
import type { StandingDeadlines } from '../calendar/standing-deadlines.ts';
import type { DeskPorts } from '../ports.ts';
import { DEADLINE_KINDS } from '../view/vocabulary.ts';
import { deadlinesPage } from './deadlines-page.ts';
import { layout } from './layout.ts';

/** The calendar of all changes. A page is lenient: what it does not understand it leaves out. */
export function deadlineRoutes(ports: DeskPorts, standing: StandingDeadlines): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  pages.get('/deadlines', async (c) => {
    const today = dayInZone(ports.now(), ports.settings.timeZone);
    const grid = monthGrid(c.req.query('month'), today);
    const kind = kindOf(c.req.query('kind') ?? '');
    const jurisdiction = ['US', 'JP'].find((known) => known === c.req.query('jurisdiction'));
    const first = grid.weeks[0]?.[0] ?? today;
    const deadlines = (await standing.all(ports.store.session)).filter(
      (one) => one.on >= first && (!kind || one.kind === kind) && (!jurisdiction || one.jurisdiction === jurisdiction),
    );
    const body = deadlinesPage({ grid, deadlines, today, kind, jurisdiction });
    return c.html(layout({ title: 'Deadlines', caller: c.get('caller'), section: '/deadlines', body }));
  });
  return pages;
}

function kindOf(text: string): DeadlineKind | undefined {
  return Object.keys(DEADLINE_KINDS).find((kind): kind is DeadlineKind => kind === text);
}
