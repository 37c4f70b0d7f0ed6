import { PostingLists } from './posting-lists.ts';

/** Distinct declared values of one kind, each with the profiles that declare it. */
export class ValueIndex<Value> {
  readonly #ids = new Map<string, number>();
  readonly #values: Value[] = [];
  readonly #profiles = new PostingLists();
  readonly #byKey = new Map<string, number[]>();
  readonly #keysOf: (value: Value) => readonly string[];

  /** @param keysOf what a value is looked up by; none for kinds of which all values are asked each time. */
  constructor(keysOf: (value: Value) => readonly string[] = () => []) {
    this.#keysOf = keysOf;
  }

  get isEmpty(): boolean {
    return this.#values.length === 0;
  }

  /** Files a profile under a value. `printed` is the value's identity; `read` is called for a new one only. */
  add(printed: string, profile: number, read: () => Value): void {
    this.#profiles.add(this.#ids.get(printed) ?? this.#file(printed, read()), profile);
  }

  /** Every value with its profiles. */
  *all(): Generator<readonly [value: Value, profiles: Uint32Array]> {
    for (const [id, value] of this.#values.entries()) yield [value, this.#profiles.of(id)];
  }

  /** Values filed under any of the keys, each once, with their profiles. */
  *at(keys: Iterable<string>): Generator<readonly [value: Value, profiles: Uint32Array]> {
    const seen = new Set<number>();
    for (const key of keys) {
      for (const id of this.#byKey.get(key) ?? []) {
        const value = this.#values[id];
        if (value === undefined || seen.has(id)) continue;
        seen.add(id);
        yield [value, this.#profiles.of(id)];
      }
    }
  }

  #file(printed: string, value: Value): number {
    const id = this.#values.push(value) - 1;
    this.#ids.set(printed, id);
    for (const key of new Set(this.#keysOf(value))) {
      const others = this.#byKey.get(key);
      if (others === undefined) this.#byKey.set(key, [id]);
      else others.push(id);
    }
    return id;
  }
}
