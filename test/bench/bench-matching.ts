import { assessImpact, changeFacts, type PreparedProfile, ProfileIndex, prepareProfile } from '#domain';
import type { Bench } from './bench.ts';
import { heldBytes } from './heap.ts';
import { inventedChanges } from './invented-changes.ts';
import { CURIOUS, type Habits, inventedProfiles, SELECTIVE } from './invented-profiles.ts';
import { medianOf, percentileOf } from './measure.ts';

const SIZES = [1_000, 10_000, 100_000, 1_000_000];
/** A scan of more takes proportionally longer: enough to tell what one profile costs it. */
const MOST_SCANNED = 10_000;
const CHANGES = 400;
const WARMING = 100;
/** Rounds over all changes, others between two times of one: nothing of a change is still at hand when it comes again. */
const ROUNDS = 3;
const SCANNED_CHANGES = 5;
const NOW = new Date('2026-01-01T00:00:00Z');

type Facts = ReturnType<typeof changeFacts>;

/** One change against all profiles: each assessed in turn, or found in the index. */
export const matchingBench: Bench = {
  name: 'matching',
  run: async (print) => {
    const facts = inventedChanges(CHANGES).map(changeFacts);
    for (const size of SIZES) measure(size, SELECTIVE, '', facts, print);
    measure(100_000, CURIOUS, ' that follow whole destinations and instruments', facts, print);
  },
};

function measure(size: number, habits: Habits, who: string, facts: readonly Facts[], print: (line: string) => void) {
  const { index, bytes, seconds } = filled(size, habits);
  for (const one of facts.slice(0, WARMING)) index.match(one, NOW);
  const { fastest, everyTime, found } = matched(index, facts);
  print(
    `${String(size).padStart(7)} profiles${who}: p50 ${percentileOf(fastest, 50).toFixed(3)} ms, p99 ${percentileOf(fastest, 99).toFixed(3)} ms, ` +
      `worst ${Math.max(...fastest).toFixed(2)} ms a change (with what else the machine did p99 ` +
      `${percentileOf(everyTime, 99).toFixed(3)} ms); scan ${scanOf(size, habits, facts)}; a change matters to ` +
      `${medianOf(found)} (p50), ${percentileOf(found, 99)} (p99), ${Math.max(...found)} (most); ` +
      `${(bytes / size).toFixed(0)} bytes a profile; made in ${seconds.toFixed(1)} s`,
  );
}

function filled(size: number, habits: Habits): { index: ProfileIndex; bytes: number; seconds: number } {
  const before = heldBytes();
  const index = new ProfileIndex();
  let at = 0;
  let ms = 0;
  for (const profile of inventedProfiles(size, habits)) {
    const began = performance.now();
    index.put(idOf(at), profile);
    ms += performance.now() - began;
    at += 1;
  }
  return { index, bytes: heldBytes() - before, seconds: ms / 1_000 };
}

/** As long as the ids that subscriptions have. */
function idOf(at: number): string {
  return `00000000-0000-4000-8000-${at.toString(16).padStart(12, '0')}`;
}

/**
 * Each change is matched and whom it matters to gone through. Its time is the fastest of all rounds: what other programs and
 * the collection of garbage take meanwhile is no cost of matching, and is told beside it.
 */
function matched(index: ProfileIndex, facts: readonly Facts[]) {
  const fastest = facts.map(() => Number.POSITIVE_INFINITY);
  const everyTime: number[] = [];
  const found = facts.map(() => 0);
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, one] of facts.entries()) {
      const began = performance.now();
      let size = 0;
      for (const { score } of index.match(one, NOW)) size += score > 0 ? 1 : 0;
      const ms = performance.now() - began;
      everyTime.push(ms);
      fastest[at] = Math.min(fastest[at] ?? ms, ms);
      found[at] = size;
    }
  }
  return { fastest, everyTime, found };
}

/** Median of a few changes; each is checked to find as many as an index of the scanned profiles does. */
function scanOf(size: number, habits: Habits, facts: readonly Facts[]): string {
  const scannedSize = Math.min(size, MOST_SCANNED);
  const prepared: PreparedProfile[] = [];
  const index = new ProfileIndex();
  for (const profile of inventedProfiles(scannedSize, habits)) {
    prepared.push(prepareProfile(profile));
    index.put(idOf(prepared.length), profile);
  }
  const times = facts.slice(0, SCANNED_CHANGES).map((one) => {
    const began = performance.now();
    const scanned = prepared.filter((profile) => assessImpact(one, profile, NOW).kind === 'matched').length;
    const ms = performance.now() - began;
    const found = index.match(one, NOW).size;
    if (found !== scanned) {
      throw new Error(`the index finds ${found}, a scan ${scanned}: the figure would mean nothing`);
    }
    return ms;
  });
  const median = (medianOf(times) * size) / scannedSize;
  return size === scannedSize ? `${median.toFixed(1)} ms` : `${median.toFixed(0)} ms (from ${scannedSize} of them)`;
}
