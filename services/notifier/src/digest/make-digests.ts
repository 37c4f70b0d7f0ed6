import { assembleDigest, type Digest, type SourceFreshness } from '#digest';
import { digestOf } from '#domain';
import { TOPICS } from '#events';
import {
  countUnseenChanges,
  type DigestCursor,
  enqueueDelivery,
  findSubscription,
  listDueDigests,
  logPositionsOfChanges,
  type MadeDigest,
  type Subscription,
  saveDigest,
  setNextDigestRun,
  settledChangePosition,
} from '#store';
import { latestDigestRun, nextDigestRun } from '#time';
import { newDelivery } from '../new-delivery.ts';
import type { NotifierPorts } from '../notifier-ports.ts';
import { type DigestWindow, digestFacts, readWindow, type WindowChanges } from './digest-facts.ts';
import { digestScheduleOf, sendsDigest } from './digest-schedule-of.ts';

export type DigestPorts = Pick<NotifierPorts, 'store' | 'sealer' | 'logger' | 'now' | 'sourceFreshness'>;

/** Group whose inbox says which changes have been matched with the profiles. */
const MATCH_GROUP = 'notifier.match';
/** Digests made in one round. */
const ROUND = 200;
/** A digest waits so long for changes that are stored and not matched yet; then it judges them itself. */
const MATCH_GRACE_MS = 10 * 60_000;
/** More changes than this are no report any more; the rest is told by the next digest. */
const MOST_CHANGES = 20_000;

/**
 * Makes every digest whose run has come by `now`, each once however many processes try: a digest, the move of its
 * subscription's window and the delivery it calls for are one transaction. Runs that were missed are made up for by one
 * digest that goes on where the last one ended.
 * @returns how many were made by this call.
 */
export async function makeDigests(ports: DigestPorts, now: Date): Promise<number> {
  const due = await listDueDigests(ports.store.session, now.toISOString(), ROUND);
  if (due.length === 0) return 0;
  const head = await settledChangePosition(ports.store);
  const round = createRound(ports);
  let made = 0;
  for (const cursor of due) {
    try {
      if (await makeOne(ports, cursor, { now, head, round })) made += 1;
    } catch (err) {
      // One subscription that cannot be read must not keep the others from their digest.
      ports.logger.error({ subscriptionId: cursor.subscriptionId, err }, 'digest.not_made');
    }
  }
  return made;
}

/** Readings that the digests of one round share: many subscriptions are due at the same hour. */
interface Round {
  window(window: DigestWindow): Promise<WindowChanges>;
  unseen(window: DigestWindow): Promise<number>;
  /** Where the events of its changes stand in the log. */
  places(window: DigestWindow): Promise<ReadonlyMap<string, number>>;
  sources(from: string, to: string): Promise<readonly SourceFreshness[]>;
}

function createRound({ store, sourceFreshness }: DigestPorts): Round {
  const windows = new Map<string, Promise<WindowChanges>>();
  const counts = new Map<string, Promise<number>>();
  const places = new Map<string, Promise<ReadonlyMap<string, number>>>();
  const sources = new Map<string, Promise<readonly SourceFreshness[]>>();
  return {
    window: (window) =>
      remembered(windows, JSON.stringify(window), () => readWindow(store.session, window, MOST_CHANGES)),
    unseen: (window) =>
      remembered(counts, JSON.stringify(window), () => countUnseenChanges(store.session, MATCH_GROUP, window)),
    places: (window) =>
      remembered(places, JSON.stringify(window), () => logPositionsOfChanges(store.session, TOPICS.changes, window)),
    sources: (from, to) => remembered(sources, `${from} ${to}`, () => sourceFreshness({ from, to })),
  };
}

function remembered<Value>(known: Map<string, Promise<Value>>, key: string, read: () => Promise<Value>) {
  const found = known.get(key) ?? read();
  known.set(key, found);
  return found;
}

async function makeOne(
  ports: DigestPorts,
  cursor: DigestCursor,
  { now, head, round }: { readonly now: Date; readonly head: number; readonly round: Round },
): Promise<boolean> {
  const { session } = ports.store;
  const subscription = await findSubscription(session, ports.sealer, cursor.subscriptionId);
  if (!subscription) return false;
  const schedule = digestScheduleOf(subscription);
  const nextRunAt = nextDigestRun(schedule, now).toISOString();
  if (cursor.nextRunAt === null) {
    await setNextDigestRun(session, cursor.subscriptionId, nextRunAt);
    return false;
  }
  const asked = { from: cursor.position, to: Math.max(cursor.position, head) };
  const judgeUnmatched = (await round.unseen(asked)) > 0;
  if (judgeUnmatched && now.getTime() - Date.parse(cursor.nextRunAt) < MATCH_GRACE_MS) return false;
  const found = await round.window(asked);
  const window = found.length < MOST_CHANGES ? asked : { from: asked.from, to: found.at(-1)?.position ?? asked.to };
  const period = { from: cursor.since, to: now.toISOString(), timeZone: schedule.timeZone };
  const changes = found.map(({ change }) => change);
  const sources = await round.sources(period.from, period.to);
  const isUnheard = await unheardBy(subscription, judgeUnmatched, () => round.places(window));
  const digest = assembleDigest(
    await digestFacts(session, { subscription, window, changes, period, sources, isUnheard }),
  );
  // The schedule may have changed since the run was set; the digest bears the run that it answers.
  const latest = latestDigestRun(schedule, now).toISOString();
  const scheduledAt = latest > cursor.nextRunAt ? latest : cursor.nextRunAt;
  return keep(ports, { subscription, cursor, window, digest, scheduledAt, nextRunAt, now });
}

/**
 * Which changes nobody matched with a subscription: all of a window where some wait to be matched, else those that came
 * before it was listening, as while it was disabled.
 */
async function unheardBy(
  { hearsAfterPosition }: Subscription,
  judgeUnmatched: boolean,
  places: () => Promise<ReadonlyMap<string, number>>,
): Promise<(changeId: string) => boolean> {
  if (judgeUnmatched) return () => true;
  const placeOf = await places();
  return (changeId) => (placeOf.get(changeId) ?? Number.POSITIVE_INFINITY) <= hearsAfterPosition;
}

interface Making {
  readonly subscription: Subscription;
  readonly cursor: DigestCursor;
  readonly window: DigestWindow;
  readonly digest: Digest;
  readonly scheduledAt: string;
  readonly nextRunAt: string;
  readonly now: Date;
}

async function keep(ports: DigestPorts, making: Making): Promise<boolean> {
  const { subscription, cursor, nextRunAt, now } = making;
  const digest = madeDigest(making);
  const body = JSON.stringify(making.digest);
  const { subscriptionId, tenantId, channel } = subscription;
  const delivery = newDelivery({
    messageKind: 'digest',
    subjectId: digest.digestId,
    subscriptionId,
    channelKind: channel.kind,
    now,
  });
  const kept = await ports.store.transaction(async (tx) => {
    if (!(await saveDigest(tx, ports.sealer, { digest, tenantId, body, cursor, nextRunAt }))) return false;
    if (sendsDigest(subscription)) await enqueueDelivery(tx, delivery);
    return true;
  });
  const facts = { subscriptionId, digestId: digest.digestId, toPosition: digest.toPosition, told: digest.told };
  if (kept) ports.logger.info(facts, 'digest.made');
  return kept;
}

function madeDigest({ subscription, window, digest, scheduledAt, now }: Making): MadeDigest {
  const { period } = digest.header;
  return {
    digestId: digestOf('digest', subscription.subscriptionId, scheduledAt),
    subscriptionId: subscription.subscriptionId,
    cadence: subscription.cadence,
    fromPosition: window.from,
    toPosition: window.to,
    periodFrom: period.from,
    periodTo: period.to,
    timeZone: period.timeZone,
    scheduledAt,
    madeAt: now.toISOString(),
    told: digest.header.told,
  };
}
