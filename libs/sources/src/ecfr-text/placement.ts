import { LEVELS, type Marker, type Numbering, readingsOf } from './marker.ts';

/** One level of a paragraph's address. */
interface Level {
  readonly numbering: Numbering;
  readonly value: number;
  readonly token: string;
}

/** Address of a paragraph within its section: `(a)`, `(6)`, `(iii)`. */
export type Path = readonly Level[];

interface Placed {
  readonly path: Path;
  /** 0 for a paragraph that follows on; the more, the less it does. */
  readonly cost: number;
}

/** Deepest nesting the CFR uses, with room. */
const MAX_DEPTH = 10;
const UNEXPECTED_LEVEL = 3;
const NUMBERS_LEFT_OUT = 2;
const BEGINNING_LEFT_OUT = 4;
const ITALICS_LOST = 0.5;
const REPEATED = 0.5;
/** A level left, each: with all else equal a paragraph belongs to the innermost list. */
const LEVEL_LEFT = 0.1;
const COST_OF_NO_PLACE = 6;
/** A list of one at the very end of a section is rarer than one more paragraph of an outer list. */
const LIST_OF_ONE = 0.2;

function asChild(path: Path, token: string, numbering: Numbering, value: number): readonly Placed[] {
  if (path.length >= MAX_DEPTH) return [];
  const expected = LEVELS[path.length];
  const isExpected = expected?.replace('*', '') === numbering.replace('*', '');
  if (value !== 1 && !isExpected) return [];
  const level = numbering === expected ? 0 : isExpected ? ITALICS_LOST : UNEXPECTED_LEVEL;
  return [{ path: [...path, { numbering, value, token }], cost: level + (value === 1 ? 0 : BEGINNING_LEFT_OUT) }];
}

function asSibling(path: Path, token: string, numbering: Numbering, value: number): readonly Placed[] {
  return path.flatMap((level, depth) => {
    if (level.numbering !== numbering || value < level.value) return [];
    const left = LEVEL_LEFT * (path.length - 1 - depth);
    const gap = value === level.value + 1 ? 0 : value === level.value ? REPEATED : NUMBERS_LEFT_OUT;
    return [{ path: [...path.slice(0, depth), { numbering, value, token }], cost: gap + left }];
  });
}

function placesFor(path: Path, marker: Marker): readonly Placed[] {
  return readingsOf(marker).flatMap(({ numbering, value }) => [
    ...asChild(path, marker.token, numbering, value),
    ...asSibling(path, marker.token, numbering, value),
  ]);
}

function costAhead(path: Path, ahead: readonly Marker[]): number {
  const [next, ...rest] = ahead;
  if (!next) return 0;
  const costs = placesFor(path, next).map((place) => place.cost + costAhead(place.path, rest));
  return Math.min(COST_OF_NO_PLACE, ...costs);
}

function throughEnd(place: Path, marker: Marker): Path {
  const last = place.at(-1);
  if (!last || marker.through === undefined) return place;
  const end = readingsOf({ ...marker, token: marker.through }).find(({ numbering }) => numbering === last.numbering);
  return end ? [...place.slice(0, -1), { ...last, value: end.value, token: marker.through }] : place;
}

/**
 * Where a designation stands after the paragraph at `path`, by the CFR's order of levels. A token that can be read two ways,
 * such as `(i)` after `(h)`, is settled by the sequence: the reading that the next designations follow on from.
 * @param ahead the next designations, at most three are needed
 * @returns `undefined` where it fits nowhere: then it is no designation.
 */
export function place(path: Path, marker: Marker, ahead: readonly Marker[]): Path | undefined {
  const best = placesFor(path, marker)
    .map((placed) => {
      const alone = ahead.length === 0 && placed.path.length > path.length ? LIST_OF_ONE : 0;
      return { ...placed, total: placed.cost + alone + costAhead(placed.path, ahead.slice(0, 3)) };
    })
    .sort((a, b) => a.total - b.total)[0];
  return best && throughEnd(best.path, marker);
}

/** The address as printed: `(a)(6)(iii)`. */
export function printed(path: Path): string {
  return path.map(({ token }) => `(${token})`).join('');
}
