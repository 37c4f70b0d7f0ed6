import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeDraft } from '#domain';
import { diffTexts } from '../diff-texts.ts';
import { controlListXml, countryGroupsXml, PLAIN, readingOf, type Style, sectionXml } from './part-xml.fixture.ts';

const styles: fc.Arbitrary<Style> = fc.record({
  gap: fc.constantFrom('', '\n', '\n\n  ', '\r\n'),
  attributes: fc.constantFrom('', ' class="gpotbl_cell"', ' align="left" width="10"'),
  isCurly: fc.boolean(),
  isEscaped: fc.boolean(),
  italics: fc.constantFrom('I' as const, 'E T="03"' as const),
  space: fc.constantFrom(' ', '\n', '  ', '\u00A0'),
  hasPageBreak: fc.boolean(),
  hasSoftHyphen: fc.boolean(),
});

/** Sentences of the list with one limit, and whether a higher value widens the control. */
const LIMITS: readonly (readonly [
  sentence: (value: number) => string,
  unit: string,
  comparator: string,
  widens: 'up' | 'down',
])[] = [
  [(value) => `A 'total processing performance' of ${value} or more;`, '', '>=', 'down'],
  [(value) => `Operating frequencies exceeding ${value} GHz, with any modulation;`, 'GHz', '>', 'down'],
  [(value) => `A dedicated chuck overlay of less than or equal to ${value} nm in one axis;`, 'nm', '<=', 'up'],
  [(value) => `Spatial resolution of the imaging sensor less than (better than) ${value} m;`, 'm', '<', 'up'],
  [(value) => `Rated for operation at an ambient temperature above ${value} K;`, 'K', '>', 'down'],
  [(value) => `Working pressure of the vessel not exceeding ${value} MPa at rest;`, 'MPa', '<=', 'up'],
  [
    (value) => `Symmetric algorithms employing a key length in excess of ${value} bits, without parity;`,
    'bits',
    '>',
    'down',
  ],
  [(value) => `Deposition rate of the coater of at least ${value} mm/s over the wafer;`, 'mm/s', '>=', 'down'],
  [(value) => `Transceivers, except those with a total output power not exceeding ${value} W;`, 'W', '<=', 'down'],
  [
    (value) => `Gyroscopes that are not controlled when their drift exceeds ${value} degrees per hour;`,
    'degrees per hour',
    '>',
    'up',
  ],
];

const heading = 'Integrated circuits as follows (see List of Items Controlled).';
const values = fc.array(fc.integer({ min: 2, max: 9_000 }), { minLength: LIMITS.length, maxLength: LIMITS.length });
const itemsOf = (numbers: readonly number[]) => LIMITS.map(([sentence], at) => sentence(numbers[at] ?? 1));
const entry = (items: readonly string[], reasons = 'RS, AT', style: Style = PLAIN) =>
  readingOf('774', controlListXml({ heading, reasons, items }, style));
const alerting = (changes: readonly ChangeDraft[]) =>
  changes.filter((change) => change.alerting !== false && change.type !== 'item.redesignated');

describe('any entry of the Commerce Control List', () => {
  it('served in another way tells nothing', () => {
    fc.assert(
      fc.property(values, styles, styles, (numbers, one, other) => {
        expect(diffTexts(entry(itemsOf(numbers), 'RS, AT', one), entry(itemsOf(numbers), 'RS, AT', other))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('renumbered tells nobody anything', () => {
    const shuffled = values.chain((numbers) => {
      const items = itemsOf(numbers);
      return fc.tuple(fc.constant(items), fc.shuffledSubarray(items, { minLength: items.length }));
    });
    fc.assert(
      fc.property(shuffled, styles, ([items, other], style) => {
        expect(alerting(diffTexts(entry(items), entry(other, 'RS, AT', style)))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('whose limit moved tells that limit, old, new, operator, unit and direction', () => {
    const moved = fc.tuple(values, fc.nat({ max: LIMITS.length - 1 }), fc.integer({ min: 2, max: 9_000 }));
    fc.assert(
      fc.property(moved, styles, ([numbers, at, value], style) => {
        const oldValue = numbers[at] ?? 0;
        fc.pre(oldValue !== value);
        const [, unit, operator, widens] = LIMITS[at] ?? (LIMITS[0] as (typeof LIMITS)[number]);
        const tightens = value > oldValue === (widens === 'up');
        const changes = diffTexts(entry(itemsOf(numbers)), entry(itemsOf(numbers.with(at, value)), 'RS, AT', style));
        expect(changes).toMatchObject([
          {
            type: 'item.parameter_changed',
            subject: { label: `3A090.a.${at + 1}` },
            direction: tightens ? 'tighten' : 'loosen',
            after: { oldValue, newValue: value, unit, operator },
          },
        ]);
      }),
      { numRuns: 300 },
    );
  });

  it('whose limit moved while a paragraph came before it tells both, and the move under the new number', () => {
    const moved = fc.tuple(values, fc.nat({ max: LIMITS.length - 1 }), fc.integer({ min: 2, max: 9_000 }));
    fc.assert(
      fc.property(moved, ([numbers, at, value]) => {
        fc.pre(numbers[at] !== value);
        const newcomer = 'Magnetometers using optically pumped or nuclear precession technology;';
        const after = [newcomer, ...itemsOf(numbers.with(at, value))];
        const told = alerting(diffTexts(entry(itemsOf(numbers)), entry(after))).map(
          ({ type, subject, after: facts }) => [type, subject.label, facts?.newValue],
        );
        expect(told.toSorted()).toEqual([
          ['item.added', '3A090.a.1', undefined],
          ['item.parameter_changed', `3A090.a.${at + 2}`, value],
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('that gained or lost a paragraph tells that paragraph', () => {
    fc.assert(
      fc.property(values, fc.nat({ max: LIMITS.length - 1 }), styles, (numbers, at, style) => {
        const [all, fewer] = [itemsOf(numbers), itemsOf(numbers).toSpliced(at, 1)];
        const told = (changes: readonly ChangeDraft[]) =>
          alerting(changes).map(({ type, subject, direction }) => `${type} ${subject.label} ${direction}`);
        expect(told(diffTexts(entry(fewer), entry(all, 'RS, AT', style)))).toEqual([
          `item.added 3A090.a.${at + 1} tighten`,
        ]);
        expect(told(diffTexts(entry(all), entry(fewer, 'RS, AT', style)))).toEqual([
          `item.removed 3A090.a.${at + 1} loosen`,
        ]);
      }),
      { numRuns: 100 },
    );
  });

  it('tells the reasons that came and went', () => {
    const codes = fc.subarray(['NS', 'MT', 'NP', 'CB', 'RS', 'CC', 'AT', 'SI'], { minLength: 1 });
    fc.assert(
      fc.property(codes, codes, (old, now) => {
        const changes = diffTexts(entry(['A circuit;'], old.join(', ')), entry(['A circuit;'], now.join(', ')));
        const [came, went] = [now.filter((code) => !old.includes(code)), old.filter((code) => !now.includes(code))];
        const direction = came.length > 0 && went.length > 0 ? 'mixed' : came.length > 0 ? 'tighten' : 'loosen';
        const expected = { type: 'item.reason_for_control_changed', direction, after: { reasons: now.join(', ') } };
        expect(changes).toMatchObject(came.length + went.length > 0 ? [expected] : []);
      }),
      { numRuns: 200 },
    );
  });
});

describe('any Country Groups', () => {
  const NAMES = ['Belarus', 'Cambodia', 'China', 'Cuba', 'Iran', 'Japan', 'Mexico', 'Nicaragua'];
  const GROUPS = ['A:1', 'A:5', 'D:1', 'D:5', 'E:1', 'E:2'];
  const marks = fc.array(fc.subarray(GROUPS, { minLength: 1 }), { minLength: NAMES.length, maxLength: NAMES.length });
  const whole = (own: readonly (readonly string[])[]) =>
    new Map([...NAMES.map((name, at) => [name, own[at] ?? []] as const), ['Syria', GROUPS] as const]);
  const groups = (own: readonly (readonly string[])[], style: Style = PLAIN) =>
    readingOf('740', countryGroupsXml(whole(own), style));

  it('tell each country whose marks moved, with what that does, and no other', () => {
    fc.assert(
      fc.property(
        marks,
        fc.nat({ max: NAMES.length - 1 }),
        fc.subarray(GROUPS, { minLength: 1 }),
        styles,
        (own, at, next, style) => {
          const old = own[at] ?? [];
          const [came, went] = [next.filter((mark) => !old.includes(mark)), old.filter((mark) => !next.includes(mark))];
          const effects = [
            ...came.map((mark) => (/^[DE]/.test(mark) ? 'tighten' : 'loosen')),
            ...went.map((mark) => (/^[DE]/.test(mark) ? 'loosen' : 'tighten')),
          ];
          const changes = diffTexts(groups(own), groups(own.with(at, next), style));
          expect(changes).toMatchObject(
            effects.length === 0
              ? []
              : [
                  {
                    type: 'country.group_changed',
                    subject: { label: NAMES[at] },
                    direction: new Set(effects).size === 1 ? effects[0] : 'mixed',
                  },
                ],
          );
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('any section', () => {
  const COUNTRIES = [
    'Belarus',
    'Burma',
    'Cambodia',
    'China',
    'Cuba',
    'Iran',
    'North Korea',
    'Russia',
    'Syria',
    'Venezuela',
  ];
  const sentence = (names: readonly string[]) =>
    `A license is required to export to ${new Intl.ListFormat('en').format(names)}, whatever its value.`;
  const section = (names: readonly string[], style: Style = PLAIN) =>
    readingOf('746', sectionXml('746', '746.8', ['General.', sentence(names)], style));
  const list = fc.subarray(COUNTRIES, { minLength: 1 });

  it('tells each country it names anew or no longer, and nothing of their order', () => {
    const order = list.chain((names) => fc.shuffledSubarray(names, { minLength: names.length }));
    fc.assert(
      fc.property(list, order, styles, (old, now, style) => {
        const told = alerting(diffTexts(section(old), section(now, style))).map(
          ({ type, subject, direction }) => `${type} ${subject.label} ${direction}`,
        );
        const expected = [
          ...now.filter((name) => !old.includes(name)).map((name) => `country.scope_extended ${name} tighten`),
          ...old.filter((name) => !now.includes(name)).map((name) => `country.removed ${name} loosen`),
        ];
        expect(told.toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 300 },
    );
  });
});
