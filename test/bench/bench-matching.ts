import { assessImpact, changeFacts, type PreparedProfile, ProfileIndex, prepareProfile } from '#domain';
import type { Bench } from './bench.ts';
import { heldBytes } from './heap.ts';
import { inventedChanges } from './invented-changes.ts';
import { inventedProfiles } from './invented-profiles.ts';
import { medianOf, percentileOf } from './measure.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
/** A scan of more would not fit into memory beside the index; of more profiles it takes proportionally longer. */
const MOST_SCANNED = 100_000;
const CHANGES = 400;
/** Among a million, so that a run ends within minutes. */
const FEWER_CHANGES = 150;
const TIMES = 5;
const SCANNED_CHANGES = 5;
const NOW = new Date('2026-01-01T00:00:00Z');

type Facts = ReturnType<typeof changeFacts>;

/** One change against all profiles: each assessed in turn, or found in the index. */
export const matchingBench: Bench = {
  name: 'matching',
  run: async (print) => {
    const facts = inventedChanges(CHANGES).map(changeFacts);
    for (const size of SIZES) {
      const { index, bytes, seconds } = filled(size);
      for (const one of facts.slice(0, 100)) index.match(one, NOW);
      const runs = facts.slice(0, size > MOST_SCANNED ? FEWER_CHANGES : CHANGES).map((one) => matched(index, one));
      const times = runs.map(({ ms }) => ms);
      const scan = scanOf(size, index, facts);
      print(
        `${String(size).padStart(7)} profiles: p50 ${percentileOf(times, 50).toFixed(3)} ms, p99 ${percentileOf(times, 99).toFixed(3)} ms, ` +
          `worst ${Math.max(...times).toFixed(2)} ms a change; scan ${scan}; matches p50 ${medianOf(runs.map(({ size: found }) => found))}, ` +
          `most ${Math.max(...runs.map(({ size: found }) => found))}; ${(bytes / size).toFixed(0)} bytes a profile; made in ${seconds.toFixed(1)} s`,
      );
    }
  },
};

function filled(size: number): { index: ProfileIndex; bytes: number; seconds: number } {
  const before = heldBytes();
  const began = performance.now();
  const index = new ProfileIndex();
  let at = 0;
  for (const profile of inventedProfiles(size)) {
    index.put(idOf(at), profile);
    at += 1;
  }
  const seconds = (performance.now() - began) / 1_000;
  return { index, bytes: heldBytes() - before, seconds };
}

/** As long as the ids that subscriptions have. */
function idOf(at: number): string {
  return `00000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}`;
}

/** The fastest of several: what other programs of the machine take meanwhile is no cost of matching. */
function matched(index: ProfileIndex, facts: Facts): { ms: number; size: number } {
  let ms = Number.POSITIVE_INFINITY;
  let size = 0;
  for (let time = 0; time < TIMES; time += 1) {
    const began = performance.now();
    size = index.match(facts, NOW).size;
    ms = Math.min(ms, performance.now() - began);
  }
  return { ms, size };
}

/** Median of a few changes; each is checked to find as many as the index does, where all profiles are scanned. */
function scanOf(size: number, index: ProfileIndex, facts: readonly Facts[]): string {
  const prepared: PreparedProfile[] = [];
  for (const profile of inventedProfiles(Math.min(size, MOST_SCANNED))) prepared.push(prepareProfile(profile));
  const times = facts.slice(0, SCANNED_CHANGES).map((one) => {
    const began = performance.now();
    const scanned = prepared.filter((profile) => assessImpact(one, profile, NOW).kind === 'matched').length;
    const ms = performance.now() - began;
    const found = index.match(one, NOW).size;
    if (size <= MOST_SCANNED && found !== scanned) {
      throw new Error(`the index finds ${found}, a scan ${scanned}: the figure would mean nothing`);
    }
    return ms;
  });
  const median = medianOf(times);
  if (size <= MOST_SCANNED) return `${median.toFixed(1)} ms`;
  return `${((median * size) / MOST_SCANNED).toFixed(0)} ms (from ${MOST_SCANNED} of them)`;
}
