import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saveUntoldAlerts } from '#store';
import { asAdmin, type DeskUnderTest, inBrowser, openDesk, subscribed } from './desk-under-test.ts';
import { hikvision, requirementWidened } from './example-changes.ts';
import { DEVELOPMENT_ID, exampleDevelopment } from './example-development.ts';

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await openDesk();
  await exampleDevelopment(desk.store, [hikvision, requirementWidened]);
});
afterAll(() => desk.close());

const page = async (path: string) => (await desk.get(path, inBrowser)).text();
const json = async (path: string) => (await desk.get(path, asAdmin)).json();

describe('developments', () => {
  it('are listed with what must be reviewed, and those with something owed alone on demand', async () => {
    const list = await page('/developments');
    expect(list).toContain('Addition of Certain Entities to the Entity List');
    expect(list).toContain('28 entities added; on the list: 27 entries cite it');
    expect((await json('/api/v1/developments?open=true')).developments).toHaveLength(1);
    expect((await json('/api/v1/developments?instrument=JP-FEFA')).developments).toEqual([]);
    expect((await json('/api/v1/review-items')).reviewItems).toMatchObject([{ kind: 'counts_differ', ageInDays: 3 }]);
  });

  it('show each source in turn, what is owed with its age, and why the changes are one act', async () => {
    const shown = await page(`/developments/${DEVELOPMENT_ID}`);
    expect(shown).toContain('On the list as announced');
    expect(shown).toContain('same register citation');
    expect(shown).toContain(hikvision.changeId);
    const answer = await json(`/api/v1/developments/${DEVELOPMENT_ID}`);
    expect(answer.obligations).toMatchObject([{ state: 'open', ageInDays: 4 }]);
    expect(answer.joins).toMatchObject([
      { value: '84 FR 54002', changeIds: [hikvision.changeId, requirementWidened.changeId].sort() },
    ]);
    expect(answer.changes.map((one: { confirmsChangeId: string | null }) => one.confirmsChangeId)).toContain(
      hikvision.changeId,
    );
  });

  it('are linked from their changes, which say who confirmed them and why nobody was told twice', async () => {
    const subscriptionId = 'told-once';
    await subscribed(desk, subscriptionId);
    await saveUntoldAlerts(desk.store.session, [
      {
        changeId: requirementWidened.changeId,
        subscriptionId,
        confirmsChangeId: hikvision.changeId,
        because: 'told before from us-ecfr-15-744-supp4',
        decidedAt: '2026-11-23T12:00:00.000Z',
      },
    ]);
    expect(await page(`/changes/${hikvision.changeId}`)).toContain(`href="/developments/${DEVELOPMENT_ID}"`);
    expect(await page(`/changes/${requirementWidened.changeId}`)).toContain('told before from us-ecfr-15-744-supp4');
    expect((await json(`/api/v1/changes/${requirementWidened.changeId}`)).development.untold).toHaveLength(1);
    const anonymous = await (await desk.get(`/api/v1/changes/${requirementWidened.changeId}`)).json();
    expect(anonymous.development).toMatchObject({ confirmsChangeId: hikvision.changeId });
    expect(anonymous.development.untold).toBeUndefined();
  });

  it('refuse a cursor that is none, and an id that nobody has', async () => {
    expect((await desk.get('/api/v1/developments?before=zzz')).status).toBe(422);
    expect((await desk.get('/api/v1/developments/zzz')).status).toBe(404);
    expect((await desk.get('/developments/zzz')).status).toBe(404);
  });
});
