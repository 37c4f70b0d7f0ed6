import {
  assessImpact,
  type Change,
  changeFacts,
  changeKeys,
  type PreparedProfile,
  prepareProfile,
  profileKeys,
} from '#domain';
import { aChange } from '../contract/samples.ts';
import type { Bench } from './bench.ts';
import { medianOf, timed } from './measure.ts';
import { inventedProfiles } from './profiles.ts';

const SIZES = [1_000, 10_000, 100_000];
const RUNS = 9;
const NOW = new Date('2026-01-01T00:00:00Z');

/** One change against all profiles: each assessed in turn, or only those that the change's keys find. */
export const matchingBench: Bench = {
  name: 'matching',
  run: async (print) => {
    for (const size of SIZES) {
      const prepared = inventedProfiles(size).map(prepareProfile);
      const filed = fileByKeys(prepared);
      const scans: number[] = [];
      const lookUps: number[] = [];
      let matched = 0;
      for (let run = 0; run < RUNS; run += 1) {
        const facts = changeFacts(changed(run));
        let scanned = 0;
        let found = 0;
        scans.push(await timed(() => (scanned = countMatched(facts, prepared))));
        lookUps.push(await timed(() => (found = countMatched(facts, candidates(filed, facts)))));
        if (found !== scanned)
          throw new Error(`the keys find ${found}, a scan ${scanned}: the figure would mean nothing`);
        matched += found;
      }
      const [scan, lookUp] = [medianOf(scans), medianOf(lookUps)];
      print(
        `${String(size).padStart(7)} profiles: scan ${scan.toFixed(2)} ms a change, by keys ${lookUp.toFixed(3)} ms, ` +
          `ratio ${(scan / lookUp).toFixed(0)}; ${(matched / RUNS).toFixed(0)} match`,
      );
    }
  },
};

type Facts = ReturnType<typeof changeFacts>;

function changed(run: number): Change {
  return { ...aChange(`change-${run}`), after: { name: `Entity ${run}`, country: 'CN' } };
}

function countMatched(facts: Facts, profiles: Iterable<PreparedProfile>): number {
  let matched = 0;
  for (const prepared of profiles) if (assessImpact(facts, prepared, NOW).kind === 'matched') matched += 1;
  return matched;
}

function fileByKeys(profiles: readonly PreparedProfile[]): ReadonlyMap<string, readonly PreparedProfile[]> {
  const filed = new Map<string, PreparedProfile[]>();
  for (const prepared of profiles) {
    for (const key of profileKeys(prepared)) {
      const others = filed.get(key);
      if (others) others.push(prepared);
      else filed.set(key, [prepared]);
    }
  }
  return filed;
}

function candidates(filed: ReturnType<typeof fileByKeys>, facts: Facts): ReadonlySet<PreparedProfile> {
  return new Set([...changeKeys(facts)].flatMap((key) => filed.get(key) ?? []));
}
