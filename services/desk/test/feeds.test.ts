import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '#domain';
import { saveAlert, saveChange } from '#store';
import { asAdmin, type DeskAnswer, type DeskUnderTest, openDesk } from './desk-under-test.ts';
import { hikvision } from './example-changes.ts';

let desk: DeskUnderTest;

beforeEach(async () => {
  desk = await openDesk({ seeded: false });
});
afterEach(() => desk.close());

async function detect(...changes: readonly Change[]): Promise<void> {
  for (const change of changes) {
    await saveChange(desk.store.session, change, { readingId: 'r', previousReadingId: null });
  }
}

async function alert(subscriptionId: string, change: Change): Promise<void> {
  const impact = { score: 90, band: 'critical', reasons: [], labels: [] } as const;
  const { changeId } = change;
  await saveAlert(desk.store.session, {
    alertId: `${subscriptionId} ${changeId}`,
    changeId,
    subscriptionId,
    impact,
    raisedAt: change.detectedAt,
  });
}

const numbered = (count: number): Change[] =>
  Array.from({ length: count }, (_, index) => ({
    ...hikvision,
    changeId: `c${index}`,
    alerting: index % 3 !== 0,
    subject: { kind: 'entity', key: `k${index}`, label: `Entity ${index}` },
  }));

const pathOf = (address: string) => new URL(address).pathname + new URL(address).search;
const link = (atom: string, rel: string) =>
  new RegExp(`<link rel="${rel}" href="([^"]+)"`).exec(atom)?.[1]?.replaceAll('&amp;', '&');
const idsIn = (atom: string) => [...atom.matchAll(/<id>urn:redline:change:([^<]+)<\/id>/g)].map(([, id]) => id);

/** Every entry that a reader finds who follows one kind of link to the end. */
async function follow(path: string, rel: string): Promise<string[]> {
  const found: (string | undefined)[] = [];
  for (let next: string | undefined = path; next; ) {
    const atom = await (await desk.get(next)).text();
    found.push(...idsIn(atom));
    const address = link(atom, rel);
    next = address && pathOf(address);
  }
  return found.flatMap((id) => id ?? []);
}

async function subscribe(): Promise<{ id: string; atom: string; json: string; calendar: string }> {
  const body = { name: 'Optics', profile: { instruments: ['*'] }, channel: { kind: 'digest' } };
  const { id } = await (await desk.send('POST', '/api/v1/subscriptions', body, asAdmin)).json();
  return { id, ...(await newAddresses(id)) };
}

async function newAddresses(id: string): Promise<{ atom: string; json: string; calendar: string }> {
  const answer = await desk.send('POST', `/api/v1/subscriptions/${id}/feeds`, undefined, asAdmin);
  expect(answer.status).toBe(201);
  return answer.json();
}

describe('a feed', () => {
  it('loses no entry over its pages, neither forwards nor backwards, and holds nothing that nobody is told', async () => {
    const changes = numbered(170);
    await detect(...changes);
    const told = changes.filter(({ alerting }) => alerting).map(({ changeId }) => changeId);
    expect(await follow('/feed.atom', 'next')).toEqual(told.toReversed());
    const second = pathOf(link(await (await desk.get('/feed.atom')).text(), 'next') ?? '');
    const last = pathOf(link(await (await desk.get(second)).text(), 'next') ?? '');
    const backwards = await follow(last, 'previous');
    expect([...new Set(backwards)].toSorted()).toEqual(told.toSorted());
  });

  it('goes on from a page while new changes arrive, without repeating or skipping one', async () => {
    await detect(...numbered(120));
    const first = await (await desk.get('/feed.atom')).text();
    await detect({ ...hikvision, changeId: 'late' });
    const rest = await follow(pathOf(link(first, 'next') ?? ''), 'next');
    expect([...idsIn(first), ...rest]).toHaveLength(80);
    expect(new Set([...idsIn(first), ...rest]).size).toBe(80);
    expect(rest).not.toContain('late');
  });

  it('keeps its filters on every page', async () => {
    await detect(...numbered(120), { ...hikvision, changeId: 'other', instrumentId: 'JP-EUL' });
    const atom = await (await desk.get('/feed.atom?instrument=US-EL')).text();
    expect(idsIn(atom)).not.toContain('other');
    expect(link(atom, 'next')).toContain('instrument=US-EL');
  });

  it('answers 304 while nothing is new, also when it is empty', async () => {
    const address = await subscribe();
    for (const path of ['/feed.atom', '/feed.json', '/deadlines.ics', pathOf(address.atom), pathOf(address.calendar)]) {
      const etag = (await desk.get(path)).headers.get('etag') ?? '';
      expect((await desk.get(path, { 'if-none-match': etag })).status, path).toBe(304);
      await detect({ ...hikvision, changeId: path });
      await alert(address.id, { ...hikvision, changeId: path });
      expect((await desk.get(path, { 'if-none-match': etag })).status, path).toBe(200);
    }
  });

  it('speaks JSON Feed 1.1 with the address of the next page', async () => {
    await detect(...numbered(100));
    const feed = await (await desk.get('/feed.json')).json();
    expect(feed).toMatchObject({ version: 'https://jsonfeed.org/version/1.1', items: { length: 50 } });
    const next = await (await desk.get(pathOf(feed.next_url))).json();
    expect(next.items).toHaveLength(16);
    expect(next.next_url).toBeUndefined();
  });
});

describe('the feeds of a subscription', () => {
  it('hold what it was alerted to, under an address that is not kept and nobody can guess', async () => {
    const address = await subscribe();
    const [told, untold] = numbered(3).slice(1);
    if (!told || !untold) throw new Error('the example is gone');
    await detect(told, { ...untold, changeId: 'untold' });
    await alert(address.id, told);
    expect(idsIn(await (await desk.get(pathOf(address.atom))).text())).toEqual([told.changeId]);
    const rows = JSON.stringify(await desk.store.session.selectFrom('feedAddresses').selectAll().execute());
    expect(rows).not.toContain(new URL(address.atom).pathname.split('/')[2] ?? '');
  });

  it('are paged without loss as well', async () => {
    const address = await subscribe();
    const changes = numbered(130);
    await detect(...changes);
    for (const change of changes) await alert(address.id, change);
    const all = changes.map(({ changeId }) => changeId);
    expect(await follow(pathOf(address.atom), 'next')).toEqual(all.toReversed());
  });

  it('move to new addresses when asked, end when revoked, and end with the subscription', async () => {
    const old = await subscribe();
    const renewed = await newAddresses(old.id);
    const statuses = async () => [
      (await desk.get(pathOf(old.atom))).status,
      (await desk.get(pathOf(renewed.calendar))).status,
    ];
    expect(await statuses()).toEqual([404, 200]);
    await desk.send('DELETE', `/api/v1/subscriptions/${old.id}/feeds`, undefined, asAdmin);
    expect(await statuses()).toEqual([404, 404]);
    const again = await newAddresses(old.id);
    await desk.send('DELETE', `/api/v1/subscriptions/${old.id}`, undefined, asAdmin);
    expect((await desk.get(pathOf(again.json))).status).toBe(404);
    expect(desk.logged).toEqual([]);
  });
});

describe('the calendar', () => {
  const opened: Change = {
    ...hikvision,
    changeId: 'opened',
    type: 'comment.opened',
    instrumentId: 'US-ECRA-1758',
    subject: { kind: 'document', key: '2018-25221', label: 'Review of Controls for Certain Emerging Technologies' },
    documentNumber: '2018-25221',
    lineage: { rin: ['0694-AH61'] },
    dates: { commentClose: '2018-12-19' },
  };
  const extended: Change = {
    ...opened,
    changeId: 'extended',
    type: 'comment.extended',
    subject: { kind: 'document', key: '2018-27148', label: 'Extension of Comment Period' },
    documentNumber: '2018-27148',
    dates: { commentClose: '2019-01-10' },
    after: { oldCommentClose: '2018-12-19' },
  };
  const entries = async (answer: DeskAnswer) =>
    (await answer.text())
      .replaceAll('\r\n ', '')
      .split('BEGIN:VEVENT')
      .slice(1)
      .map((text) => ({
        uid: /UID:(\S+)/.exec(text)?.[1],
        on: /DTSTART;VALUE=DATE:(\d+)/.exec(text)?.[1],
        sequence: Number(/SEQUENCE:(\d+)/.exec(text)?.[1]),
        status: /STATUS:(\w+)/.exec(text)?.[1],
        alarms: [...text.matchAll(/TRIGGER:(\S+)/g)].map(([, trigger]) => trigger),
      }));

  it('keeps one entry through every date: the same UID, a rising SEQUENCE, struck out when it is called off', async () => {
    await detect(opened);
    const [first] = await entries(await desk.get('/deadlines.ics'));
    expect(first).toMatchObject({
      on: '20181219',
      sequence: 0,
      status: 'CONFIRMED',
      alarms: ['-P21D', '-P7D', '-P2D'],
    });
    await detect(extended);
    const moved = await entries(await desk.get('/deadlines.ics'));
    expect(moved).toMatchObject([{ uid: first?.uid, on: '20190110', sequence: 1, status: 'CONFIRMED' }]);
    await detect({ ...extended, changeId: 'withdrawn', type: 'document.withdrawn', dates: {}, after: {} });
    const ended = await entries(await desk.get('/deadlines.ics'));
    expect(ended).toMatchObject([{ uid: first?.uid, sequence: 2, status: 'CANCELLED', alarms: [] }]);
  });

  it('holds for a subscription only what it was alerted to', async () => {
    const address = await subscribe();
    await detect(opened, { ...hikvision, changeId: 'listed', dates: { effectiveFrom: '2019-10-09' } });
    await alert(address.id, opened);
    expect(await entries(await desk.get(pathOf(address.calendar)))).toHaveLength(1);
    expect(await entries(await desk.get('/deadlines.ics'))).toHaveLength(2);
  });
});
