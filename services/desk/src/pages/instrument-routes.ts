import { Hono } from 'hono';
import { countChangesByDay, lastChangeOfInstruments } from '#store';
import type { DeskEnv } from '../access/caller.ts';
import { firstMonday, weeksByInstrument } from '../chart/weeks.ts';
import { instrumentMatrix } from '../instrument/matrix.ts';
import type { DeskPorts } from '../ports.ts';
import { listSourceStatuses } from '../source/list-source-statuses.ts';
import { instrumentsPage } from './instruments-page.ts';
import { layout } from './layout.ts';

export function instrumentRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  pages.get('/instruments', async (c) => {
    const { session } = ports.store;
    const now = ports.now();
    const [statuses, last, days] = await Promise.all([
      listSourceStatuses(ports),
      lastChangeOfInstruments(session),
      countChangesByDay(session, firstMonday(now)),
    ]);
    const rows = instrumentMatrix(ports.instruments, statuses, last);
    const body = instrumentsPage(rows, weeksByInstrument(days, now), now);
    return c.html(layout({ title: 'Instruments', caller: c.get('caller'), section: '/instruments', body }));
  });
  return pages;
}
