import { Hono } from 'hono';
import { countChangesByDay, listChanges, listOwnUrgentChanges, listReviewItems, type UrgentChange } from '#store';
import { dayInZone, movedByDays } from '#time';
import { type Caller, type DeskEnv, hasRole } from '../access/caller.ts';
import type { StandingDeadlines } from '../calendar/standing-deadlines.ts';
import { firstMonday, weeksByInstrument } from '../chart/weeks.ts';
import type { DeskPorts } from '../ports.ts';
import { listSourceStatuses } from '../source/list-source-statuses.ts';
import { layout } from './layout.ts';
import { todayPage } from './today-page.ts';

const FRESH = 12;
const BEFORE = 5;
const DEADLINES = 8;
const DEADLINE_DAYS = 90;
const URGENT = 8;
const URGENT_DAYS = 30;
const DAY_MS = 86_400_000;

/** The first page. */
export function todayRoutes(ports: DeskPorts, standing: StandingDeadlines): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  const { session } = ports.store;
  pages.get('/', async (c) => {
    const caller = c.get('caller');
    const now = ports.now();
    const today = dayInZone(now, ports.settings.timeZone);
    const lastDay = movedByDays(today, DEADLINE_DAYS) ?? today;
    const [urgent, deadlines, fresh, reviews, statuses, days] = await Promise.all([
      urgentFor(ports, caller, daysBefore(now, URGENT_DAYS)),
      standing.all(session),
      listChanges(session, { baseline: false, detectedFrom: daysBefore(now, 1) }, FRESH + 1, 'newestFirst'),
      listReviewItems(session, { state: 'open' }),
      listSourceStatuses(ports),
      countChangesByDay(session, firstMonday(now)),
    ]);
    const before = fresh.length > 0 ? [] : await listChanges(session, { baseline: false }, BEFORE, 'newestFirst');
    const body = todayPage(ports, {
      urgent,
      deadlines: deadlines.filter(({ on }) => on >= today && on <= lastDay).slice(0, DEADLINES),
      fresh: fresh.slice(0, FRESH),
      before,
      hasMore: fresh.length > FRESH,
      openReviews: reviews.length,
      statuses,
      weeks: weeksByInstrument(days, now),
      today,
    });
    return c.html(layout({ title: 'Today', caller, section: '/', body }));
  });
  return pages;
}

function daysBefore(now: Date, days: number): string {
  return new Date(now.getTime() - days * DAY_MS).toISOString();
}

async function urgentFor(
  ports: DeskPorts,
  caller: Caller,
  since: string,
): Promise<readonly UrgentChange[] | undefined> {
  if (!hasRole(caller, 'reader')) return undefined;
  return listOwnUrgentChanges(ports.store.session, caller.tenantId, { bands: ['critical', 'high'], since }, URGENT);
}
