import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeEntry } from '#differ';
import { openStore, type Store, saveChange, saveSearchEntries } from '#store';
import { hikvision } from '../../test/example-changes.ts';
import { findChanges } from './find-changes.ts';

let store: Store;
const COUNT = 430;
const id = (index: number) => `${index}`.padStart(64, '0');

beforeAll(async () => {
  store = await openStore('sqlite::memory:');
  await store.transaction(async (tx) => {
    for (let index = 0; index < COUNT; index += 1) {
      const label = index % 10 === 0 ? `Every tenth ${index} 半導体製造装置` : `Party ${index}`;
      const change = { ...hikvision, changeId: id(index), subject: { ...hikvision.subject, label } };
      await saveChange(tx, change, { readingId: 'r', previousReadingId: null });
      await saveSearchEntries(tx, [changeEntry(change)]);
    }
  });
});
afterAll(() => store.close());

async function walk(text: string, limit: number): Promise<string[]> {
  const ids: string[] = [];
  for (let before: number | undefined; ; ) {
    const found = await findChanges(store.session, { text, ...(before === undefined ? {} : { before }) }, limit);
    ids.push(...found.changes.map(({ change }) => change.changeId));
    if (found.nextBefore === undefined) return ids;
    before = found.nextBefore;
  }
}

describe('findChanges', () => {
  it('shows each change once over all pages, newest first', async () => {
    const expected = Array.from({ length: COUNT }, (_, index) => id(COUNT - 1 - index));
    expect(await walk('', 50)).toEqual(expected);
  });

  it.each(['EVERY  tenth', '半導体', '装置 tenth', '"every tenth"', 'every -party'])(
    'finds the rare words %s without losing any between pages',
    async (text) => {
      const expected = Array.from({ length: 43 }, (_, index) => id(420 - index * 10));
      expect(await walk(text, 7)).toEqual(expected);
    },
  );

  it.each(['装半', '"', '-tenth'])('finds nothing for %s, which stands nowhere or asks for nothing', async (text) => {
    expect(await walk(text, 7)).toEqual([]);
  });
});
