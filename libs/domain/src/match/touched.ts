import { withRoom } from './posting-lists.ts';

/**
 * For one change: the profiles it touches and in which ways. One is kept and emptied for the next change. What each profile
 * declares of short fixed lists stands beside its ways: of a profile that is touched, one place of memory is asked for.
 */
export class Touched {
  /** Traits and ways of each profile, in turn. */
  #cells = new Uint32Array(64);
  #profiles = new Uint32Array(32);
  #count = 0;

  /** Profiles touched so far, in the order in which they were. */
  get profiles(): Uint32Array {
    return this.#profiles.subarray(0, this.#count);
  }

  /** At twice the number of a profile its traits, then the ways in which it is touched. */
  get cells(): Uint32Array {
    return this.#cells;
  }

  /** Makes room for profiles numbered below `count`. */
  reserve(count: number): void {
    this.#cells = withRoom(this.#cells, 2 * count);
    this.#profiles = withRoom(this.#profiles, count);
  }

  setTraits(profile: number, traits: number): void {
    this.#cells[2 * profile] = traits;
  }

  mark(profiles: Uint32Array, way: number): void {
    const cells = this.#cells;
    const touched = this.#profiles;
    let count = this.#count;
    for (let at = 0; at < profiles.length; at += 1) {
      const profile = profiles[at] as number;
      const before = cells[2 * profile + 1] as number;
      if (before === 0) {
        touched[count] = profile;
        count += 1;
      }
      cells[2 * profile + 1] = before | way;
    }
    this.#count = count;
  }

  /** Marks only those touched already: what strengthens or weakens a match and makes none. */
  markAlready(profiles: Uint32Array, way: number): void {
    for (const profile of profiles) {
      const before = this.#cells[2 * profile + 1] ?? 0;
      if (before !== 0) this.#cells[2 * profile + 1] = before | way;
    }
  }

  empty(): void {
    for (let at = 0; at < this.#count; at += 1) this.#cells[2 * (this.#profiles[at] as number) + 1] = 0;
    this.#count = 0;
  }
}
