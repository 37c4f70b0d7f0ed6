import { Hono } from 'hono';
import { type DeskEnv, signedIn } from '../access/caller.ts';
import { readForm } from '../access/own-forms.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound } from '../problem/problem.ts';
import { actOnReview } from '../review/act-on-review.ts';
import { findReviewSubject } from '../review/find-subject.ts';
import { loadAlert } from '../review/load-alert.ts';
import { actOfFields } from '../review/review-act.ts';
import { alertPage } from './alert-page.ts';
import { alertPath } from './alert-path.ts';
import { layout } from './layout.ts';

/** The page of one alert, and what is done with it there. */
export function alertRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  pages.get('/alerts/:id', async (c) => {
    const caller = signedIn(c);
    const loaded = await loadAlert(ports, caller, c.req.param('id'));
    const title = `Alert: ${loaded.change.subject.label}`;
    return c.html(layout({ title, caller, section: '/reviews', body: alertPage(loaded, caller) }));
  });
  pages.post('/alerts/:id/reviews', async (c) => {
    const caller = signedIn(c);
    const act = actOfFields(await readForm(c));
    const found = await findReviewSubject(ports.store.session, caller.tenantId, 'alert', c.req.param('id'));
    const subject = found ?? notFound('alert');
    await actOnReview(ports, caller, subject, act);
    return c.redirect(`${alertPath(subject.id)}#review`, 303);
  });
  return pages;
}
