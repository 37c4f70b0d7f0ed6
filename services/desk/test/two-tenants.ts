import { sql } from 'kysely';
import { assembleDigest } from '#digest';
import {
  enqueueDelivery,
  finishAttempt,
  openBurst,
  ROLES,
  type Role,
  recordAct,
  SCOPES,
  saveAlert,
  saveApiKey,
  saveDigest,
  saveSubscription,
  saveTenant,
  saveToken,
  scheduleDigests,
} from '#store';
import { ProfileSchema } from '../src/schema/profile-schema.ts';
import type { DeskUnderTest } from './desk-under-test.ts';
import { hikvision } from './example-changes.ts';

/** Everything a customer can own on one Redline, marked so that it is recognised wherever it turns up. */
export interface FilledTenant {
  readonly tenantId: string;
  /** Stand in every text that this tenant owns, and nowhere else. */
  readonly words: readonly string[];
  /** Of whatever it owns. */
  readonly ids: readonly string[];
  readonly subscriptionId: string;
}

const AT = '2026-11-23T12:00:06.000Z';
const EXPIRES_AT = '2026-11-24T20:00:00.000Z';

export const keyOf = (tenantId: string, scope: string): string => `key-of-${tenantId}-${scope}`;
export const sessionOf = (tenantId: string, role: Role): string => `session-of-${tenantId}-${role}`;

/** Fills every table that carries a tenant, and what hangs on it, for one tenant. */
export async function fillTenant(desk: DeskUnderTest, tenantId: string, word: string): Promise<FilledTenant> {
  const { store, ports } = desk;
  const { session } = store;
  const id = (what: string) => `${tenantId}.${what}`;
  const secret = `whsec_${Buffer.from(`${word} signs with thirty-two bytes`).toString('base64')}`;
  await saveTenant(session, { tenantId, name: word, createdAt: AT });
  await saveSubscription(session, ports.sealer, {
    subscriptionId: id('subscription'),
    tenantId,
    name: `Subscription ${word}`,
    profile: ProfileSchema.parse({ org: word, instruments: ['*'], keywords: [word], counterparties: [{ name: word }] }),
    channel: { kind: 'webhook', url: `https://hooks.example.com/${word}` },
    cadence: 'immediate',
    status: 'active',
    createdAt: AT,
    hearsAfterPosition: 0,
    secret,
  });
  const reasons = [{ factor: 'relevance', value: 1, because: `counterparty ${word}` }] as const;
  await saveAlert(session, {
    alertId: id('alert'),
    changeId: hikvision.changeId,
    subscriptionId: id('subscription'),
    impact: { score: 100, band: 'critical', labels: [word], reasons },
    raisedAt: AT,
  });
  await recordAct(session, { tenantId, who: `Person of ${word}`, via: 'session' }, AT, {
    act: 'review.commented',
    subjectKind: 'change',
    subjectId: hikvision.changeId,
    fromState: 'open',
    toState: 'open',
    detail: { text: `${word} looked at it` },
  });
  await saveDelivery(desk, id, word);
  await saveReports(desk, tenantId, word);
  await letIn(desk, tenantId, word);
  const further = await fillTheRest(desk, tenantId, word);
  const owned = ['subscription', 'alert', 'delivery', 'digest', 'burst', ...SCOPES.map((scope) => `key.${scope}`)].map(
    id,
  );
  const hashes = await session.selectFrom('sessions').select('sessionHash').where('tenantId', '=', tenantId).execute();
  return {
    tenantId,
    words: [word, secret],
    ids: [...new Set([...owned, ...hashes.map((row) => row.sessionHash), ...further])],
    subscriptionId: id('subscription'),
  };
}

async function saveDelivery({ store }: DeskUnderTest, id: (what: string) => string, word: string): Promise<void> {
  await enqueueDelivery(store.session, {
    deliveryId: id('delivery'),
    subscriptionId: id('subscription'),
    messageKind: 'alert',
    subjectId: id('alert'),
    alertId: id('alert'),
    webhookId: `msg_${word}`,
    status: 'due',
    attempts: 0,
    nextAttemptAt: null,
    createdAt: AT,
    finishedAt: null,
    lastOutcome: word,
    replayOf: null,
  });
  const attempt = { deliveryId: id('delivery'), attempt: 1, startedAt: AT, durationMs: 31 };
  await finishAttempt(
    store.session,
    { ...attempt, outcome: word, status: 500, responseText: `answer to ${word}` },
    { status: 'gave_up', nextAttemptAt: null, finishedAt: AT },
  );
}

/** A digest as it was made, and alerts that went out together. */
async function saveReports({ store, ports }: DeskUnderTest, tenantId: string, word: string): Promise<void> {
  const subscriptionId = `${tenantId}.subscription`;
  const nextRunAt = '2026-11-24T07:00:00.000Z';
  const cursor = { subscriptionId, position: 0, since: '2026-11-22T07:00:00.000Z', nextRunAt };
  const period = { from: cursor.since, to: AT, timeZone: 'UTC' };
  const report = assembleDigest({ period, profileName: word, changes: [], impacts: new Map(), sources: [] });
  const digest = {
    digestId: `${tenantId}.digest`,
    subscriptionId,
    cadence: 'daily',
    fromPosition: 0,
    toPosition: 0,
    periodFrom: period.from,
    periodTo: period.to,
    timeZone: 'UTC',
    scheduledAt: AT,
    madeAt: AT,
    told: 0,
  };
  await scheduleDigests(store.session, { ...cursor, tenantId });
  await saveDigest(store.session, ports.sealer, { digest, tenantId, body: JSON.stringify(report), cursor, nextRunAt });
  const burst = { burstId: `${tenantId}.burst`, subscriptionId, tenantId, lane: 'prompt', openedAt: AT, closesAt: AT };
  await openBurst(store.session, burst, `${tenantId}.alert`);
}

/** One key a scope, one session a role, one login link. */
async function letIn({ store: { session } }: DeskUnderTest, tenantId: string, word: string): Promise<void> {
  for (const scope of SCOPES) {
    const key = { keyId: `${tenantId}.key.${scope}`, tenantId, name: `${word} ${scope}`, scopes: [scope] };
    await saveApiKey(session, { ...key, token: keyOf(tenantId, scope), createdAt: AT });
  }
  const grant = { tenantId, name: `Person of ${word}`, keyId: null, expiresAt: EXPIRES_AT };
  for (const role of ROLES) {
    await saveToken(session, { ...grant, role, token: sessionOf(tenantId, role), kind: 'session' });
  }
  await saveToken(session, { ...grant, role: 'admin', token: `login-of-${tenantId}`, kind: 'login' });
}

/**
 * One made-up row for each further table that has owners, and their ids, so that a table of a later migration is walked over, too. A route
 * that cannot read such a row fails the walk: give its table a real row above.
 */
async function fillTheRest(desk: DeskUnderTest, tenantId: string, word: string): Promise<readonly string[]> {
  const ids: string[] = [];
  const session = desk.store.session.withoutPlugins();
  const tables = await session.introspection.getTables();
  for (const owned of await tablesOfTenants(desk)) {
    const table = tables.find(({ name }) => name === owned.name);
    if (!table || (await rowsOf(desk, owned, tenantId)) > 0) continue;
    const columns = table.columns.filter((column) => !column.isAutoIncrementing);
    const values = columns.map(({ name, dataType }) => {
      if (name === 'tenant_id') return tenantId;
      if (!/text/i.test(dataType)) return 7;
      if (name.endsWith('_id')) {
        ids.push(`${tenantId}.${name.slice(0, -'_id'.length)}`);
        return ids.at(-1);
      }
      return name.endsWith('_at') ? AT : word;
    });
    await sql`insert into ${sql.table(table.name)} (${sql.join(columns.map((column) => sql.ref(column.name)))})
      values (${sql.join(values)})`.execute(session);
  }
  return ids;
}

/** A table with a column that says whose a row is: directly, or by its subscription. */
interface OwnedTable {
  readonly name: string;
  readonly by: 'tenant_id' | 'subscription_id';
}

/** Read from the store, so that a later table is not forgotten. */
export async function tablesOfTenants({ store }: DeskUnderTest): Promise<readonly OwnedTable[]> {
  const tables = await store.session.withoutPlugins().introspection.getTables();
  return tables.flatMap(({ name, columns }) => {
    const by = (['tenant_id', 'subscription_id'] as const).find((owner) => columns.some((one) => one.name === owner));
    return by === undefined ? [] : [{ name, by }];
  });
}

export async function rowsOf({ store }: DeskUnderTest, { name, by }: OwnedTable, tenantId: string): Promise<number> {
  const owner = by === 'tenant_id' ? tenantId : `${tenantId}.subscription`;
  const { rows } = await sql`select 1 from ${sql.table(name)} where ${sql.ref(by)} = ${owner}`.execute(
    store.session.withoutPlugins(),
  );
  return rows.length;
}
