import { withRoom } from './posting-lists.ts';

/** For one change: the profiles it touches and in which ways. One is kept and emptied for the next change. */
export class Touched {
  #ways = new Uint32Array(64);
  #profiles = new Uint32Array(64);
  #count = 0;

  /** Profiles touched so far, in the order in which they were. */
  get profiles(): Uint32Array {
    return this.#profiles.subarray(0, this.#count);
  }

  /** By number of the profile. */
  get ways(): Uint32Array {
    return this.#ways;
  }

  /** Makes room for profiles numbered below `count`. */
  reserve(count: number): void {
    this.#ways = withRoom(this.#ways, count);
    this.#profiles = withRoom(this.#profiles, count);
  }

  mark(profiles: Uint32Array, way: number): void {
    const ways = this.#ways;
    const touched = this.#profiles;
    let count = this.#count;
    for (let at = 0; at < profiles.length; at += 1) {
      const profile = profiles[at] ?? 0;
      const before = ways[profile] ?? 0;
      if (before === 0) {
        touched[count] = profile;
        count += 1;
      }
      ways[profile] = before | way;
    }
    this.#count = count;
  }

  /** Marks only those touched already: what strengthens or weakens a match and makes none. */
  markAlready(profiles: Uint32Array, way: number): void {
    for (const profile of profiles) {
      const before = this.#ways[profile] ?? 0;
      if (before !== 0) this.#ways[profile] = before | way;
    }
  }

  empty(): void {
    for (let at = 0; at < this.#count; at += 1) this.#ways[this.#profiles[at] ?? 0] = 0;
    this.#count = 0;
  }
}
