import { assembleDigest, type Digest } from '#digest';
import { assessImpact, type Change, changeFacts, type Impact, prepareProfile } from '#domain';
import {
  confirmedAmong,
  listAlertsOfSubscription,
  listChanges,
  type Session,
  type Subscription,
  untoldAmong,
} from '#store';
import { type InstantSpan, spanOfDays } from '#time';
import type { DeskPorts } from '../ports.ts';
import { refuse } from '../problem/problem.ts';
import { sourceFreshness } from '../source/source-freshness.ts';

const PAGE = 500;
/** A day with more changes than this is a first capture gone wrong; the digest stays readable. */
const MOST_CHANGES = 20_000;
/** An alert follows its change within moments; a consumer that was down for days still finds its place. */
const ALERT_LAG_MS = 7 * 86_400_000;

/**
 * The digest that ends with a calendar day, in the zone of the profile or the desk: one day, or seven for a weekly
 * subscription. Changes belong to the half-open span of their detection, so that none is told twice or falls between.
 */
export async function buildDigest(ports: DeskPorts, date: string, subscription?: Subscription): Promise<Digest> {
  const timeZone = subscription?.profile.timeZone ?? ports.settings.timeZone;
  const span = spanOfDays(date, subscription?.cadence === 'weekly' ? 7 : 1, timeZone) ?? refuseDate(date);
  const [changes, sources] = await Promise.all([changesIn(ports.store.session, span), sourceFreshness(ports, span)]);
  const impacts = subscription ? await impactsOn(ports.store.session, subscription, changes, span) : new Map();
  const ids = changes.map((change) => change.changeId);
  const repeated = subscription
    ? await untoldAmong(ports.store.session, subscription.subscriptionId, ids)
    : await confirmedAmong(ports.store.session, ids);
  return assembleDigest({
    period: { ...span, timeZone },
    ...(subscription ? { profileName: subscription.name } : {}),
    changes,
    impacts,
    sources,
    repeated,
  });
}

/** What was told stands as it was told; what was not is judged as of its detection. */
async function impactsOn(
  session: Session,
  subscription: Subscription,
  changes: readonly Change[],
  span: InstantSpan,
): Promise<Map<string, Impact>> {
  const prepared = prepareProfile(subscription.profile);
  const impacts = new Map<string, Impact>();
  for (const change of changes) {
    const outcome = assessImpact(changeFacts(change), prepared, new Date(change.detectedAt));
    if (outcome.kind === 'matched') impacts.set(change.changeId, outcome.impact);
  }
  const before = new Date(Date.parse(span.to) + ALERT_LAG_MS).toISOString();
  const told = await listAlertsOfSubscription(session, subscription.subscriptionId, span.from, before);
  for (const { changeId, impact } of told) impacts.set(changeId, impact);
  return impacts;
}

async function changesIn(session: Session, { from, to }: InstantSpan): Promise<readonly Change[]> {
  const changes: Change[] = [];
  for (let afterPosition = 0; changes.length < MOST_CHANGES; ) {
    const filter = { afterPosition, detectedFrom: from, detectedBefore: to, baseline: false };
    const page = await listChanges(session, filter, PAGE);
    changes.push(...page.map((stored) => stored.change));
    const last = page.at(-1);
    if (!last || page.length < PAGE) break;
    afterPosition = last.position;
  }
  return changes;
}

function refuseDate(date: string): never {
  return refuse({
    status: 422,
    code: 'invalid_date',
    title: 'This is not a date',
    detail: `date: write a calendar date such as 2026-11-24, not "${date.slice(0, 40)}".`,
    errors: [{ field: 'date', message: 'is not a calendar date such as 2026-11-24' }],
  });
}
