import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlListXml } from '../../libs/sources/src/ecfr-text/ccl.fixture.ts';
import { captured, changesBetween } from '../traps/captured.ts';
import { SEED } from './list-edits.ts';

/** A paragraph of an entry with one limit, in the words of the Commerce Control List. */
interface Paragraph {
  readonly opening: string;
  readonly parameter: string;
  readonly value: number;
  readonly unit: string;
  readonly operator: keyof typeof SIDES;
}

/** How the list prints each side of a limit, and whether a higher number then takes in less. */
const SIDES = {
  '>=': { print: (limit: string) => `of ${limit} or more`, higher: 'loosen', lower: 'tighten' },
  '>': { print: (limit: string) => `exceeding ${limit}`, higher: 'loosen', lower: 'tighten' },
  '<=': { print: (limit: string) => `of ${limit} or less`, higher: 'tighten', lower: 'loosen' },
  '<': { print: (limit: string) => `less than ${limit}`, higher: 'tighten', lower: 'loosen' },
} as const;

const GOODS = [
  'Pulse generators',
  'Amplifiers',
  'Tunable lasers',
  'Capacitors',
  'Solenoid magnets',
  'Mass spectrometers',
];
const MEASURES = [
  ['output voltage', 'V'],
  ['operating frequency', 'GHz'],
  ['wavelength', 'nm'],
  ['rated inductance', 'nH'],
  ['magnetic field', 'T'],
  ['mass', 'kg'],
] as const;
const OPERATORS = Object.keys(SIDES) as readonly (keyof typeof SIDES)[];

const paragraphAt = (at: number): Paragraph => {
  const [parameter, unit] = MEASURES[at % MEASURES.length] ?? ['', ''];
  const operator = OPERATORS[(at * 3) % OPERATORS.length] ?? '>';
  return {
    opening: `${GOODS[(at * 5) % GOODS.length]} of model line ${'ABCDEFGHKLMN'[at]}${at}x`,
    parameter,
    unit,
    operator,
    value: 20 + at * 7,
  };
};

const worded = ({ opening, parameter, operator, value, unit }: Paragraph): string =>
  `${opening} having a rated '${parameter}' ${SIDES[operator].print(`${value} ${unit}`)};`;

const letter = (at: number): string => String.fromCharCode(97 + at);
const labelAt = (at: number): string => `3A230.${letter(at)}`;

function listOf(paragraphs: readonly string[]): string {
  return controlListXml([
    '<HD1>Category 3&#x2014;Electronics</HD1>',
    '<HD1>A. &#x201C;End Items&#x201D;</HD1>',
    '<FP-2><B>3A230 High-speed electronics as follows (see List of Items Controlled).</B></FP-2>',
    '<HD1>License Requirements</HD1>',
    '<FP-1><I>Reason for Control:</I> NP, AT</FP-1>',
    '<HD1>List of Items Controlled</HD1>',
    '<FP><I>Items:</I></FP>',
    ...paragraphs.map((words, at) => `<P>${letter(at)}. ${words.replace('<', '&lt;')}</P>`),
  ]);
}

interface Told {
  readonly type: string;
  readonly label: string;
}

const byPlace = (one: Told, other: Told): number =>
  `${one.label} ${one.type}`.localeCompare(`${other.label} ${other.type}`);

async function toldOf(before: readonly string[], after: readonly string[]): Promise<readonly Told[]> {
  const [one, other] = [
    await captured('us-ecfr-15-774', listOf(before)),
    await captured('us-ecfr-15-774', listOf(after), '2026-06-21T12:00:00.000Z'),
  ];
  return changesBetween(one, other)
    .filter(({ alerting }) => alerting)
    .map(({ type, subject, direction, after: facts }) => {
      const { parameter, operator, oldValue, newValue, unit } = { ...facts };
      const isLimit = type === 'item.parameter_changed';
      return {
        type,
        label: subject.label,
        ...(isLimit && { direction, parameter, operator, oldValue, newValue, unit }),
      };
    })
    .toSorted(byPlace);
}

/** What an edit makes of a paragraph; `undefined` takes it away. */
const EDITS = {
  raised: (one: Paragraph) => ({ ...one, value: one.value + 5 }),
  lowered: (one: Paragraph) => ({ ...one, value: one.value - 5 }),
  'in a larger unit': (one: Paragraph) => one,
  reworded: (one: Paragraph) => ({ ...one, opening: one.opening.replace(' of model', ' of any military model') }),
  gone: () => undefined,
} as const;
type Kind = keyof typeof EDITS;

const COUNT = 10;
const INSERTED = 'Valves made of ceramics or glass and designed for use in orbit;';

/** The paragraphs after their edits, with the changes these are, by the label that each has then. */
function edited(kinds: ReadonlyMap<number, Kind>, isShifted: boolean) {
  const expected: Told[] = isShifted ? [{ type: 'item.added', label: labelAt(0) }] : [];
  const after: string[] = isShifted ? [INSERTED] : [];
  for (let at = 0; at < COUNT; at += 1) {
    const before = paragraphAt(at);
    const kind = kinds.get(at);
    const changed = kind === undefined ? before : EDITS[kind](before);
    if (!changed) {
      expected.push({ type: 'item.removed', label: labelAt(at) });
      continue;
    }
    const label = labelAt(after.length);
    if (kind === 'reworded') expected.push({ type: 'item.text_changed', label });
    if (changed.value !== before.value) {
      const { parameter, operator, unit, value } = changed;
      const direction = SIDES[operator][value > before.value ? 'higher' : 'lower'];
      const limit = { direction, parameter, operator, oldValue: before.value, newValue: value, unit };
      expected.push({ type: 'item.parameter_changed', label, ...limit });
    }
    const printed = worded(changed);
    after.push(
      kind === 'in a larger unit'
        ? printed.replace(`${changed.value} ${changed.unit}`, inLargerUnit(changed))
        : printed,
    );
  }
  return { after, expected: expected.toSorted(byPlace) };
}

const LARGER: Readonly<Record<string, string>> = { V: 'kV', GHz: 'THz', nm: 'µm', nH: 'µH', T: 'kT', kg: 'Mg' };
const inLargerUnit = ({ value, unit }: Paragraph): string => `${value / 1000} ${LARGER[unit]}`;

describe('none to four edits of paragraphs with limits, from XML to what is told', () => {
  it('are each told with parameter, operator, both values, unit and direction, also where all letters shifted', async () => {
    console.log(`us-ecfr-15-774: 80 drawn edits, REDLINE_SEED=${SEED}`);
    const before = Array.from({ length: COUNT }, (_, at) => worded(paragraphAt(at)));
    const kinds = fc.uniqueArray(
      fc.tuple(fc.nat(COUNT - 1), fc.constantFrom(...(Object.keys(EDITS) as readonly Kind[]))),
      { selector: ([at]) => at, maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(kinds, fc.boolean(), async (drawn, mayShift) => {
        // What comes in the very place of another may be that one reworded: not drawn here.
        const isShifted = mayShift && !drawn.some(([at, kind]) => at === 0 && kind === 'gone');
        const { after, expected } = edited(new Map(drawn), isShifted);
        expect(await toldOf(before, after)).toEqual(expected);
      }),
      { numRuns: 80, seed: SEED },
    );
  });
});
