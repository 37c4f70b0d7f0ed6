import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LISTS, openList } from './lists.ts';

const corpus = process.env.REDLINE_CORPUS ?? join(import.meta.dirname, '../../../shared/corpus');
const present = existsSync(corpus);
if (!present) console.log(`no corpus at ${corpus}: its lists are not printed in another order here`);

/** How many reprints of each list every run of the tests compares; `npm run null-cases` compares 1,000. */
const RUNS: Readonly<Record<string, number>> = { 'us-csl': 1, 'us-ecfr-15-744-supp4': 2, 'jp-mof-asset-freeze': 4 };

describe.runIf(present)('a list printed in another order, with other blanks, quotes, numbers and ids', () => {
  it.each(LISTS.map((file) => [file.name, file] as const))(
    '%s: tells nothing',
    { timeout: 60_000 },
    async (_, file) => {
      const list = await openList(corpus, file);
      for (let seed = 1; seed <= (RUNS[file.sourceId] ?? 10); seed += 1) expect(await list?.nullCase(seed)).toEqual([]);
    },
  );
});
