import { type ComparableName, nameOfTokens, SHORT_NAME } from '../impact/name-match.ts';
import { mayBeAlike, type NameSignature, signatureOf } from './name-signature.ts';
import { PostingLists, withRoom } from './posting-lists.ts';

const FIRST_BYTES = 4_096;
const FIRST_BUCKETS = 1_024;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/**
 * Distinct names in one block of memory, found by their letters, by a short word of theirs, or by blocks that names alike
 * share. A name that ten thousand profiles declare is held and compared once.
 */
export class NamePool {
  #bytes = new Uint8Array(FIRST_BYTES);
  #bytesEnd = 0;
  /** Where each name ends in the bytes; it begins where the one before ends. */
  #ends = new Uint32Array(FIRST_BUCKETS);
  #letters = new Uint32Array(FIRST_BUCKETS);
  #shapes = new Uint32Array(FIRST_BUCKETS);
  #starts = new Uint32Array(FIRST_BUCKETS);
  #hashes = new Uint32Array(FIRST_BUCKETS);
  /** Name with the same hash bucket that came before, plus one. */
  #previous = new Uint32Array(FIRST_BUCKETS);
  #buckets = new Uint32Array(FIRST_BUCKETS);
  #size = 0;
  readonly #keys = new Map<string, number>();
  readonly #byKey = new PostingLists();

  /** @returns the number of the name, known or new. */
  idOf(name: ComparableName): number {
    const hash = hashOf(name.compact);
    for (const id of this.#withHash(hash)) if (this.#text(id) === name.tokens.join(' ')) return id;
    return this.#file(name, hash);
  }

  /** Names of the same letters, whatever their words. */
  withLetters(compact: string): number[] {
    return [...this.#withHash(hashOf(compact))].filter((id) => this.#text(id).replaceAll(' ', '') === compact);
  }

  /** Names one of whose words is this short word. */
  withShortWord(word: string): Uint32Array {
    return this.#under(`word ${word}`);
  }

  nameAt(id: number): ComparableName {
    const text = this.#text(id);
    return nameOfTokens(text, text.split(' '));
  }

  /** The words of a name, for a look that costs less than the whole name. */
  wordsAt(id: number): readonly string[] {
    return this.#text(id).split(' ');
  }

  /** Names of a block that may be alike, told without their letters. */
  inBlockLike(block: string, wanted: NameSignature, found: Set<number>): void {
    const [letters, shapes, starts] = [this.#letters, this.#shapes, this.#starts];
    const ids = this.#under(`block ${block}`);
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] ?? 0;
      if (mayBeAlike(wanted, letters[id] ?? 0, shapes[id] ?? 0, starts[id] ?? 0)) found.add(id);
    }
  }

  #text(id: number): string {
    const start = id === 0 ? 0 : (this.#ends[id - 1] ?? 0);
    return decoder.decode(this.#bytes.subarray(start, this.#ends[id]));
  }

  *#withHash(hash: number): Generator<number> {
    let entry = this.#buckets[hash % this.#buckets.length] ?? 0;
    while (entry !== 0) {
      if (this.#hashes[entry - 1] === hash) yield entry - 1;
      entry = this.#previous[entry - 1] ?? 0;
    }
  }

  #under(key: string): Uint32Array {
    const known = this.#keys.get(key);
    return known === undefined ? new Uint32Array(0) : this.#byKey.of(known);
  }

  #file(name: ComparableName, hash: number): number {
    const id = this.#size;
    this.#size += 1;
    this.#write(id, name.tokens.join(' '));
    this.#sign(id, signatureOf(name));
    this.#hashes = withRoom(this.#hashes, this.#size);
    this.#hashes[id] = hash;
    this.#link(id, hash);
    const words = name.tokens.filter((token) => token.length < SHORT_NAME).map((token) => `word ${token}`);
    for (const key of new Set([...words, ...name.blocks.map((block) => `block ${block}`)])) this.#fileUnder(key, id);
    return id;
  }

  #write(id: number, text: string): void {
    const encoded = encoder.encode(text);
    if (this.#bytes.length < this.#bytesEnd + encoded.length) {
      const larger = new Uint8Array(Math.ceil((this.#bytes.length + encoded.length) * 1.5));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes.set(encoded, this.#bytesEnd);
    this.#bytesEnd += encoded.length;
    this.#ends = withRoom(this.#ends, id + 1);
    this.#ends[id] = this.#bytesEnd;
  }

  #sign(id: number, { letters, shape, start }: NameSignature): void {
    this.#letters = withRoom(this.#letters, id + 1);
    this.#shapes = withRoom(this.#shapes, id + 1);
    this.#letters[id] = letters;
    this.#shapes[id] = shape;
    this.#starts = withRoom(this.#starts, id + 1);
    this.#starts[id] = start;
  }

  #link(id: number, hash: number): void {
    this.#previous = withRoom(this.#previous, id + 1);
    if (this.#size > this.#buckets.length) this.#spread();
    const bucket = hash % this.#buckets.length;
    this.#previous[id] = this.#buckets[bucket] ?? 0;
    this.#buckets[bucket] = id + 1;
  }

  /** Twice the buckets, every earlier name in its new one. */
  #spread(): void {
    this.#buckets = new Uint32Array(this.#buckets.length * 2);
    for (let id = 0; id < this.#size - 1; id += 1) {
      const bucket = (this.#hashes[id] ?? 0) % this.#buckets.length;
      this.#previous[id] = this.#buckets[bucket] ?? 0;
      this.#buckets[bucket] = id + 1;
    }
  }

  #fileUnder(key: string, id: number): void {
    const known = this.#keys.get(key) ?? this.#keys.size;
    this.#keys.set(key, known);
    this.#byKey.add(known, id);
  }
}
