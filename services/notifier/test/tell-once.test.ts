import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change, StatedDifference } from '#domain';
import { listAlertsOfChange, listDeliveries, listOwnUntoldAlerts, placeChanges } from '#store';
import { createNotifier, type Notifier } from '../src/notifier.ts';
import { exampleChange } from './example-change.ts';
import { createWorld, type World } from './world.ts';

const NOWHERE = 'http://169.254.1.1/';
let world: World;
let notifier: Notifier;

beforeEach(async () => {
  world = await createWorld();
  notifier = createNotifier(world.ports);
});

afterEach(async () => {
  await notifier.stop();
  await world.close();
});

const CODIFIED = exampleChange({ changeId: 'codified' });
const SCREENED = exampleChange({ changeId: 'screened', sourceId: 'us-csl' });

/** Stores a change as the differ does, with what it repeats. */
async function detect(change: Change, confirms?: string, differs: readonly StatedDifference[] = []): Promise<void> {
  const { changeId, sourceId } = change;
  const place = { changeId, developmentId: 'd', sourceId, confirmsChangeId: confirms ?? null, differs };
  await world.ports.store.transaction((tx) => placeChanges(tx, [{ ...place, keys: [] }]));
  await world.detect(change);
}

const settle = async () => {
  await notifier.start();
  await notifier.drained();
};
const alertsOf = (changeId: string) => listAlertsOfChange(world.ports.store.session, changeId);
const untoldOf = (changeId: string) => listOwnUntoldAlerts(world.ports.store.session, 'default', changeId);

describe('one act from several sources', () => {
  it('alerts once, and keeps why the second source was not told', async () => {
    const { subscriptionId } = await world.subscribe(NOWHERE);
    await detect(CODIFIED);
    await detect(SCREENED, 'codified');
    await settle();
    expect(await alertsOf('codified')).toHaveLength(1);
    expect(await alertsOf('screened')).toEqual([]);
    expect(await untoldOf('screened')).toMatchObject([{ subscriptionId, confirmsChangeId: 'codified' }]);
    expect(await listDeliveries(world.ports.store.session, { subscriptionId }, 10)).toHaveLength(1);
  });

  it('is told as an update that says what differs when the second source says otherwise', async () => {
    await world.subscribe(NOWHERE);
    await detect(CODIFIED);
    await detect(SCREENED, 'codified', [{ field: 'effectiveFrom', earlier: '2019-05-16', later: '2019-05-21' }]);
    await settle();
    const [update] = await alertsOf('screened');
    expect(update?.impact.labels).toContain('update');
    expect(update?.impact.reasons.at(-1)?.because).toContain('"2019-05-16" there, "2019-05-21" here');
  });

  it('is news to a subscription made between the two, and then confirmed for it, too', async () => {
    await detect(CODIFIED);
    const { subscriptionId } = await world.subscribe(NOWHERE);
    await detect(SCREENED, 'codified');
    await detect(exampleChange({ changeId: 'third', sourceId: 'us-other-copy' }), 'codified');
    await settle();
    expect(await alertsOf('screened')).toMatchObject([{ subscriptionId }]);
    expect(await alertsOf('third')).toEqual([]);
    expect(await untoldOf('third')).toMatchObject([{ subscriptionId, confirmsChangeId: 'screened' }]);
  });

  it('shows a tenant nothing of what others were not told', async () => {
    await world.subscribe(NOWHERE);
    await detect(CODIFIED);
    await detect(SCREENED, 'codified');
    await settle();
    expect(await listOwnUntoldAlerts(world.ports.store.session, 'another', 'screened')).toEqual([]);
  });
});
