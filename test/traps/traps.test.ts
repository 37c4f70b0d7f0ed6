import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_RUNS } from './document-runs.ts';
import { LIST_RUNS } from './list-runs.ts';
import { TRAPS } from './register.ts';
import { TEXT_RUNS } from './text-runs.ts';

const RUNS = { ...LIST_RUNS, ...TEXT_RUNS, ...DOCUMENT_RUNS };
const ALL = Array.from({ length: 26 }, (_, index) => `T${index + 1}`);

describe('the register of traps', () => {
  it('holds T1 to T26, each with a run from served bytes to what is told', () => {
    expect(Object.keys(TRAPS)).toEqual(ALL);
    expect(Object.keys(RUNS).toSorted()).toEqual(ALL.toSorted());
  });

  it('names tests that exist', () => {
    const missing = Object.entries(TRAPS).flatMap(([id, { provenIn }]) =>
      provenIn
        .filter(([file, test]) => !readFileSync(file, 'utf8').includes(test))
        .map(([file, test]) => `${id}: ${file} › ${test}`),
    );
    expect(missing).toEqual([]);
  });
});

describe('each trap, from the bytes a publisher serves to what is told', () => {
  it.each(ALL.map((id) => [id, TRAPS[id]?.trap] as const))('%s: %s', async (id) => {
    const run = RUNS[id];
    if (!run) throw new Error(`${id} has no run`);
    expect.hasAssertions();
    await run();
  });
});
