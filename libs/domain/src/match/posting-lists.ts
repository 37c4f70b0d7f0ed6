/** What an index that grows starts with and grows by. */
const FIRST_VALUES = 64;
const FIRST_POOL = 256;
const GROWTH = 1.5;

/** A copy with room for at least `least` entries, or the array itself when it has it. */
export function withRoom(array: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  if (array.length >= least) return array;
  const larger = new Uint32Array(Math.max(least, Math.ceil(array.length * GROWTH)));
  larger.set(array);
  return larger;
}

/**
 * For each value, whole numbers in the order in which they came. All lists lie in one block of memory: a value with one
 * number takes eight bytes, further numbers four to eight each, and no list is an object of its own.
 */
export class PostingLists {
  /** The number itself where a list holds one, else where in the pool the list begins. */
  #starts = new Uint32Array(FIRST_VALUES);
  #lengths = new Uint32Array(FIRST_VALUES);
  #pool = new Uint32Array(FIRST_POOL);
  #poolEnd = 0;
  /** Places that lists outgrew, by the logarithm of their room. */
  readonly #free: number[][] = [];

  add(value: number, number: number): void {
    this.#starts = withRoom(this.#starts, value + 1);
    this.#lengths = withRoom(this.#lengths, value + 1);
    const length = this.#lengths[value] ?? 0;
    if (length === 0) this.#starts[value] = number;
    else this.#append(value, length, number);
    this.#lengths[value] = length + 1;
  }

  /** The numbers of a value; a view that the next {@link add} may overtake. Empty for a value never added to. */
  of(value: number): Uint32Array {
    const length = this.#lengths[value] ?? 0;
    if (length === 0) return NONE;
    if (length === 1) return this.#starts.subarray(value, value + 1);
    const start = this.#starts[value] ?? 0;
    return this.#pool.subarray(start, start + length);
  }

  /** Where all lists of two numbers and more lie; the next {@link add} may put another in its place. */
  get pool(): Uint32Array {
    return this.#pool;
  }

  /** From where to where in the {@link pool} lies the list of a value of two numbers and more. */
  within(value: number): readonly [from: number, to: number] {
    const start = this.#starts[value] as number;
    return [start, start + (this.#lengths[value] as number)];
  }

  /** A list has room for the next power of two; a full one moves to twice the room. */
  #append(value: number, length: number, number: number): void {
    const isFull = (length & (length - 1)) === 0;
    if (isFull) {
      const start = this.#roomFor(length * 2);
      if (length === 1) this.#pool[start] = this.#starts[value] ?? 0;
      else this.#move(this.#starts[value] ?? 0, length, start);
      this.#starts[value] = start;
    }
    this.#pool[(this.#starts[value] ?? 0) + length] = number;
  }

  #move(from: number, length: number, to: number): void {
    this.#pool.copyWithin(to, from, from + length);
    const size = Math.log2(length);
    const others = this.#free[size];
    if (others === undefined) this.#free[size] = [from];
    else others.push(from);
  }

  #roomFor(entries: number): number {
    const freed = this.#free[Math.log2(entries)]?.pop();
    if (freed !== undefined) return freed;
    const start = this.#poolEnd;
    this.#poolEnd += entries;
    this.#pool = withRoom(this.#pool, this.#poolEnd);
    return start;
  }
}

const NONE = new Uint32Array(0);
