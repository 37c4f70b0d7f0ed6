import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '#domain';
import { findDigest, listAlertsOfChange, listDeliveries, listDigests, scheduleDigests } from '#store';
import { makeDigests } from '../src/digest/make-digests.ts';
import { createNotifier, type Notifier } from '../src/notifier.ts';
import { exampleChange, exampleProfile } from './example-change.ts';
import { startReceiver, type WebhookReceiver } from './webhook-receiver.ts';
import { createWorld, SECRET, type World } from './world.ts';

/** The cybersecurity rule of 2021: 86 FR 58205, effective 2022-01-19, delayed to 2022-03-07 by 87 FR 1670. */
const rule = exampleChange({
  changeId: 'rule',
  type: 'lineage.interim_final',
  sourceId: 'us-federal-register',
  instrumentId: 'US-CCL',
  subject: { kind: 'document', key: '2021-22774', label: '2021-22774' },
  after: { title: 'Information Security Controls: Cybersecurity Items' },
  stage: 'interim_final',
  dates: { publishedOn: '2021-10-21', effectiveFrom: '2022-01-19' },
  lineage: { rin: ['0694-AH56'], citation: ['86 FR 58205'] },
  documentNumber: '2021-22774',
});
const delay = exampleChange({
  ...rule,
  changeId: 'delay',
  type: 'date.effective_changed',
  subject: { kind: 'document', key: '2022-00448', label: '2022-00448' },
  after: {
    title: 'Information Security Controls: Cybersecurity Items; Delay of Effective Date',
    oldEffective: '2022-01-19',
  },
  dates: { publishedOn: '2022-01-12', effectiveFrom: '2022-03-07' },
  lineage: { rin: ['0694-AH56'], citation: ['87 FR 1670'] },
  documentNumber: '2022-00448',
});

let world: World;
let notifier: Notifier;
let receiver: WebhookReceiver;

beforeEach(async () => {
  world = await createWorld();
  receiver = await startReceiver(SECRET);
  notifier = createNotifier(world.ports);
});

afterEach(async () => {
  await notifier.stop();
  await receiver.close();
  await world.close();
});

const everything = exampleProfile({ instruments: ['*'], minBand: 'info' });

async function detectInTurn(...changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    await world.detect(change);
    await notifier.drained();
  }
}

const types = () => receiver.received.map(({ message }) => (message as { type: string }).type);

describe('a correction', () => {
  it('says what was told and what is, with the proof of both, in the one message about it', async () => {
    await world.subscribe(receiver.url, { profile: everything });
    await notifier.start();
    await detectInTurn(rule, delay);
    expect(types()).toHaveLength(2);
    expect(receiver.received[1]?.message).toMatchObject({
      data: {
        correctsChangeId: 'rule',
        corrections: [{ fact: 'effective date', said: '2022-01-19', is: '2022-03-07' }],
        proofs: {
          said: [{ text: expect.stringContaining('86 FR 58205') }],
          is: [{ text: expect.stringContaining('87 FR 1670') }],
        },
      },
    });
  });

  it('reaches everyone who was told the old date, also whom the new document alone would not matter to, and nobody else', async () => {
    const told = await world.subscribe(receiver.url, {
      profile: exampleProfile({ instruments: ['US-CCL'], minBand: 'info' }),
    });
    await notifier.start();
    await detectInTurn(rule);
    await world.subscribe(receiver.url, { profile: exampleProfile({ instruments: ['US-EL'], minBand: 'info' }) });
    await detectInTurn({ ...delay, instrumentId: 'US-EAR' });
    const alerts = await listAlertsOfChange(world.ports.store.session, 'delay');
    expect(alerts.map(({ subscriptionId }) => subscriptionId)).toEqual([told.subscriptionId]);
    expect(alerts[0]?.impact.labels).toContain('corrects what was told');
    expect(receiver.received).toHaveLength(2);
  });

  it('is told once, however often the log repeats it and whatever it finds told', async () => {
    await world.subscribe(receiver.url, { profile: everything });
    await notifier.start();
    const second = { ...rule, changeId: 'rule again', type: 'date.effective_set' as const };
    await detectInTurn(rule, second, delay, delay);
    const deliveries = await listDeliveries(world.ports.store.session, {}, 10);
    expect(deliveries.filter(({ messageKind }) => messageKind === 'correction')).toHaveLength(1);
    expect(deliveries.filter(({ alertId }) => alertId !== '')).toHaveLength(2);
  });

  it('stands in the digest of who is told by digest', async () => {
    const subscription = await world.subscribe(receiver.url, { profile: everything, cadence: 'daily' });
    const { subscriptionId, tenantId } = subscription;
    const since = new Date().toISOString();
    const { session } = world.ports.store;
    await scheduleDigests(session, {
      subscriptionId,
      tenantId,
      position: 0,
      since,
      nextRunAt: '2026-11-23T22:00:00.000Z',
    });
    await notifier.start();
    await detectInTurn(rule);
    world.advance(20 * 3_600_000);
    await makeDigests(world.ports, new Date());
    await detectInTurn(delay);
    world.advance(24 * 3_600_000);
    await makeDigests(world.ports, new Date());
    const [newest] = await listDigests(session, subscriptionId, 10);
    const found = await findDigest(session, world.ports.sealer, newest?.digestId ?? '');
    expect(JSON.parse(found?.body ?? '{}')).toMatchObject({
      corrections: [{ said: '2022-01-19', is: '2022-03-07', told: { changeId: 'rule' } }],
    });
    expect(await listDeliveries(session, { subscriptionId }, 10)).toHaveLength(2);
  });
});
