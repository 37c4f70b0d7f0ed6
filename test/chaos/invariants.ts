import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { listDeadLetters } from '#log';
import type { Session } from '#store';

/** What a run leaves behind, as far as it must not depend on faults. */
export interface Outcome {
  readonly changes: ReadonlySet<string>;
  /** `changeId subscriptionId`. */
  readonly alerts: ReadonlySet<string>;
}

/** What the calendar tells depends on the day the process lives in; everything else must come out the same. */
const FROM_THE_CALENDAR = ['authorisation.expiring', 'authorisation.expired', 'comment.closing', 'comment.closed'];

export async function outcomeOf(session: Session): Promise<Outcome> {
  const changes = await session
    .selectFrom('changes')
    .select('changeId')
    .where('type', 'not in', FROM_THE_CALENDAR)
    .execute();
  const alerts = await session
    .selectFrom('alerts')
    .innerJoin('changes', 'changes.changeId', 'alerts.changeId')
    .select(['alerts.changeId', 'alerts.subscriptionId'])
    .where('changes.type', 'not in', FROM_THE_CALENDAR)
    .execute();
  return {
    changes: new Set(changes.map((row) => row.changeId)),
    alerts: new Set(alerts.map((row) => `${row.changeId} ${row.subscriptionId}`)),
  };
}

/** Everything that is broken about a run, in words; empty when it kept every promise. */
export async function breaches(
  session: Session,
  wanted: Outcome,
  receivedFile: string,
  poisoned: boolean,
): Promise<readonly string[]> {
  const found = await outcomeOf(session);
  return [
    ...difference('change', wanted.changes, found.changes),
    ...difference('alert', wanted.alerts, found.alerts),
    ...(await deliveryBreaches(session, receivedFile)),
    ...(await eventBreaches(session)),
    ...(await orderBreaches(session)),
    ...(await letterBreaches(session, poisoned)),
  ];
}

function difference(what: string, wanted: ReadonlySet<string>, found: ReadonlySet<string>): readonly string[] {
  const lost = [...wanted].filter((one) => !found.has(one)).map((one) => `${what} lost: ${one}`);
  const extra = [...found].filter((one) => !wanted.has(one)).map((one) => `${what} invented: ${one}`);
  return [...lost, ...extra];
}

async function deliveryBreaches(session: Session, receivedFile: string): Promise<readonly string[]> {
  const deliveries = await session.selectFrom('deliveries').select(['alertId', 'webhookId', 'status']).execute();
  const alerts = await session.selectFrom('alerts').select('alertId').execute();
  const received = readFileSync(receivedFile, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  const seen = new Set(received.map(({ id }) => id));
  const unfinished = deliveries.filter(({ status }) => status !== 'delivered');
  return [
    ...unfinished.map(({ alertId, status }) => `delivery of alert ${alertId} ended ${status}`),
    ...(deliveries.length === alerts.length ? [] : [`${alerts.length} alerts, ${deliveries.length} deliveries`]),
    ...deliveries
      .filter(({ webhookId }) => !seen.has(webhookId))
      .map(({ webhookId }) => `never received: ${webhookId}`),
    ...(seen.size === deliveries.length ? [] : [`${seen.size} webhook-ids received, ${deliveries.length} sent`]),
    ...received.filter(({ verified }) => !verified).map(({ id }) => `not verified: ${id}`),
  ];
}

/** Each state has its event, once: nothing is lost between topics. */
async function eventBreaches(session: Session): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [table, column, type] of [
    ['captures', 'capture_id', 'redline.capture.recorded'],
    ['changes', 'change_id', 'redline.change.detected'],
    ['alerts', 'alert_id', 'redline.alert.raised'],
  ] as const) {
    const { rows } = await sql<{ id: string }>`select ${sql.ref(column)} as id from ${sql.table(table)}
      where ${sql.ref(column)} not in (select event_id from event_log where type = ${type})`.execute(session);
    for (const { id } of rows) found.push(`no event in the log for ${column} ${id}`);
  }
  return found;
}

/** Captures of a source were compared in the order they were taken in, and their changes stored in it. */
async function orderBreaches(session: Session): Promise<readonly string[]> {
  const readings = await session
    .selectFrom('readings')
    .innerJoin('captures', 'captures.captureId', 'readings.captureId')
    .select(['readings.sourceId', 'captures.retrievedAt', 'readings.position'])
    .orderBy('readings.sourceId')
    .orderBy('readings.position')
    .execute();
  return readings.flatMap((reading, index) => {
    const before = readings[index - 1];
    const late = before?.sourceId === reading.sourceId && before.retrievedAt > reading.retrievedAt;
    return late ? [`out of order: ${reading.sourceId} ${reading.retrievedAt} after ${before.retrievedAt}`] : [];
  });
}

async function letterBreaches(session: Session, poisoned: boolean): Promise<readonly string[]> {
  const letters = await listDeadLetters(session);
  return letters
    .filter(({ key }) => !(poisoned && key === 'poison'))
    .map((letter) => `dead letter: ${letter.code} ${letter.key}`);
}
