import fc from 'fast-check';
import { expect } from 'vitest';
import { type Served, told } from '../traps/captured.ts';

/** What one edit makes of a row, and the changes that it is. */
export interface Edit<Row> {
  readonly alters: (row: Row) => Row;
  /** `type label` of each change, `(type label)` where it is recorded and told to nobody; none for an edit that says nothing. */
  readonly isTold: (row: Row) => readonly string[];
}

/** A list whose rows are invented in words and printed as its publisher prints them. */
export interface PrintedList<Row> {
  readonly sourceId: string;
  /** A row for each number, no two alike. */
  readonly rowAt: (at: number) => Row;
  readonly labelOf: (row: Row) => string;
  readonly print: (rows: readonly Row[]) => Served | Promise<Served>;
  readonly edits: Readonly<Record<string, Edit<Row>>>;
}

const ROWS = 24;
const MOST_EDITS = 5;
/** Start of every drawing here. */
export const SEED = Number(process.env.REDLINE_SEED ?? Date.now() % 1_000_000);

const TOWNS = ['Harbin', 'Kunming', 'Lanzhou', 'Ningbo', 'Qingdao', 'Suzhou', 'Tianjin', 'Urumqi', 'Wuhan', 'Xiamen'];
const TRADES = ['Optics', 'Turbines', 'Photonics', 'Marine', 'Aviation', 'Vacuum', 'Polymers', 'Robotics'];

/** A town, for each number. */
export const townAt = (at: number): string => TOWNS[at % TOWNS.length] ?? '';
/** A name without its legal form, another for each number. */
export const nameAt = (at: number): string => `${townAt(at)} ${TRADES[at % TRADES.length]} Works ${at + 100}`;
/** A street with its number, another for each number. */
export const streetAt = (at: number): string => `No. ${at + 1} ${TRADES[(at + 3) % TRADES.length]} Road`;

/** An edit that is told as one change of this type. */
export function toldAs<Row>(type: string, labelOf: (row: Row) => string, alters: Edit<Row>['alters']): Edit<Row> {
  return { alters, isTold: (row) => [`${type} ${labelOf(row)}`] };
}

/** An edit that is recorded as one change of this type, and told to nobody. */
export function recordedAs<Row>(type: string, labelOf: (row: Row) => string, alters: Edit<Row>['alters']): Edit<Row> {
  return { alters, isTold: (row) => [`(${type} ${labelOf(row)})`] };
}

/** An edit that says nothing: another way of writing the same. */
export function silent<Row>(alters: Edit<Row>['alters']): Edit<Row> {
  return { alters, isTold: () => [] };
}

interface Edited<Row> {
  readonly rows: readonly Row[];
  readonly expected: readonly string[];
}

function edited<Row>(list: PrintedList<Row>, rows: readonly Row[], kinds: ReadonlyMap<number, string>): Edited<Row> {
  const expected: string[] = [];
  const after = rows.flatMap((row, at): readonly Row[] => {
    const kind = kinds.get(at);
    if (kind === undefined) return [row];
    if (kind === 'removed') {
      expected.push(`entity.removed ${list.labelOf(row)}`);
      return [];
    }
    if (kind === 'added') {
      const come = list.rowAt(at + 300);
      expected.push(`entity.added ${list.labelOf(come)}`);
      return [row, come];
    }
    const edit = list.edits[kind];
    if (!edit) throw new Error(`no edit ${kind}`);
    expected.push(...edit.isTold(row));
    return [edit.alters(row)];
  });
  return { rows: after, expected };
}

/**
 * None to five edits of a list at once, in the order of the file or in another: each must be told as what it is, and nothing else.
 * The seed is printed; `REDLINE_SEED` draws the same again.
 */
async function expectEditsTold<Row>(list: PrintedList<Row>, numRuns: number): Promise<void> {
  console.log(`${list.sourceId}: ${numRuns} drawn edits, REDLINE_SEED=${SEED}`);
  const rows = Array.from({ length: ROWS }, (_, at) => list.rowAt(at));
  const before = await list.print(rows);
  const kinds = fc.uniqueArray(
    fc.tuple(fc.nat(ROWS - 1), fc.constantFrom(...Object.keys(list.edits), 'removed', 'added')),
    { selector: ([at]) => at, maxLength: MOST_EDITS },
  );
  await fc.assert(
    fc.asyncProperty(kinds, fc.boolean(), async (drawn, isReversed) => {
      const after = edited(list, rows, new Map(drawn));
      const printed = await list.print(isReversed ? after.rows.toReversed() : after.rows);
      const found = await told(list.sourceId, before, printed);
      expect(found.toSorted()).toEqual(after.expected.toSorted());
    }),
    { numRuns, seed: SEED },
  );
}

/** The check of {@link expectEditsTold} on one list, so many times. */
export function checked<Row>(list: PrintedList<Row>): (numRuns: number) => Promise<void> {
  return (numRuns) => expectEditsTold(list, numRuns);
}
