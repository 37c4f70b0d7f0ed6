import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseSearch } from '#domain';
import { createLogger, readConfig } from '#process';
import { openStore, type SearchHit, type Store, search } from '#store';
import { createCommandLine } from '../../services/standalone/src/cli/command-line.ts';

const CORPUS = 'test/replay/corpus';

const folder = mkdtempSync(join(tmpdir(), 'redline-search-'));
const address = `sqlite:${join(folder, 'redline.sqlite')}`;

async function redline(...args: string[]): Promise<readonly string[]> {
  const out: string[] = [];
  const line = createCommandLine({
    readConfig: () =>
      readConfig({
        DATABASE_URL: address,
        REDLINE_SECRET_KEY_FILE: join(folder, 'redline.key'),
        REDLINE_SOURCES_FILE: join(CORPUS, 'sources.yaml'),
      }),
    createLogger: () => createLogger({ level: 'silent', service: 'test' }),
    clock: { now: () => new Date('2026-07-01T00:00:00Z') },
    corpusDirectory: undefined,
    onFatal: () => undefined,
    print: (text) => out.push(text),
    printError: (text) => out.push(text),
  });
  expect(await line.run(['node', 'redline', ...args]), out.join('\n')).toBe(0);
  return out;
}

let store: Store;
beforeAll(async () => {
  await redline('replay', '--corpus', CORPUS);
  store = await openStore(address);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const found = (words: string): Promise<readonly SearchHit[]> => search(store.session, parseSearch(words), {}, 20);
const first = async (words: string) => {
  const [hit] = await found(words);
  return hit && `${hit.rank} ${hit.kind} ${hit.label}`;
};

describe('a search over the corpus of this repository', () => {
  it.each([
    ['七の項（十の二）', 'code provision 7の項(10の2)'],
    ['７の項(１６)', 'code provision 7の項(16)'],
    ['輸出令別表第一の七の項(十六)', 'code provision 7の項(16)'],
    ['七の項', 'code provision 7の項'],
    ['半導体', 'text provision 7の項(16)'],
    ['半導', 'text provision 7の項(16)'],
    ['外国ユーザーリスト', 'label development 外国ユーザーリストの改正について'],
    [
      '2024-28270',
      'code development Additions and Modifications to the Entity List; Removals From the Validated End-User (VEU) Program',
    ],
    ['4A003', 'code provision 4A003'],
    ['4a003.B', 'code provision 4A003.b'],
    ['adjusted peak performance', 'text provision 4A003.b'],
    ['semiconductor manufact -smic', 'label change 2024-28270'],
    ['"high-bandwidth memory"', 'text change 2024-28270'],
  ])('for %j finds %j first', async (words, expected) => {
    expect(await first(words)).toBe(expected);
  });

  it('finds one party on every list that names it, under its alias, too', async () => {
    const sources = new Set((await found('SMIC Beijing')).flatMap((hit) => hit.sourceIds));
    expect([...sources].toSorted()).toEqual(expect.arrayContaining(['us-csl', 'us-ecfr-15-744-supp4']));
  });

  it('leads from a citation to the rule and to the act', async () => {
    expect(
      (await found('89 FR 96830'))
        .map(({ kind }) => kind)
        .slice(0, 2)
        .toSorted(),
    ).toEqual(['change', 'development']);
  });

  it('gives the best of what common words find, each once', async () => {
    for (const words of [
      'の',
      'a',
      'the',
      'license',
      '国',
      '"of the"',
      'entity list',
      '輸出貿易管理令',
      'x'.repeat(300),
    ]) {
      const all = await search(store.session, parseSearch(words), {}, 10_000);
      expect(await found(words), words).toEqual(all.slice(0, 20));
      expect(new Set(all.map(({ kind, subjectId }) => `${kind} ${subjectId}`)).size, words).toBe(all.length);
    }
  });

  it('is printed by the command line, a line a hit', async () => {
    expect(await redline('search', '七の項（十の二）', '--kind', 'provision')).toEqual([
      expect.stringMatching(/^\d{4}-\d{2}-\d{2} provision +code +jp-egov-324CO0000000378 7の項\(10の2\)$/),
    ]);
    expect(await redline('search', '--', 'nothing-of-that-name')).toEqual(['nothing holds these words']);
    const [line = ''] = await redline('search', '--json', 'SMIC');
    expect(JSON.parse(line)).toMatchObject({ kind: 'change', instrumentIds: ['US-EL'] });
  });
});
