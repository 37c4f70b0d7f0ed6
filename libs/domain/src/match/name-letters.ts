/** Words of a name that distinguish its party follow the first sign, words common to many names the second. No letter comes before these. */
export const TELLING = ' ';
export const COMMON = '\t';
/** Ends a name. */
export const END = '\0';
const END_BYTE = END.charCodeAt(0);
const TELLING_BYTE = TELLING.charCodeAt(0);
const FIRST_WIDE_BYTE = 0x80;
const MOST_BYTES = 1_024;
/** As many bytes as most names take; so many may be read beyond where a name begins. */
export const USUAL_BYTES = 32;

/**
 * The letters of one stored name at a time, in UTF-16 units as likeness counts them, read without making strings: thousands
 * are looked at for a change. One is kept and filled anew.
 */
export class NameLetters {
  /** What distinguishes the name. */
  readonly core = new Uint16Array(MOST_BYTES);
  coreLength = 0;
  /** All words as written, and in alphabetical order. */
  readonly compact = new Uint16Array(MOST_BYTES);
  readonly sorted = new Uint16Array(MOST_BYTES);
  compactLength = 0;
  /** What {@link askFor} came upon: says nothing, and is kept so that it is not left unread. */
  asked = 0;
  /** Where in `compact` each word begins, and after the last where it ends. */
  readonly #begins = new Uint16Array(MOST_BYTES + 1);
  readonly #order = new Uint16Array(MOST_BYTES);
  #words = 0;

  /**
   * Touches the letters of all names that are to be read: memory then brings many at a time into reach, where reading one
   * after the other would wait for each.
   */
  askFor(bytes: Uint8Array, starts: readonly number[]): void {
    let read = 0;
    for (const start of starts) read ^= (bytes[start] as number) ^ (bytes[start + USUAL_BYTES] as number);
    this.asked = read;
  }

  /** Reads what distinguishes a name as the pool writes it. @returns false for letters beyond ASCII or unusual length: not read. */
  readCore(bytes: Uint8Array, from: number): boolean {
    const core = this.core;
    const last = from + MOST_BYTES;
    let size = 0;
    let isTelling = false;
    let all = 0;
    for (let at = from; at < last; at += 1) {
      const byte = bytes[at] as number;
      all |= byte;
      if (byte > TELLING_BYTE) {
        if (isTelling) core[size++] = byte;
      } else if (byte !== END_BYTE) isTelling = byte === TELLING_BYTE;
      else {
        this.coreLength = size;
        return all < FIRST_WIDE_BYTE;
      }
    }
    return false;
  }

  /** Reads all words of a name that {@link readCore} read. */
  readWords(bytes: Uint8Array, from: number): void {
    let size = 0;
    this.#words = 0;
    let byte = bytes[from] as number;
    for (let at = from; byte !== END_BYTE; byte = bytes[++at] as number) {
      if (byte <= TELLING_BYTE) this.#begins[this.#words++] = size;
      else this.compact[size++] = byte;
    }
    this.compactLength = size;
    this.#begins[this.#words] = size;
  }

  /** Fills `sorted` from the name that was read. */
  sort(): void {
    for (let word = 0; word < this.#words; word += 1) this.#insert(word);
    let size = 0;
    for (let place = 0; place < this.#words; place += 1) {
      const word = this.#order[place] as number;
      const end = this.#begins[word + 1] as number;
      for (let at = this.#begins[word] as number; at < end; at += 1) this.sorted[size++] = this.compact[at] as number;
    }
  }

  #insert(word: number): void {
    const order = this.#order;
    let place = word;
    while (place > 0 && this.#isBefore(word, order[place - 1] as number)) {
      order[place] = order[place - 1] as number;
      place -= 1;
    }
    order[place] = word;
  }

  #isBefore(word: number, other: number): boolean {
    const begins = this.#begins;
    let [at, otherAt] = [begins[word] as number, begins[other] as number];
    const [end, otherEnd] = [begins[word + 1] as number, begins[other + 1] as number];
    while (at < end && otherAt < otherEnd) {
      const differs = (this.compact[at++] as number) - (this.compact[otherAt++] as number);
      if (differs !== 0) return differs < 0;
    }
    return end - at < otherEnd - otherAt;
  }
}
