import { blockOf, blocksOf, type ComparableName } from '../impact/name-match.ts';
import { addLikely, mayBeOfLengths } from './likely-entries.ts';
import { LONGEST, MOST_BEGUN_ALIKE, signatureOf } from './name-signature.ts';
import { PostingLists, withRoom } from './posting-lists.ts';

/** Where in a name its block stands: within, at its beginning; or the name has letters beyond plain ones. */
const PLACE = { within: 0, beginning: 1, anyOfWide: 2 } as const;
type Place = (typeof PLACE)[keyof typeof PLACE];

/** A list is of names of one length and place: `place * LENGTHS + length`. */
const LENGTHS = LONGEST + 1;
/** Two plain names that begin alike by three letters share the block at their beginning, and are found there. */
const MOST_BEGUN_WITHIN = 2;
const IS_PLAIN = /^[ -~]*$/;

/**
 * Names by the beginnings of what distinguishes them, those of one place and length together: how many letters must be
 * common then holds for a whole list, and lists of names too long or too short are passed over.
 */
export class NameBlocks {
  readonly #lists = new PostingLists();
  /** The last list of each block. */
  readonly #lastOf = new Map<string, number>();
  /** For each list the one of its block before it, plus one, and which names it holds. */
  #before = new Uint32Array(64);
  #holds = new Uint32Array(64);
  #count = 0;

  /** Files a name, by any number that stands for it, under its blocks. */
  add(name: ComparableName, number: number): void {
    const { letters, twice, shape, length } = signatureOf(name);
    for (const block of blocksOf(name)) {
      const list = this.#listFor(block, placeOf(name, block) * LENGTHS + length);
      for (const word of [number, letters, twice, shape]) this.#lists.add(list, word);
    }
  }

  /** Adds the numbers of names that share a block with this one and may be alike, told without their letters. */
  addLikely(name: ComparableName, found: number[]): void {
    const wanted = signatureOf(name);
    for (const block of blocksOf(name)) {
      const place = placeOf(name, block);
      for (let next = this.#lastOf.get(block) ?? 0; next !== 0; next = this.#before[next - 1] as number) {
        const held = this.#holds[next - 1] as number;
        const other = held % LENGTHS;
        if (!mayBeOfLengths(wanted.length, other, mostBegun(place, (held / LENGTHS) | 0))) continue;
        const [from, to] = this.#lists.within(next - 1);
        addLikely(wanted, other, this.#lists.pool, from, to, found);
      }
    }
  }

  #listFor(block: string, holds: number): number {
    const last = this.#lastOf.get(block) ?? 0;
    for (let next = last; next !== 0; next = this.#before[next - 1] ?? 0) {
      if (this.#holds[next - 1] === holds) return next - 1;
    }
    const list = this.#count++;
    this.#before = withRoom(this.#before, this.#count);
    this.#holds = withRoom(this.#holds, this.#count);
    this.#before[list] = last;
    this.#holds[list] = holds;
    this.#lastOf.set(block, list + 1);
    return list;
  }
}

function placeOf({ core, compact }: ComparableName, block: string): Place {
  const told = core === '' ? compact : core;
  if (!IS_PLAIN.test(told)) return PLACE.anyOfWide;
  return block === blockOf(told) ? PLACE.beginning : PLACE.within;
}

function mostBegun(place: Place, other: number): number {
  const arePlain = place !== PLACE.anyOfWide && other !== PLACE.anyOfWide;
  return arePlain && (place !== PLACE.beginning || other !== PLACE.beginning) ? MOST_BEGUN_WITHIN : MOST_BEGUN_ALIKE;
}
