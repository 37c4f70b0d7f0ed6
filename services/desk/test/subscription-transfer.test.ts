import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listSubscriptions, saveSubscription, scheduleDigests } from '#store';
import { readSubscriptionFile } from '../src/subscription/subscription-file.ts';
import { asAdmin, asReader, type DeskUnderTest, openDesk } from './desk-under-test.ts';
import { subscriptionRows } from './subscription-rows.ts';

const yaml = { ...asAdmin, 'content-type': 'application/yaml' };
const profile = {
  org: '例 & Co: "quoted"',
  instruments: ['*'],
  counterparties: [{ name: 'yes', aliases: ['0x1F', '1e3', 'null', '# not a comment'], country: 'JP' }],
  quietHours: { from: '22:00', to: '06:00', overrideBand: 'critical' },
};

async function withSubscriptions(): Promise<DeskUnderTest> {
  const desk = await openDesk({ seeded: false });
  const body = { name: 'first', profile, channel: { kind: 'webhook', url: 'https://hooks.example.com/a' } };
  await desk.send('POST', '/api/v1/subscriptions', body, asAdmin);
  await desk.send('POST', '/api/v1/subscriptions', { ...body, name: 'second', channel: { kind: 'digest' } }, asAdmin);
  return desk;
}

const all = (desk: DeskUnderTest) => listSubscriptions(desk.store.session, desk.ports.sealer, 'default');

describe('export and import of subscriptions', () => {
  it('restores everything after a wipe, signing secrets included', async () => {
    const desk = await withSubscriptions();
    const before = await all(desk);
    const file = await (await desk.get('/api/v1/subscriptions/export?secrets=true', asAdmin)).text();
    await desk.store.session.deleteFrom('subscriptions').execute();
    const imported = await desk.send('POST', '/api/v1/subscriptions/import', file, yaml);
    expect(imported.status).toBe(200);
    expect(await all(desk)).toEqual(before);
    await desk.close();
  });

  it('changes nothing when a file without secrets is imported over what it came from', async () => {
    const desk = await withSubscriptions();
    const before = await all(desk);
    const answer = await desk.get('/api/v1/subscriptions/export', asAdmin);
    const file = await answer.text();
    expect(answer.headers.get('content-type')).toContain('application/yaml');
    expect(file).not.toContain('whsec_');
    const { imported } = await (await desk.send('POST', '/api/v1/subscriptions/import', file, yaml)).json();
    expect(imported.map((one: { outcome: string }) => one.outcome)).toEqual(['updated', 'updated']);
    expect(await all(desk)).toEqual(before);
    await desk.close();
  });

  it('makes a secret where the file holds none and shows it once', async () => {
    const desk = await withSubscriptions();
    const file = await (await desk.get('/api/v1/subscriptions/export', asAdmin)).text();
    await desk.store.session.deleteFrom('subscriptions').execute();
    const { imported } = await (await desk.send('POST', '/api/v1/subscriptions/import', file, yaml)).json();
    expect(imported[0]).toMatchObject({ outcome: 'created', secret: expect.stringMatching(/^whsec_/) });
    expect(imported[1].secret).toBeUndefined();
    await desk.close();
  });

  it('says to put an ECCN in quotes that YAML reads as a number', () => {
    const file = `format: redline-subscriptions/1
subscriptions:
  - { id: a, name: a, status: active, cadence: daily, createdAt: 2026-11-01T00:00:00.000Z, hearsAfterPosition: 0, channel: { kind: digest }, profile: { items: [{ scheme: ECCN, pattern: 3E991 }] } }
`;
    expect(() => readSubscriptionFile(file)).toThrow(/pattern: must be text: put it in quotes/);
  });

  it('restores every kind of channel, key pairs and secrets that still sign', async () => {
    const desk = await openDesk({ seeded: false });
    const channels = [
      { kind: 'webhook', url: 'https://hooks.example.com/a', format: 'cloudevents', maxPerMinute: 30 },
      { kind: 'email', address: 'someone@example.com' },
      { kind: 'slack', url: 'https://hooks.slack.com/services/T0/B0/x' },
      { kind: 'teams', url: 'https://example.webhook.office.com/webhookb2/x' },
      { kind: 'digest' },
    ];
    for (const channel of channels) {
      const signing = channel.kind === 'webhook' ? { signing: 'ed25519' } : {};
      const body = { name: channel.kind, profile, channel, ...signing };
      expect((await desk.send('POST', '/api/v1/subscriptions', body, asAdmin)).status).toBe(201);
    }
    const [webhook] = await all(desk);
    await desk.send('POST', `/api/v1/subscriptions/${webhook?.subscriptionId}/rotate-secret`, {}, asAdmin);
    const before = await all(desk);
    const rotated = before.find(({ channel }) => channel.kind === 'webhook');
    expect(rotated).toMatchObject({
      secret: expect.stringMatching(/^whsec_/),
      retiring: [{ secret: webhook?.secret }],
    });
    const open = await (await desk.get('/api/v1/subscriptions/export', asAdmin)).text();
    expect(open).not.toMatch(/wh(sec|sk)_/);
    const file = await (await desk.get('/api/v1/subscriptions/export?secrets=true', asAdmin)).text();
    await desk.store.session.deleteFrom('subscriptions').execute();
    expect((await desk.send('POST', '/api/v1/subscriptions/import', file, yaml)).status).toBe(200);
    expect(await all(desk)).toEqual(before);
    await desk.close();
  });

  it('takes over nothing of a file with one mistake', async () => {
    const desk = await withSubscriptions();
    const before = await all(desk);
    const file = await (await desk.get('/api/v1/subscriptions/export', asAdmin)).text();
    const broken = file.replace('name: first', 'name: renamed').replace('kind: digest', 'kind: pigeon');
    const answer = await desk.send('POST', '/api/v1/subscriptions/import', broken, yaml);
    expect(answer.status).toBe(422);
    expect((await answer.json()).detail).toContain('subscriptions[1].channel');
    expect(await all(desk)).toEqual(before);
    await desk.close();
  });

  it('does not resolve aliases, so that a small file stays small', async () => {
    const desk = await openDesk({ seeded: false });
    const bomb = 'a: &a [x, x, x]\nb: &b [*a, *a, *a]\nformat: redline-subscriptions/1\nsubscriptions: [*b, *b]\n';
    const answer = await desk.send('POST', '/api/v1/subscriptions/import', bomb, yaml);
    expect(await answer.json()).toMatchObject({ status: 422, detail: expect.stringContaining('aliases') });
    const garbled = await desk.send('POST', '/api/v1/subscriptions/import', 'a: [1', yaml);
    expect(await garbled.json()).toMatchObject({ status: 422, type: 'urn:redline:problem:invalid_yaml' });
    await desk.close();
  });

  it('gives the file to administrators only', async () => {
    const desk = await openDesk({ seeded: false });
    expect((await desk.get('/api/v1/subscriptions/export', asReader)).status).toBe(403);
    await desk.close();
  });

  it('gives identical rows after export, wipe and import, whatever they hold', async () => {
    const desk = await openDesk();
    const { sealer } = desk.ports;
    await fc.assert(
      fc.asyncProperty(fc.array(subscriptionRows, { minLength: 1, maxLength: 4 }), async (made) => {
        for (const [at, { subscription, place }] of made.entries()) {
          const subscriptionId = `id-${at}`;
          await saveSubscription(desk.store.session, sealer, { ...subscription, subscriptionId });
          await scheduleDigests(desk.store.session, { ...place, subscriptionId, tenantId: 'default' });
        }
        const before = await wholeRows(desk);
        const file = await (await desk.get('/api/v1/subscriptions/export?secrets=true', asAdmin)).text();
        await wipe(desk);
        const answer = await desk.send('POST', '/api/v1/subscriptions/import', file, yaml);
        expect([answer.status, answer.status === 200 ? '' : await answer.text()]).toEqual([200, '']);
        expect(await wholeRows(desk)).toEqual(before);
        await wipe(desk);
      }),
      { numRuns: 60 },
    );
    await desk.close();
  });

  it('keeps the place of a subscription it knows, and takes none that lies ahead of this log', async () => {
    const desk = await withSubscriptions();
    const file = await (await desk.get('/api/v1/subscriptions/export?secrets=true', asAdmin)).text();
    const before = await wholeRows(desk);
    const ahead = file.replaceAll(/(digestPlace:\n\s+position:) 0/g, '$1 999');
    expect(ahead).not.toBe(file);
    await desk.send('POST', '/api/v1/subscriptions/import', ahead, yaml);
    expect(await wholeRows(desk)).toEqual(before);
    await wipe(desk);
    await desk.send('POST', '/api/v1/subscriptions/import', ahead, yaml);
    expect((await wholeRows(desk)).cursors.map(({ position }) => position)).toEqual([0, 0]);
    await desk.close();
  });
});

async function wipe({ store }: DeskUnderTest): Promise<void> {
  await store.session.deleteFrom('subscriptions').execute();
  await store.session.deleteFrom('digestCursors').execute();
}

/** Every column of both tables, sealed ones opened; the revision is ours and counts how often a row was written. */
async function wholeRows({ store, ports }: DeskUnderTest) {
  const open = (sealed: string | null) => (sealed === null ? null : ports.sealer.open(sealed));
  const found = await store.session.selectFrom('subscriptions').selectAll().orderBy('subscriptionId').execute();
  const cursors = await store.session.selectFrom('digestCursors').selectAll().orderBy('subscriptionId').execute();
  const subscriptions = found.map(
    ({ revision: _revision, sealedChannel, sealedProfile, sealedSecret, sealedRetiring, ...rest }) => ({
      ...rest,
      channel: JSON.parse(open(sealedChannel) ?? ''),
      profile: JSON.parse(open(sealedProfile) ?? ''),
      secret: open(sealedSecret),
      retiring: JSON.parse(open(sealedRetiring) ?? 'null'),
    }),
  );
  return { subscriptions, cursors };
}
