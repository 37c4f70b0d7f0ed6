import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  closeSourceProblems,
  countUnreadCaptures,
  firstGoodPollFrom,
  keepCapture,
  listCaptureMarks,
  listCaptureMarksAt,
  listChangeMarks,
  listDoubtedReadings,
  listProblemsDuring,
  openSourceProblem,
  recordPoll,
  type Store,
  saveChange,
  saveReading,
} from '#store';
import { describeOverStores } from './adapters.ts';
import { aCapture, aChange, aReading } from './samples.ts';

const day = (number: number): string => `2026-01-0${number}T00:00:00.000Z`;
const span = { from: day(2), before: day(4) };

await describeOverStores('what a statement on a period is made of', (open) => {
  let store: Store;
  beforeEach(async () => {
    store = await open();
  });
  afterEach(() => store.close());

  async function captured(name: string, number: number, url: string): Promise<void> {
    const bytes = new TextEncoder().encode(name);
    const capture = { ...aCapture(bytes), captureId: name, sourceId: 's', url, retrievedAt: day(number) };
    await keepCapture(store.session, capture, bytes);
  }

  it('names what each address served last before an instant, and what came anew within a span', async () => {
    await captured('a1', 1, 'https://a.test/');
    await captured('b1', 1, 'https://b.test/');
    await captured('a2', 2, 'https://a.test/');
    await captured('a4', 4, 'https://a.test/');
    const at = async (number: number) =>
      (await listCaptureMarksAt(store.session, 's', day(number))).map(({ url, retrievedAt }) => [url, retrievedAt]);
    expect(await at(1)).toEqual([]);
    expect(await at(2)).toEqual([
      ['https://a.test/', day(1)],
      ['https://b.test/', day(1)],
    ]);
    expect(await at(4)).toEqual([
      ['https://a.test/', day(2)],
      ['https://b.test/', day(1)],
    ]);
    expect((await listCaptureMarks(store.session, 's', span)).map(({ retrievedAt }) => retrievedAt)).toEqual([day(2)]);
  });

  it('counts captures of the span that nobody has read', async () => {
    for (const number of [1, 2, 3, 4]) await captured(`c${number}`, number, 'https://a.test/');
    await saveReading(store.session, { ...aReading('r', 'accepted'), sourceId: 's', captureId: 'c2' }, undefined);
    expect(await countUnreadCaptures(store.session, 's', span)).toBe(1);
    expect(await countUnreadCaptures(store.session, 'other', span)).toBe(0);
  });

  it('finds readings in doubt and problems that touch the span, and none that ended before it', async () => {
    for (const [id, status, number] of [
      ['still', 'held', 1],
      ['gone', 'superseded', 1],
      ['within', 'superseded', 3],
      ['good', 'accepted', 3],
      ['later', 'held', 4],
    ] as const) {
      await saveReading(store.session, { ...aReading(id, status), sourceId: 's', readAt: day(number) }, undefined);
    }
    expect((await listDoubtedReadings(store.session, 's', span)).map(({ readingId }) => readingId)).toEqual([
      'still',
      'within',
    ]);
    for (const [id, from, to] of [
      ['before', 1, 1],
      ['across', 1, 5],
      ['open', 3, 0],
      ['after', 4, 0],
    ] as const) {
      const problem = { problemId: id, sourceId: 's', problem: id, openedAt: day(from), closedAt: null, because: '' };
      await openSourceProblem(store.session, problem);
      if (to > 0) await closeSourceProblems(store.session, 's', [id], day(to));
    }
    expect((await listProblemsDuring(store.session, 's', span)).map(({ problemId }) => problemId)).toEqual([
      'across',
      'open',
    ]);
  });

  it('names the changes noticed in the span, first captures as such', async () => {
    for (const number of [1, 2, 3, 4]) {
      const change = { ...aChange(`c${number}`), sourceId: 's', detectedAt: day(number) };
      const detection = { ...change.detection, baseline: number === 2 };
      await saveChange(store.session, { ...change, detection }, { readingId: 'r', previousReadingId: null });
    }
    expect(await listChangeMarks(store.session, 's', span)).toEqual([
      { changeId: 'c2', type: 'entity.added', subject: 'Entity c2', detectedAt: day(2), baseline: true },
      { changeId: 'c3', type: 'entity.added', subject: 'Entity c3', detectedAt: day(3), baseline: false },
    ]);
  });

  it('finds the first good poll from an instant on', async () => {
    const poll = { sourceId: 's', startedAt: day(1), detail: '', requests: 1 };
    await recordPoll(store.session, { ...poll, finishedAt: day(4), outcome: 'failed' });
    await recordPoll(store.session, { ...poll, finishedAt: day(5), outcome: 'changed' });
    expect((await firstGoodPollFrom(store.session, 's', day(4)))?.finishedAt).toBe(day(5));
    expect(await firstGoodPollFrom(store.session, 's', day(6))).toBeUndefined();
  });
});
