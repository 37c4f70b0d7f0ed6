import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planOf } from './fault-plan.ts';
import type { Outcome } from './invariants.ts';
import { endAll } from './processes.ts';
import { runSeed, undisturbed } from './run-seed.ts';

/** A short set; the long one is `npm run chaos`. Chosen to hold a full disk, a poison event and a redelivery. */
const SEEDS = [4, 10, 14, 35];

describe('seeded faults on one machine', () => {
  let wanted: Outcome;
  beforeAll(async () => {
    wanted = await undisturbed();
  });
  afterAll(endAll);

  it('are the same for the same seed', () => {
    expect(planOf(17, 'kafka')).toEqual(planOf(17, 'kafka'));
    expect(planOf(17, 'kafka')).not.toEqual(planOf(18, 'kafka'));
  });

  it('hold every kind of fault between them', () => {
    const plans = SEEDS.map((seed) => planOf(seed, 'embedded'));
    expect(plans.some(({ fullDiskKilobytes }) => fullDiskKilobytes !== undefined)).toBe(true);
    expect(plans.some(({ poison }) => poison)).toBe(true);
    expect(plans.some(({ redelivery }) => redelivery)).toBe(true);
    expect(plans.some(({ mood }) => mood !== 'well')).toBe(true);
  });

  it.each(SEEDS)(
    'lose, double and reorder nothing with seed %i',
    async (seed) => {
      expect(wanted.changes.size).toBeGreaterThan(30);
      const run = await runSeed(seed, wanted);
      expect(run.breaches).toEqual([]);
      expect(run.killed).toBeGreaterThan(0);
    },
    120_000,
  );
});
