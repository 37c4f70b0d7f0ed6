import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { assembleDigest } from '#digest';
import { enqueueDelivery, findDigestCursor, finishAttempt, saveAlert, saveDigest } from '#store';
import { asAdmin, type DeskUnderTest, openDesk } from './desk-under-test.ts';
import { hikvision } from './example-changes.ts';
import { DEVELOPMENT_ID, exampleDevelopment } from './example-development.ts';
import { departures, isNode, type Node, references, resolve } from './matches-schema.ts';

let desk: DeskUnderTest;
let description: Node;

beforeAll(async () => {
  desk = await openDesk();
  await exampleDevelopment(desk.store, [hikvision]);
  description = await (await desk.get('/api/v1/openapi.json')).json();
  const created = { name: 'first', profile: { instruments: ['*'] }, channel: { kind: 'digest' } };
  await desk.send('POST', '/api/v1/subscriptions', created, asAdmin);
  const webhook = { kind: 'webhook', url: 'https://hooks.example.com/a' };
  await desk.send('POST', '/api/v1/subscriptions', { ...created, name: 'second', channel: webhook }, asAdmin);
  const impact = {
    score: 64,
    band: 'high',
    labels: ['possible match'],
    reasons: [{ factor: 'severity', value: 64, because: 'entity.added', evidenceRef: 0 }],
  } as const;
  const alert = {
    alertId: 'alert-1',
    changeId: hikvision.changeId,
    subscriptionId: 'id-1',
    impact,
    raisedAt: '2026-11-23T12:00:06.000Z',
  };
  await saveAlert(desk.store.session, alert);
  const delivery = {
    deliveryId: 'd1',
    subscriptionId: 'id-1',
    messageKind: 'alert',
    subjectId: 'alert-1',
    alertId: 'alert-1',
    webhookId: 'msg_1',
    status: 'due',
    attempts: 0,
    nextAttemptAt: null,
    createdAt: '2026-11-23T12:00:06.000Z',
    finishedAt: null,
    lastOutcome: '',
    replayOf: null,
  } as const;
  await enqueueDelivery(desk.store.session, delivery);
  await saveMadeDigest();
  const attempt = {
    deliveryId: 'd1',
    attempt: 1,
    startedAt: '2026-11-23T12:00:07.000Z',
    durationMs: 31,
    outcome: 'delivered',
    status: 200,
    responseText: 'ok',
  };
  await finishAttempt(desk.store.session, attempt, {
    status: 'delivered',
    nextAttemptAt: null,
    finishedAt: attempt.startedAt,
  });
});
afterAll(() => desk.close());

async function saveMadeDigest(): Promise<void> {
  const { session } = desk.store;
  const cursor = await findDigestCursor(session, 'id-1');
  if (!cursor?.nextRunAt) throw new Error('a new subscription has no digest ahead');
  const period = { from: cursor.since, to: '2026-11-25T07:00:00.000Z', timeZone: 'UTC' };
  const times = { periodFrom: period.from, periodTo: period.to, scheduledAt: cursor.nextRunAt, madeAt: period.to };
  const digest = { digestId: 'made', subscriptionId: 'id-1', cadence: 'daily', timeZone: 'UTC', told: 1, ...times };
  const report = assembleDigest({
    period,
    profileName: 'first',
    changes: [hikvision],
    impacts: new Map(),
    sources: [],
  });
  await saveDigest(session, desk.ports.sealer, {
    digest: { ...digest, fromPosition: cursor.position, toPosition: cursor.position },
    tenantId: 'default',
    body: JSON.stringify(report),
    cursor,
    nextRunAt: cursor.nextRunAt,
  });
}

const subscription = {
  name: 'x',
  profile: { instruments: ['*'], counterparties: [{ name: 'Hikvision' }] },
  channel: { kind: 'webhook', url: 'https://hooks.example.com/x' },
};

interface Example {
  readonly path?: string;
  readonly body?: unknown;
  readonly type?: string;
}

/** One real request for each documented operation: an operation without one fails the test. */
const EXAMPLES: Readonly<Record<string, Example>> = {
  'get /changes': {},
  'get /search': { path: '/search?q=hikvision' },
  'get /developments': {},
  'get /developments/{id}': { path: `/developments/${DEVELOPMENT_ID}` },
  'get /review-items': {},
  'post /changes/{id}/reviews': {
    path: `/changes/${hikvision.changeId}/reviews`,
    body: { act: 'assigned', assignee: 'Aiko Mori' },
  },
  'post /review-items/{id}/reviews': { path: '/review-items/r1/reviews', body: { act: 'acknowledged' } },
  'post /developments/{id}/reviews': {
    path: `/developments/${DEVELOPMENT_ID}/reviews`,
    body: { act: 'commented', text: 'all of them' },
  },
  'get /alerts/{id}': { path: '/alerts/alert-1' },
  'post /alerts/{id}/reviews': { path: '/alerts/alert-1/reviews', body: { act: 'commented', text: 'asked' } },
  'get /reviews': {},
  'get /reviews.csv': {},
  'get /attestations': { path: '/attestations?from=2026-11-01&to=2026-11-23' },
  'get /attestation-key': {},
  'get /audit': {},
  'get /audit.csv': {},
  'get /audit/verification': {},
  'get /changes/{id}': { path: `/changes/${hikvision.changeId}` },
  'get /changes/{id}/why': { path: `/changes/${hikvision.changeId}/why?subscription=id-1` },
  'get /subscriptions/export': {},
  'post /subscriptions/import': {
    body: 'format: redline-subscriptions/1\nsubscriptions: []\n',
    type: 'application/yaml',
  },
  'post /subscriptions/preview': { body: { profile: subscription.profile } },
  'post /subscriptions': { body: subscription },
  'get /subscriptions': {},
  'get /subscriptions/{id}': { path: '/subscriptions/id-1' },
  'get /subscriptions/{id}/digests': { path: '/subscriptions/id-1/digests' },
  'get /subscriptions/{id}/digests/{digestId}': { path: '/subscriptions/id-1/digests/made' },
  'post /subscriptions/{id}/feeds': { path: '/subscriptions/id-1/feeds' },
  'delete /subscriptions/{id}/feeds': { path: '/subscriptions/id-1/feeds' },
  'put /subscriptions/{id}': {
    path: '/subscriptions/id-1',
    body: { name: 'first', profile: { instruments: ['US-*'] }, channel: { kind: 'digest' } },
  },
  'put /subscriptions/{id}/cadence': { path: '/subscriptions/id-1/cadence', body: { cadence: 'weekly' } },
  'delete /subscriptions/{id}': { path: '/subscriptions/id-1' },
  'post /subscriptions/{id}/rotate-secret': { path: '/subscriptions/id-2/rotate-secret', body: { signing: 'ed25519' } },
  'post /subscriptions/{id}/test': { path: '/subscriptions/id-2/test' },
  'post /subscriptions/{id}/enable': { path: '/subscriptions/id-2/enable' },
  'post /deliveries/replay': { body: { subscription: 'id-2', afterSequence: 0 } },
  'get /deliveries': {},
  'get /deliveries/{id}': { path: '/deliveries/d1' },
  'post /deliveries/{id}/replay': { path: '/deliveries/d1/replay' },
  'get /digests/{date}': { path: '/digests/2026-11-23?subscription=id-1' },
  'get /sources': {},
  'get /keys': {},
  'post /keys': { body: { name: 'CI', scopes: ['read', 'deliveries'] } },
  'delete /keys/{id}': { path: '/keys/k2' },
  'post /readings/{id}/release': { path: '/readings/reading-held/release' },
};

function operations(): [name: string, operation: Node][] {
  return Object.entries(isNode(description.paths) ? description.paths : {}).flatMap(([path, item]) =>
    Object.entries(isNode(item) ? item : {}).map(([method, operation]): [string, Node] => [
      `${method} ${path}`,
      isNode(operation) ? operation : {},
    ]),
  );
}

function answersOf(operation: Node): Node {
  return isNode(operation.responses) ? operation.responses : {};
}

describe('the OpenAPI description', () => {
  it('is version 3.1 and describes exactly the operations there are', () => {
    expect(description.openapi).toBe('3.1.0');
    expect(
      operations()
        .map(([name]) => name)
        .sort(),
    ).toEqual(Object.keys(EXAMPLES).sort());
  });

  it('says of every operation which key or session it needs, as the rules of the routes do', () => {
    const security = Object.fromEntries(operations().map(([name, operation]) => [name, operation.security]));
    expect(security['get /changes']).toEqual([{}, { bearer: ['read'] }, { session: ['reader'] }]);
    expect(security['post /deliveries/{id}/replay']).toEqual([
      { bearer: ['review'] },
      { bearer: ['deliveries'] },
      { session: ['reviewer'] },
    ]);
    expect(Object.values(security)).not.toContain(undefined);
  });

  it('leads every reference somewhere', () => {
    const all = references(description);
    expect(all.length).toBeGreaterThan(20);
    for (const $ref of all) expect(() => resolve(description, { $ref })).not.toThrow();
  });

  it('gives every operation a summary, a success and the form of a refusal, and names its path parameters', () => {
    for (const [name, operation] of operations()) {
      expect(operation.summary, name).toEqual(expect.any(String));
      expect(Object.keys(answersOf(operation)), name).toEqual([expect.stringMatching(/^2\d\d$/), 'default']);
      const inPath = [...name.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const declared = Array.isArray(operation.parameters) ? operation.parameters : [];
      const named = declared.filter((one) => isNode(one) && one.in === 'path').map((one) => one.name);
      expect(named, name).toEqual(inPath);
    }
  });

  it.each(Object.entries(EXAMPLES))('%s answers as documented', async (name, { path, body, type }) => {
    const operation = operations().find(([known]) => known === name)?.[1] ?? {};
    const [method = '', template = ''] = name.split(' ');
    const headers = { ...asAdmin, ...(type ? { 'content-type': type } : {}) };
    const answer = await desk.send(method.toUpperCase(), `/api/v1${path ?? template}`, body, headers);
    const documented = answersOf(operation)[String(answer.status)];
    expect(documented, `${answer.status} is documented`).toBeDefined();
    const content =
      isNode(documented) && isNode(documented.content) ? Object.entries(documented.content)[0] : undefined;
    if (!content) return expect(await answer.text()).toBe('');
    const [mediaType, { schema }] = [content[0], isNode(content[1]) ? content[1] : {}];
    expect(answer.headers.get('content-type')).toContain(mediaType);
    const value: unknown = mediaType === 'application/json' ? await answer.json() : await answer.text();
    expect(departures(description, schema, value)).toEqual([]);
  });

  it.each(Object.entries(EXAMPLES))('%s refuses as documented', async (name, { path, body, type }) => {
    const [method = '', template = ''] = name.split(' ');
    const headers = { authorization: 'Bearer wrong', ...(type ? { 'content-type': type } : {}) };
    const answer = await desk.send(method.toUpperCase(), `/api/v1${path ?? template}`, body, headers);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(departures(description, { $ref: '#/components/schemas/Problem' }, await answer.json())).toEqual([]);
  });
});
