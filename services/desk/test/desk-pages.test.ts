import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ListReading } from '#domain';
import { enterListedParties, keepCapture, saveAlert, savePartyNames, saveReading } from '#store';
import { type DeskUnderTest, FORM_TOKEN, inBrowser, openDesk, subscribed } from './desk-under-test.ts';
import { foundationalInquiry, hikvision, koreaRestored, requirementWidened } from './example-changes.ts';

let desk: DeskUnderTest;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const page = async (path: string, headers: Record<string, string> = inBrowser) =>
  (await desk.get(path, headers)).text();
const submit = (path: string, fields: Record<string, string>) =>
  desk.send('POST', path, new URLSearchParams({ formToken: FORM_TOKEN, ...fields }).toString(), {
    ...inBrowser,
    'content-type': 'application/x-www-form-urlencoded',
  });

describe('the first page', () => {
  it('names what is urgent to the own subscriptions, and nothing to a visitor', async () => {
    await subscribed(desk, 'optics');
    await saveAlert(desk.store.session, {
      alertId: 'urgent',
      changeId: hikvision.changeId,
      subscriptionId: 'optics',
      impact: { score: 96, band: 'critical', labels: [], reasons: [] },
      raisedAt: hikvision.detectedAt,
    });
    expect(await page('/')).toMatch(/critical 96[\s\S]*Hikvision/);
    expect(await page('/', {})).not.toContain('critical 96');
  });

  it('tells the next dates, what came since yesterday and how far the sources can be relied on', async () => {
    const text = await page('/');
    expect(text).toContain('<time datetime="2026-12-26">');
    expect(text).toContain('in 32 days');
    expect(text).toContain(requirementWidened.changeId);
    expect(text).not.toContain(koreaRestored.changeId);
    expect(text).toContain('3 cannot be relied upon');
    expect(text).toContain('1 of them held for a person');
  });

  it('draws the changes of each instrument week by week, with words for whoever cannot see it', async () => {
    expect(await page('/')).toMatch(
      /<title id="weeks-US-EL">Entity List: \d+ changes in 52 weeks, \d+ of them in the week of 2026-11-23</,
    );
  });
});

describe('filters of the list of changes', () => {
  it('narrow by effect, by the days of noticing, and by what the own subscriptions were alerted to', async () => {
    expect(await page('/changes?direction=loosen')).toContain(koreaRestored.changeId);
    expect(await page('/changes?direction=loosen')).not.toContain(hikvision.changeId);
    const oneDay = await page('/changes?from=2026-11-22&to=2026-11-22');
    expect(oneDay).toContain(koreaRestored.changeId);
    expect(oneDay).not.toContain(hikvision.changeId);
    const alerted = await page('/changes?band=high');
    expect(alerted).toContain(hikvision.changeId);
    expect(alerted).not.toContain(koreaRestored.changeId);
    expect(await page('/changes?band=high', {})).toContain(koreaRestored.changeId);
  });
});

describe('the calendar of deadlines', () => {
  it('shows a month and what comes after it, and leads to the change and to the feed', async () => {
    const december = await page('/deadlines?month=2026-12');
    expect(december).toContain('December 2026');
    expect(december).toMatch(/datetime="2026-12-26">26<[\s\S]*?Comments close[\s\S]*?Foundational/);
    expect(december).toContain(foundationalInquiry.changeId);
    expect(december).toContain('href="/deadlines.ics"');
    expect(await page('/deadlines?month=2026-12&kind=expiry')).not.toContain(foundationalInquiry.changeId);
    expect(await page('/deadlines?month=2027-01')).not.toContain(foundationalInquiry.changeId);
  });
});

describe('the matrix of instruments', () => {
  it('says who watches each, what answers it, and where nobody may rely on us', async () => {
    const text = await page('/instruments');
    const rowOf = (id: string) => text.slice(text.indexOf(`<tr id="${id}">`)).split('</tr>')[0] ?? '';
    expect(rowOf('US-RESEARCH')).toContain('watched by a person');
    expect(rowOf('US-RESEARCH')).toContain('nothing answers it in the other country');
    expect(rowOf('US-EL')).toContain('href="#JP-EUL"');
    expect(rowOf('US-EL')).toContain('1 of 2 sources cannot be relied upon right now');
    expect(rowOf('US-EL')).toContain('2026-11-23');
    expect(rowOf('US-EL')).toContain('<a href="/sources?instrument=US-EL">2 sources</a>');
  });

  it('leads to the sources of one instrument alone', async () => {
    const text = await page('/sources?instrument=US-EL');
    expect(text).toContain('<tr id="us-ecfr-15-744-supp4">');
    expect(text).not.toContain('<tr id="jp-meti-news">');
    expect(await page('/sources?instrument=US-RESEARCH')).toContain('a person must watch it');
    expect(await page('/sources?instrument=none')).toContain('<tr id="jp-meti-news">');
  });
});

describe('the history of one party', () => {
  beforeAll(async () => {
    const { session } = desk.store;
    const subjectKey = hikvision.subject.key;
    const party = { subjectKey, name: 'Hikvision', list: 'EL', instrumentId: 'US-EL', country: 'CN' };
    await enterListedParties(session, [
      { ...party, sourceId: 'us-ecfr-15-744-supp4', seenAt: '2026-11-23T12:00:00.000Z', goneAt: null },
      {
        ...party,
        sourceId: 'jp-meti-news',
        instrumentId: 'JP-EUL',
        seenAt: '2026-11-01T00:00:00.000Z',
        goneAt: '2026-11-20T00:00:00.000Z',
      },
    ]);
    const name = { subjectKey, sourceId: 'us-ecfr-15-744-supp4' };
    await savePartyNames(session, [
      { ...name, nameKey: 'hikvision', printed: 'Hikvision' },
      { ...name, nameKey: 'hangzhouhikvisiondigital', printed: 'Hangzhou Hikvision Digital Technology Co., Ltd.' },
    ]);
  });

  it('is found by any name, written otherwise', async () => {
    const found = await page('/entities?name=HIKVISION+Co.,+Ltd.');
    expect(found).toContain('href="/entities/hikvision"');
    expect(found).toContain('href="/entities/hangzhouhikvisiondigital"');
    expect(await page('/entities?name=Quorvane')).toContain('That is no clearance');
  });

  it('stands under each of its names, over all lists, as a drawing and as a table', async () => {
    for (const key of ['hikvision', 'hangzhouhikvisiondigital']) {
      const text = await page(`/entities/${key}`);
      expect(text).toContain('On 1 list as they were read last.');
      expect(text).toContain('No longer, since');
      expect(text).toContain(hikvision.changeId);
      expect(text).toMatch(/<desc[^>]*>Entity List: 1 changes, 2019-10-09\./);
    }
    expect((await desk.get('/entities/nobody')).status).toBe(404);
  });
});

describe('captured bytes', () => {
  it('are handed out as they were served, to keep and never to show', async () => {
    const bytes = new TextEncoder().encode('<script>alert(1)</script>');
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const capture = { captureId: 'c', sourceId: 's', sha256, url: 'https://x.example', baseline: false } as const;
    await keepCapture(
      desk.store.session,
      { ...capture, mediaType: 'text/html', retrievedAt: '2026-11-23T12:00:00.000Z' },
      bytes,
    );
    const answer = await desk.get(`/captures/${sha256}`);
    expect(await answer.text()).toBe('<script>alert(1)</script>');
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="[0-9a-f]{16}\.html\.txt"$/);
    expect(answer.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await desk.get(`/captures/${'0'.repeat(64)}`)).status).toBe(404);
  });
});

describe('a held reading', () => {
  const list = (names: readonly string[]): ListReading => ({
    kind: 'list',
    entries: names.map((name) => ({
      kind: 'entity',
      list: 'EUL',
      name,
      aliases: [],
      addresses: [],
      footnotes: [],
      citations: [],
      details: {},
      locator: 'row',
      quote: name,
    })),
    sections: [],
  });

  beforeAll(async () => {
    const stored = { sourceId: 'jp-meti-news', captureId: 'c', contentHash: 'f'.repeat(64), reason: '' };
    await saveReading(
      desk.store.session,
      { ...stored, readingId: 'good', sha256: 'a'.repeat(64), status: 'accepted', readAt: '2026-11-20T00:00:00.000Z' },
      list(['Alpha', 'Beta', 'Gamma']),
    );
    const held = { readingId: 'unreadable', sha256: 'b'.repeat(64), status: 'held', reason: 'no list' } as const;
    await saveReading(desk.store.session, { ...stored, ...held, readAt: '2026-11-23T00:00:00.000Z' }, undefined);
  });

  it('is named on the page of sources in plain words, with a way to compare it', async () => {
    const text = await page('/sources');
    expect(text).toContain('Cannot be reached: the last 5 checks failed. Changes published meanwhile may be missing.');
    expect(text).toContain('the list lost 412 of 835 entries at once');
    expect(text).toContain('href="/readings/reading-held"');
  });

  it('stands beside the last good one: counts, and what only one of them holds', async () => {
    const text = await page('/readings/reading-held');
    expect(text).toMatch(
      /Entries<\/th><td data-label="Last good">3<\/td><td data-label="Held">2<\/td><td data-label="Difference">−1</,
    );
    expect(text).toContain('[-Beta (EUL)-]');
    expect(text).toContain('[-Gamma (EUL)-]');
    expect(text).toContain('[+Delta (EUL)+]');
    expect(text).toContain(`/captures/${'e'.repeat(64)}`);
    expect(await page('/readings/reading-held', {})).not.toContain('<textarea name="reason"');
  });

  it('that cannot be read offers nothing to release', async () => {
    expect(await page('/readings/unreadable')).toContain('cannot be released');
    expect((await desk.get('/readings/good')).status).toBe(404);
  });

  it('is released with a reason, which goes with it, and not without', async () => {
    expect((await submit('/readings/reading-held/release', { reason: '  ' })).status).toBe(422);
    expect(desk.released).toEqual([]);
    expect((await submit('/readings/reading-held/release', { reason: 'the annex moved' })).status).toBe(303);
    expect(desk.released).toEqual(['reading-held by Mika: the annex moved']);
  });
});

describe('the preview of a subscription', () => {
  it('says what a profile would have been told and saves nothing, without a channel yet', async () => {
    const before = await page('/subscriptions');
    const answer = await submit('/subscriptions/preview', { name: '', instruments: 'US-EL', minBand: 'info' });
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain('Preview: not saved yet');
    expect(text).toContain(hikvision.changeId);
    expect(text).toContain('<td data-label="Told a week">0.2</td>');
    expect(text).toMatch(/value="US-EL"/);
    expect(await page('/subscriptions')).toBe(before);
  });

  it('names what is wrong with the profile', async () => {
    const answer = await submit('/subscriptions/preview', { destinations: 'Atlantis' });
    expect(answer.status).toBe(422);
  });

  it('calls the fields what the form calls them, with what is allowed and an example', async () => {
    const text = await (await submit('/subscriptions/preview', { items: 'ECCN 3A090\nthird' })).text();
    expect(text).toMatch(/Items, entry 2: is not an ECCN; allowed is .+; for example ECCN 3A090\.a/);
  });
});
