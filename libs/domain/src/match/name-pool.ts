import { unitsOf } from '../impact/jaro-winkler.ts';
import { type ComparableName, isCommonToken, nameOfTokens, SHORT_NAME, tellingTokens } from '../impact/name-match.ts';
import { ListedPattern } from './listed-pattern.ts';
import { NameBlocks } from './name-blocks.ts';
import { COMMON, END, NameLetters, TELLING, USUAL_BYTES } from './name-letters.ts';
import { PostingLists, withRoom } from './posting-lists.ts';

const FIRST_BYTES = 4_096;
const FIRST_BUCKETS = 1_024;
const EITHER = /[ \t]/;
/** UTF-8 takes no more of a UTF-16 unit. */
const MOST_BYTES_OF_A_UNIT = 3;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function written({ tokens }: ComparableName): string {
  let text = '';
  for (const token of tokens) text += `${isCommonToken(token) ? COMMON : TELLING}${token}`;
  return text + END;
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
  readonly #shortWords = new Map<string, number>();
  /** Names by a short word of theirs. */
  readonly #byWord = new PostingLists();
  readonly #blocks = new NameBlocks();
  readonly #letters = new NameLetters();

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
    const known = this.#shortWords.get(word);
    return known === undefined ? new Uint32Array(0) : this.#byWord.of(known);
  }

  nameAt(id: number): ComparableName {
    const words = this.#words(id);
    return nameOfTokens(words.join(' '), words);
  }

  /** Adds names that may be alike; of one left out, `matchNames` finds no likeness. */
  addLike(name: ComparableName, found: Set<number>): void {
    const likely: number[] = [];
    this.#blocks.addLikely(name, likely);
    this.#letters.askFor(this.#bytes, likely);
    const listed = new ListedPattern(name);
    for (const start of likely) if (this.#mayBeAlike(start, listed)) found.add(this.#idAt(start));
  }

  #mayBeAlike(start: number, listed: ListedPattern): boolean {
    const letters = this.#letters;
    if (!letters.readCore(this.#bytes, start)) {
      return listed.isCoreLike(unitsOf(tellingTokens(this.#words(this.#idAt(start))).join('')));
    }
    if (!listed.isReadCoreLike(letters)) return false;
    letters.readWords(this.#bytes, start);
    return listed.areWordsLike(letters);
  }

  /** The name that begins there: looked for among all, by halves, as few are asked for. */
  #idAt(start: number): number {
    let [first, beyond] = [0, this.#size];
    while (first < beyond) {
      const middle = (first + beyond) >>> 1;
      if (this.#startOf(middle) < start) first = middle + 1;
      else beyond = middle;
    }
    return first;
  }

  #startOf(id: number): number {
    return id === 0 ? 0 : (this.#ends[id - 1] ?? 0);
  }

  #words(id: number): readonly string[] {
    return this.#text(id).slice(1, -END.length).split(EITHER);
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

  #file(name: ComparableName, text: string, hash: number): number {
    const id = this.#size;
    this.#size += 1;
    this.#write(id, text);
    this.#hashes = withRoom(this.#hashes, this.#size);
    this.#hashes[id] = hash;
    this.#link(id, hash);
    for (const word of new Set(name.tokens)) {
      if (word.length < SHORT_NAME) this.#byWord.add(this.#numberOf(word), id);
    }
    // By where it begins: of thousands that may be alike only the letters are asked for, and of few what name it is.
    this.#blocks.add(name, this.#startOf(id));
    return id;
  }

  #write(id: number, text: string): void {
    const most = this.#bytesEnd + text.length * MOST_BYTES_OF_A_UNIT + USUAL_BYTES;
    if (this.#bytes.length < most) {
      const larger = new Uint8Array(Math.ceil(most * 1.5));
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytesEnd += encoder.encodeInto(text, this.#bytes.subarray(this.#bytesEnd)).written;
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

  #numberOf(word: string): number {
    const known = this.#shortWords.get(word) ?? this.#shortWords.size;
    this.#shortWords.set(word, known);
    return known;
  }
}
