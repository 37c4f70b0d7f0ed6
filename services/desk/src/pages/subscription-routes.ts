import { type Context, Hono } from 'hono';
import { sentenceOf } from '#digest';
import { reviewOf } from '#domain';
import {
  CADENCES,
  developmentsOfChanges,
  feedAddressSince,
  findBurst,
  findDigestCursor,
  findEndpointState,
  findOwnSubscription,
  listAlertsForReview,
  listChangesById,
  listDigests,
  listOwnAlertsOfBurst,
  listReviewEntries,
  type Session,
  type Subscription,
} from '#store';
import { dayInZone } from '#time';
import { actorOf, type DeskEnv, signedIn } from '../access/caller.ts';
import { readForm } from '../access/own-forms.ts';
import { ownDigest } from '../digest/made-digest.ts';
import type { DeskPorts } from '../ports.ts';
import { notFound, refuse } from '../problem/problem.ts';
import { DigestTimeSchema } from '../schema/subscription-schema.ts';
import { changeCadence } from '../subscription/change-cadence.ts';
import { type FeedLinks, newFeedLinks, revokeFeedLinks } from '../subscription/feed-links.ts';
import type { AlertRow } from './alert-page.ts';
import { burstPage } from './burst-page.ts';
import { digestPage } from './digest-page.ts';
import { layout } from './layout.ts';
import { subscriptionPage } from './subscription-page.ts';

const DIGESTS_SHOWN = 30;
const ALERTS_SHOWN = 30;

/** Pages of one subscription: when it is told, its digests as they were made, its secret addresses, its gathered alerts. */
export function subscriptionRoutes(ports: DeskPorts): Hono<DeskEnv> {
  const pages = new Hono<DeskEnv>();
  pages.get('/subscriptions/:id', async (c) => show(ports, c, await own(ports, c, c.req.param('id'))));
  pages.post('/subscriptions/:id/cadence', async (c) => {
    const fields = await readForm(c);
    const subscription = await own(ports, c, c.req.param('id'));
    const cadence = CADENCES.find((known) => known === fields.cadence) ?? subscription.cadence;
    const time = { at: fields.at || undefined, weekday: fields.weekday || undefined };
    const digest = DigestTimeSchema.safeParse({ ...subscription.digest, ...definedOf(time) });
    if (!digest.success) refuseTime();
    const changed = await changeCadence(ports, actorOf(signedIn(c)), subscription, { cadence, digest: digest.data });
    return c.redirect(`/subscriptions/${encodeURIComponent(changed.subscriptionId)}`, 303);
  });
  pages.post('/subscriptions/:id/feeds', async (c) => {
    await readForm(c);
    const subscription = await own(ports, c, c.req.param('id'));
    return show(ports, c, subscription, await newFeedLinks(ports, actorOf(signedIn(c)), subscription));
  });
  pages.post('/subscriptions/:id/feeds/revoke', async (c) => {
    await readForm(c);
    const { subscriptionId } = await own(ports, c, c.req.param('id'));
    await revokeFeedLinks(ports, actorOf(signedIn(c)), subscriptionId);
    return c.redirect(`/subscriptions/${encodeURIComponent(subscriptionId)}`, 303);
  });
  pages.get('/digests/:id', async (c) => {
    const caller = signedIn(c);
    const { made, digest, subscription } = await ownDigest(ports, caller.tenantId, c.req.param('id'));
    const date = dayInZone(new Date(made.scheduledAt), made.timeZone);
    const steps = digest.pipeline.flatMap((thread) => thread.steps.map(({ changeId }) => changeId));
    const developments = await developmentsOfChanges(ports.store.session, steps);
    const body = digestPage({ digest, date, choices: [], developments, chosen: subscription, kept: true });
    return c.html(layout({ title: `Digest ${date}`, caller, section: '/digest', body }));
  });
  pages.get('/bursts/:id', async (c) => {
    const caller = signedIn(c);
    const { session } = ports.store;
    const burst = await findBurst(session, c.req.param('id'));
    if (!burst) return notFound('message');
    const subscription = await own(ports, c, burst.subscriptionId);
    const alerts = await listOwnAlertsOfBurst(session, caller.tenantId, burst.burstId);
    const changes = await listChangesById(
      session,
      alerts.map(({ changeId }) => changeId),
    );
    const body = burstPage(subscription, burst, alerts, changes);
    return c.html(layout({ title: `${alerts.length} alerts`, caller, section: '/subscriptions', body }));
  });
  return pages;
}

async function own(ports: DeskPorts, c: Context<DeskEnv>, id: string): Promise<Subscription> {
  const { tenantId } = signedIn(c);
  return (await findOwnSubscription(ports.store.session, ports.sealer, tenantId, id)) ?? notFound('subscription');
}

async function show(
  ports: DeskPorts,
  c: Context<DeskEnv>,
  subscription: Subscription,
  links?: FeedLinks,
): Promise<Response> {
  const { session } = ports.store;
  const { subscriptionId, name } = subscription;
  const caller = signedIn(c);
  const [cursor, state, digests, alerts, feedsSince] = await Promise.all([
    findDigestCursor(session, subscriptionId),
    findEndpointState(session, subscriptionId),
    listDigests(session, subscriptionId, DIGESTS_SHOWN),
    alertRows(session, caller.tenantId, subscriptionId),
    feedAddressSince(session, subscriptionId),
  ]);
  const nextRunAt = cursor?.nextRunAt ?? undefined;
  const body = subscriptionPage({ subscription, caller, state, nextRunAt, digests, alerts, feedsSince, links });
  return c.html(layout({ title: name, caller, section: '/subscriptions', body }));
}

async function alertRows(session: Session, tenantId: string, subscriptionId: string): Promise<readonly AlertRow[]> {
  const alerts = await listAlertsForReview(session, tenantId, subscriptionId, ALERTS_SHOWN);
  const changeIds = alerts.map(({ changeId }) => changeId);
  const changes = new Map((await listChangesById(session, changeIds)).map(({ change }) => [change.changeId, change]));
  const rows = alerts.map(async (alert) => {
    const change = changes.get(alert.changeId);
    const entries = await listReviewEntries(session, tenantId, { kind: 'alert', id: alert.alertId });
    return { alert, sentence: change ? sentenceOf(change) : alert.changeId, review: reviewOf(entries) };
  });
  return Promise.all(rows);
}

function definedOf(fields: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])),
  );
}

function refuseTime(): never {
  return refuse({
    status: 422,
    code: 'invalid_time',
    title: 'This is not a time of day',
    detail: 'Write the hour of the digest as a time such as 07:00, and choose a weekday.',
  });
}
