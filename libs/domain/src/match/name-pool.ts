import { unitsOf } from '../impact/jaro-winkler.ts';
import { blocksOf, type ComparableName, nameOfTokens, SHORT_NAME, tellingTokens } from '../impact/name-match.ts';
import type { CorePattern } from './core-pattern.ts';
import { addLikely, type NameSignature, signatureOf } from './name-signature.ts';
import { PostingLists, withRoom } from './posting-lists.ts';

const FIRST_BYTES = 4_096;
const FIRST_BUCKETS = 1_024;
/** Words of a name that distinguish its party follow the first sign, words common to many names the second. */
const TELLING = ' ';
const COMMON = '\t';
const TELLING_BYTE = TELLING.charCodeAt(0);
const COMMON_BYTE = COMMON.charCodeAt(0);
const EITHER = /[ \t]/;
const FIRST_WIDE_BYTE = 0x80;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function written({ tokens }: ComparableName): string {
  const telling = new Set(tellingTokens(tokens));
  return tokens.map((token) => `${telling.has(token) ? TELLING : COMMON}${token}`).join('');
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
  #hashes = new Uint32Array(FIRST_BUCKETS);
  /** Name with the same hash bucket that came before, plus one. */
  #previous = new Uint32Array(FIRST_BUCKETS);
  #buckets = new Uint32Array(FIRST_BUCKETS);
  #size = 0;
  readonly #keys = new Map<string, number>();
  /** Names by a short word of theirs. */
  readonly #byWord = new PostingLists();
  /** Entries by block, signatures beside the names: a block is gone through from one end to the other. */
  readonly #byBlock = new PostingLists();
  /** What distinguishes the name that is looked at, in as many UTF-16 units as likeness counts. */
  readonly #core = unitsOf(' '.repeat(FIRST_BYTES));

  /** @returns the number of the name, known or new. */
  idOf(name: ComparableName): number {
    const hash = hashOf(name.compact);
    const text = written(name);
    for (const id of this.#withHash(hash)) if (this.#text(id) === text) return id;
    return this.#file(name, text, hash);
  }

  /** Names of the same letters, whatever their words. */
  withLetters(compact: string): number[] {
    return [...this.#withHash(hashOf(compact))].filter((id) => this.#words(id).join('') === compact);
  }

  /** Names one of whose words is this short word. */
  withShortWord(word: string): Uint32Array {
    return this.#under(this.#byWord, `word ${word}`);
  }

  nameAt(id: number): ComparableName {
    const words = this.#words(id);
    return nameOfTokens(words.join(' '), words);
  }

  /** Whether what distinguishes the name is like the pattern, or nothing does. It is read without making a string of it. */
  isCoreLike(id: number, pattern: CorePattern): boolean {
    const core = this.#coreOf(id);
    return core.length === 0 || pattern.isLike(core);
  }

  /** Adds names of a block that may be alike, told without their letters. */
  addLikely(block: string, wanted: NameSignature, found: number[]): void {
    addLikely(wanted, this.#under(this.#byBlock, `block ${block}`), found);
  }

  #coreOf(id: number): Uint16Array {
    const bytes = this.#bytes;
    const end = this.#ends[id] ?? 0;
    let size = 0;
    let isTelling = false;
    for (let at = this.#startOf(id); at < end; at += 1) {
      const byte = bytes[at] ?? 0;
      if (byte >= FIRST_WIDE_BYTE) return unitsOf(tellingTokens(this.#words(id)).join(''));
      if (byte === TELLING_BYTE) isTelling = true;
      else if (byte === COMMON_BYTE) isTelling = false;
      else if (isTelling) this.#core[size++] = byte;
    }
    return this.#core.subarray(0, size);
  }

  #startOf(id: number): number {
    return id === 0 ? 0 : (this.#ends[id - 1] ?? 0);
  }

  #words(id: number): readonly string[] {
    return this.#text(id).slice(1).split(EITHER);
  }

  #text(id: number): string {
    return decoder.decode(this.#bytes.subarray(this.#startOf(id), this.#ends[id]));
  }

  *#withHash(hash: number): Generator<number> {
    let entry = this.#buckets[hash % this.#buckets.length] ?? 0;
    while (entry !== 0) {
      if (this.#hashes[entry - 1] === hash) yield entry - 1;
      entry = this.#previous[entry - 1] ?? 0;
    }
  }

  #under(lists: PostingLists, key: string): Uint32Array {
    const known = this.#keys.get(key);
    return known === undefined ? new Uint32Array(0) : lists.of(known);
  }

  #file(name: ComparableName, text: string, hash: number): number {
    const id = this.#size;
    this.#size += 1;
    this.#write(id, text);
    this.#hashes = withRoom(this.#hashes, this.#size);
    this.#hashes[id] = hash;
    this.#link(id, hash);
    for (const word of new Set(name.tokens)) {
      if (word.length < SHORT_NAME) this.#byWord.add(this.#keyOf(`word ${word}`), id);
    }
    const { letters, twice, shape } = signatureOf(name);
    for (const block of blocksOf(name)) {
      const key = this.#keyOf(`block ${block}`);
      for (const word of [id, letters, twice, shape]) this.#byBlock.add(key, word);
    }
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

  #keyOf(key: string): number {
    const known = this.#keys.get(key) ?? this.#keys.size;
    this.#keys.set(key, known);
    return known;
  }
}
