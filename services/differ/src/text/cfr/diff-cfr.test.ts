import { describe, expect, it } from 'vitest';
import { diffTexts } from '../diff-texts.ts';
import { type CfrUnit, lines, part, toldWith } from './part-in-words.fixture.ts';

const told = (before: readonly CfrUnit[], after: readonly CfrUnit[]) =>
  toldWith(diffTexts(part(...before), part(...after)));

const ICS = lines(
  '3A090: Integrated circuits as follows (see List of Items Controlled).',
  '3A090.a: Integrated circuits having one or more digital processing units having either of the following:',
  "3A090.a.1: A 'total processing performance' of 4800 or more; or",
  "3A090.a.2: A 'total processing performance' of 1600 or more and a 'performance density' of 5.92 or more.",
);
const with_ = (units: readonly CfrUnit[], label: string, over: Partial<CfrUnit>) =>
  units.map((unit) => (unit.label === label ? { ...unit, ...over } : unit));

describe('an item of the Commerce Control List', () => {
  it('whose limit moved is told with both values, its operator and what that does', () => {
    const [change, ...rest] = diffTexts(
      part(...ICS),
      part(...with_(ICS, '3A090.a.1', { text: "A 'total processing performance' of 2400 or more; or" })),
    );
    expect(rest).toEqual([]);
    expect(change).toMatchObject({
      type: 'item.parameter_changed',
      subject: { kind: 'item', label: '3A090.a.1' },
      direction: 'tighten',
      before: { text: "A 'total processing performance' of 4800 or more; or" },
      after: { parameter: 'total processing performance', operator: '>=', oldValue: 4800, newValue: 2400, unit: '' },
    });
  });

  it('whose limit moved without a comparator is told with an open direction, for a person to check', () => {
    const of = (value: number) => lines(`6A005.b: Lasers with an output wavelength of ${value} nm;`);
    expect(diffTexts(part(...of(976)), part(...of(980)))[0]).toMatchObject({
      type: 'item.parameter_changed',
      direction: 'unknown',
      needsReview: true,
    });
  });

  it('that was renumbered is followed, and a limit that moved on the way is told under the new path (T5)', () => {
    const goods = (rows: readonly string[]) =>
      lines('3A001.b: Microwave items:', ...rows.map((text, at) => `3A001.b.${at + 1}: ${text}`));
    const tubes =
      'Traveling-wave tube devices, pulsed or continuous wave, operating at frequencies exceeding 31.8 GHz;';
    const lower = tubes.replace('31.8', '26.5');
    const filters = 'Electronically tunable band-pass filters with more than 5 tunable resonators;';
    const newcomer = 'Signal analyzers with a 3 dB resolution bandwidth, as follows:';
    const changes = diffTexts(part(...goods([tubes, filters])), part(...goods([newcomer, lower, filters])));
    expect(toldWith(changes).toSorted()).toEqual([
      'item.added · 3A001.b.1 · tighten',
      'item.parameter_changed · 3A001.b.2 · tighten',
    ]);
    expect(changes.filter(({ type }) => type === 'item.redesignated').map(({ subject }) => subject.label)).toEqual([
      '3A001.b.2',
      '3A001.b.3',
    ]);
  });

  it('says nothing of what is printed otherwise: quotes, spaces, soft hyphens, page breaks (T19)', () => {
    const other = with_(ICS, '3A090.a.1', {
      text: 'A\u00A0‘total proc\u00ADessing [[Page 460]] performance’ of 4800 or more; or',
    });
    expect(diffTexts(part(...ICS), part(...other))).toEqual([]);
  });

  it('takes [Reserved] for an empty place: never a removal, and words in it for an addition (T14)', () => {
    const reserved = [...ICS, ...lines('3A090.c: [Reserved]')];
    expect(told(reserved, ICS)).toEqual([]);
    expect(told(ICS, reserved)).toEqual([]);
    const filled = [
      ...ICS,
      ...lines('3A090.c: High bandwidth memory having a memory bandwidth density greater than 2.'),
    ];
    expect(told(reserved, filled)).toEqual(['item.added · 3A090.c · tighten']);
  });

  it('is told by its note: a note that came, went or changed is a change of the item', () => {
    const note = (text: string): CfrUnit => ({ label: '3A090 Note 1', parent: '3A090', aspect: 'note', text });
    const first = note('Integrated circuits specified by 3A090 include graphical processing units.');
    const more = note('Integrated circuits specified by 3A090 include graphical and tensor processing units.');
    expect(told([...ICS, first], [...ICS, more])).toEqual(['item.text_changed · 3A090 · unknown']);
    expect(told(ICS, [...ICS, first])).toEqual(['item.text_changed · 3A090 · unknown']);
    expect(told([...ICS, first], ICS)).toEqual(['item.text_changed · 3A090 · unknown']);
  });

  it('that left the list beside a new pointer to the other list is transferred, not removed', () => {
    const satellites = lines(
      'Category XV: Spacecraft',
      'Category XV(a): Spacecraft, as follows:',
      'Category XV(a)(1): Communications satellites with anti-jam capability;',
    );
    const usml = satellites.map((unit) => ({ ...unit, instrumentId: 'US-USML' }));
    const gone = usml.slice(0, 2);
    const pointer = {
      label: 'Category XV(a) Note 1',
      parent: 'Category XV(a)',
      aspect: 'note' as const,
      instrumentId: 'US-USML',
      text: 'Communications satellites are subject to the EAR; see ECCN 9A515.',
    };
    expect(told(usml, gone)).toEqual(['item.removed · Category XV(a)(1) · loosen']);
    expect(told(usml, [...gone, pointer])).toContain('item.jurisdiction_transferred · Category XV(a)(1) · loosen');
  });
});

describe('the License Requirements and exceptions of an entry', () => {
  const reason = (at: number, text: string): CfrUnit => ({
    label: `3A090 license requirements${at === 1 ? '' : ` [${at}]`}`,
    parent: '3A090',
    aspect: 'reason_for_control',
    text,
  });
  const exception = (code: string, text: string): CfrUnit => ({
    label: `3A090 ${code}`,
    parent: '3A090',
    aspect: 'license_exception',
    text,
  });
  const entry = [
    ...ICS,
    reason(1, 'Reason for Control: RS, AT'),
    reason(2, 'RS applies to entire entry | RS Column 1'),
    exception('LVS', '$3000'),
    exception('GBS', 'N/A'),
  ];

  it('are told once for the entry when a reason came, and not when rows changed places', () => {
    const more = [
      ...ICS,
      reason(1, 'Reason for Control: NS, RS, AT'),
      reason(2, 'NS applies to entire entry | NS Column 2'),
      reason(3, 'RS applies to entire entry | RS Column 1'),
      ...entry.slice(-2),
    ];
    const [change, ...rest] = diffTexts(part(...entry), part(...more));
    expect(rest).toEqual([]);
    expect(change).toMatchObject({
      type: 'item.reason_for_control_changed',
      subject: { label: '3A090' },
      direction: 'tighten',
      before: { reasons: 'RS, AT' },
      after: {
        reasons: 'NS, RS, AT',
        text: 'Reason for Control: NS, RS, AT\nNS applies to entire entry | NS Column 2',
      },
    });
    const shuffled = [
      ...ICS,
      reason(1, 'RS applies to entire entry | RS Column 1'),
      reason(2, 'Reason for Control: RS, AT'),
      ...entry.slice(-2),
    ];
    expect(told(entry, shuffled)).toEqual([]);
  });

  it.each([
    ['eligibility that went', exception('LVS', 'N/A'), 'tighten'],
    ['a lower amount', exception('LVS', '$1,500'), 'tighten'],
    ['a higher amount', exception('LVS', '$5000'), 'loosen'],
    ['other conditions', exception('LVS', '$3000, except N/A for 3A090.b'), 'unknown'],
  ])('are told by exception, with %s', (_, line, direction) => {
    const changed = with_(entry, '3A090 LVS', line);
    expect(diffTexts(part(...entry), part(...changed))).toMatchObject([
      {
        type: 'item.exception_eligibility_changed',
        subject: { label: '3A090' },
        direction,
        before: { licenseException: 'LVS', eligibility: '$3000' },
      },
    ]);
  });

  it('go with their entry when it is added or removed', () => {
    expect(told([], entry)).toEqual(['item.added · 3A090 · tighten']);
    expect(told(entry, [])).toEqual(['item.removed · 3A090 · loosen']);
  });
});

describe('a rule of the CFR', () => {
  const deMinimis = (share: number) =>
    lines(
      '§ 734.4(c): 10% De Minimis Rule. The following reexports are not subject to the EAR when made to any country in the world.',
      `§ 734.4(c)(1): Reexports of a foreign-made commodity incorporating controlled U.S.-origin commodities valued at ${share}% or less of the total value of the foreign-made commodity.`,
    );

  it('whose share moved is a threshold, and below a relief a lower share tightens', () => {
    expect(diffTexts(part(...deMinimis(25)), part(...deMinimis(10)))).toMatchObject([
      {
        type: 'threshold.changed',
        subject: { kind: 'threshold', label: '§ 734.4(c)(1)' },
        direction: 'tighten',
        after: { oldValue: 25, newValue: 10, unit: '%', operator: '<=' },
      },
    ]);
  });

  it('whose number moved where no word says that it binds is told with an open direction', () => {
    const term = (share: number) =>
      lines(`§ 850.9(a): The term means a person that holds ${share} percent or more of the voting interest.`);
    expect(diffTexts(part(...term(50)), part(...term(25)))[0]).toMatchObject({
      direction: 'unknown',
      needsReview: true,
    });
    const ban = (share: number) =>
      lines(`§ 850.9(a): A person that holds ${share} percent or more of the voting interest must notify.`);
    expect(diffTexts(part(...ban(50)), part(...ban(25)))[0]).toMatchObject({ direction: 'tighten' });
  });

  it('whose fine rose is a penalty', () => {
    const fine = (amount: string) => lines(`§ 127.3(a): A fine for each violation of not more than $${amount}.`);
    expect(diffTexts(part(...fine('1,000,000')), part(...fine('1,200,000')))).toMatchObject([
      { type: 'penalty.changed', direction: 'tighten', after: { oldValue: 1_000_000, newValue: 1_200_000, unit: '$' } },
    ]);
  });

  it('that names other items or country groups changed its scope', () => {
    const scope = (items: string) =>
      lines(`§ 734.9(h)(1): The foreign-produced item is specified in ECCN ${items} of the Commerce Control List.`);
    expect(diffTexts(part(...scope('3A090 or 4A090')), part(...scope('3A090, 3B001, or 4A090')))).toMatchObject([
      {
        type: 'rule.scope_changed',
        subject: { label: '§ 734.9(h)(1)' },
        after: { named: ['3B001'], noLongerNamed: [] },
      },
    ]);
  });

  it('that moved to another section with changed words is told as moved, with what changed (T22)', () => {
    const words =
      'The foreign-produced item is a direct product of U.S.-origin technology or software subject to the EAR that is specified in a listed ECCN and destined to a party with a footnote 1 designation.';
    const scattered = lines('§ 744.1: General.', `§ 744.1(b): ${words}`, '§ 744.9: Restrictions.');
    const gathered = (text: string) => lines('§ 744.1: General.', '§ 744.9: Restrictions.', `§ 744.9(e): ${text}`);
    const [moved, ...rest] = diffTexts(part(...scattered), part(...gathered(words.replace('U.S.-origin ', ''))));
    expect(rest).toEqual([]);
    expect(moved).toMatchObject({
      type: 'rule.relocated',
      alerting: true,
      subject: { label: '§ 744.9(e)' },
      before: { label: '§ 744.1(b)' },
      after: { textDelta: { added: words.replace('U.S.-origin ', '') } },
    });
    const [same] = diffTexts(part(...scattered), part(...gathered(words)));
    expect(same).toMatchObject({ type: 'rule.relocated', alerting: false });
    expect(same?.after).not.toHaveProperty('textDelta');
  });

  it('that vanished under a note of its suspension is suspended, and reinstated when it returns (T13)', () => {
    const note =
      'At 90 FR 50857, Nov. 12, 2025, § 744.11(a)(1) was suspended, effective Nov. 10, 2025, through Nov. 9, 2026.';
    const root = lines('§ 744.11: License requirements that apply to entities.', '§ 744.11(a): License requirement.');
    const owned = lines(
      '§ 744.11(a)(1): Any entity at least 50 percent owned by one or more listed entities is subject to the same requirements.',
    );
    const noted = with_(root, '§ 744.11', { effectNote: note });
    const [suspended, ...rest] = diffTexts(part(...root, ...owned), part(...noted));
    expect(rest).toEqual([]);
    expect(suspended).toMatchObject({
      type: 'rule.suspended',
      subject: { label: '§ 744.11(a)(1)' },
      stage: 'stayed',
      dates: { effectiveFrom: '2025-11-10', effectiveTo: '2026-11-09' },
      lineage: { citation: ['90 FR 50857'] },
    });
    expect(told(noted, [...root, ...owned])).toEqual(['rule.reinstated · § 744.11(a)(1) · unknown']);
    expect(told([...root, ...owned], root)).toEqual(['rule.removed · § 744.11(a)(1) · unknown']);
    const another = with_(root, '§ 744.11', { effectNote: note.replace('(a)(1)', '(c)') });
    expect(told([...root, ...owned], another)).toEqual(['rule.removed · § 744.11(a)(1) · unknown']);
  });

  it('keeps a note on a future amendment out of what is in force (T12)', () => {
    const root = lines('§ 744.11: License requirements.', '§ 744.11(a): License requirement.');
    const noted = with_(root, '§ 744.11', {
      effectNote: 'At 91 FR 1, Jan. 2, 2026, § 744.11 was amended by revising paragraph (a), effective July 1, 2026.',
    });
    expect(diffTexts(part(...root), part(...noted))).toEqual([]);
  });

  it('whose citations only follow a renumbering is recorded, and one that cites another section is told', () => {
    const cites = (section: string) => lines(`§ 744.1(a): See ${section} for end-user controls.`);
    expect(told(cites('§ 744.21'), cites('§ 744.22'))).toEqual(['rule.text_changed · § 744.1(a) · unknown']);
    const elsewhere = (label: string, section: string) => [
      ...cites(section),
      ...lines(`${label}: Restrictions on certain military end uses in listed countries.`),
    ];
    expect(told(elsewhere('§ 744.30', '§ 744.21'), elsewhere('§ 744.31', '§ 744.22'))).toEqual([
      'rule.text_changed · § 744.1(a) · unknown',
    ]);
    const renumbered = (label: string, section: string) => [
      ...cites(section),
      ...lines(`${label}: Restrictions on certain military end uses in listed countries.`),
    ];
    expect(told(renumbered('§ 744.21', '§ 744.21'), renumbered('§ 744.22', '§ 744.22'))).toEqual([]);
  });

  it('under a number that now is another instrument went, and the other came (T9)', () => {
    const license = [
      {
        label: 'Supplement No. 7 to Part 744',
        text: 'Temporary General License for named persons, subject to conditions.',
        instrumentId: 'US-TGL',
      },
    ];
    const list = [
      {
        label: 'Supplement No. 7 to Part 744',
        text: 'Military End-User List: the listed persons require a license.',
        instrumentId: 'US-MEU',
      },
    ];
    expect(told(license, list).toSorted()).toEqual([
      'rule.added · Supplement No. 7 to Part 744 · unknown',
      'rule.removed · Supplement No. 7 to Part 744 · unknown',
    ]);
  });
});

describe('the source note of a section', () => {
  it('joins a change to the document that made it, by the citation that came with it', () => {
    const section = (share: number, ...amendedBy: readonly string[]): readonly CfrUnit[] => [
      { label: '§ 734.4', text: 'De minimis U.S. content.', amendedBy },
      { label: '§ 734.4(d)', parent: '§ 734.4', text: `Software valued at ${share}% or less.` },
    ];
    const [change] = diffTexts(part(...section(25, '61 FR 12746')), part(...section(10, '61 FR 12746', '89 FR 96801')));
    expect(change?.lineage).toEqual({ citation: ['89 FR 96801'] });
    const [list] = diffTexts(
      part(
        { label: 'Supplement No. 1 to Part 774', text: '', instrumentId: 'US-CCL', amendedBy: ['61 FR 12920'] },
        ...ICS.map((unit) => ({ ...unit, instrumentId: 'US-CCL' })),
      ),
      part(
        {
          label: 'Supplement No. 1 to Part 774',
          text: '',
          instrumentId: 'US-CCL',
          amendedBy: ['61 FR 12920', '89 FR 96836'],
        },
        ...ICS.slice(0, 3).map((unit) => ({ ...unit, instrumentId: 'US-CCL' })),
      ),
    );
    expect(list).toMatchObject({ type: 'item.removed', lineage: { citation: ['89 FR 96836'] } });
  });
});

describe('the countries of a rule', () => {
  it('are told one by one, by what being named means there', () => {
    const restricted = (names: string) => lines(`§ 746.8(a): A license is required to export to ${names}.`);
    expect(told(restricted('Russia or Belarus'), restricted('Russia, Belarus, or Macau'))).toEqual([
      'country.scope_extended · Macau · tighten',
    ]);
    expect(told(restricted('Russia or Belarus'), restricted('Russia'))).toEqual(['country.removed · Belarus · loosen']);
    const excepted = (names: string) => lines(`§ 742.6(a): A license is required to all destinations except ${names}.`);
    expect(told(excepted('Canada'), excepted('Canada and Japan'))).toEqual([
      'country.exemption_added · Japan · loosen',
    ]);
    const state = (names: string) => lines(`§ 800.218: The term excepted foreign state means ${names}.`);
    expect(
      told(
        state('Australia, Canada, and the United Kingdom'),
        state('Australia, Canada, New Zealand, and the United Kingdom'),
      ),
    ).toEqual(['country.exemption_added · New Zealand · loosen']);
  });

  it('are asked about where the text does not settle what being named means', () => {
    const named = (names: string) => lines(`§ 738.3(b): The following are listed: ${names}.`);
    expect(diffTexts(part(...named('Chad')), part(...named('Chad and Mali')))).toMatchObject([
      { type: 'country.added', direction: 'unknown', needsReview: true, after: { country: 'ML' } },
    ]);
  });

  it('are told beside the other words that changed', () => {
    const before = lines('§ 746.8(a): A license is required to export to Russia.');
    const after = lines('§ 746.8(a): A license is required to export, reexport, or transfer to Russia or Belarus.');
    expect(told(before, after)).toEqual([
      'rule.text_changed · § 746.8(a) · unknown',
      'country.scope_extended · Belarus · tighten',
    ]);
  });

  it('are told by row where a table lists them', () => {
    const table = (...names: readonly string[]) => [
      ...lines(
        '§ 126.1(d): It is the policy of the United States to deny licenses for the countries in the following table.',
      ),
      ...names.map((name) => ({
        label: `§ 126.1(d) row ${name}`,
        parent: '§ 126.1(d)',
        text: `${name} | See also paragraph (g).`,
      })),
    ];
    expect(told(table('Belarus', 'China'), table('Belarus', 'China', 'Nicaragua'))).toEqual([
      'country.scope_extended · Nicaragua · tighten',
    ]);
    expect(told(table('Belarus', 'Cyprus'), table('Belarus'))).toEqual(['country.removed · Cyprus · loosen']);
  });
});

describe('the tables of countries', () => {
  const country = (
    list: string,
    name: string,
    code: string,
    marks: readonly string[],
    markEffect: 'tighten' | 'by_group',
  ): CfrUnit => ({
    kind: 'country',
    label: `${list} ${name}`,
    list,
    text: name,
    country: code,
    marks,
    markEffect,
  });
  const chart = (...marks: readonly string[]) => [country('Commerce Country Chart', 'Mexico', 'MX', marks, 'tighten')];
  const groups = (...marks: readonly string[]) => [country('Country Groups', 'Nicaragua', 'NI', marks, 'by_group')];

  it.each([
    ['an X more', chart('NS 1'), chart('NS 1', 'RS 2'), 'tighten'],
    ['an X fewer', chart('NS 1', 'RS 2'), chart('RS 2'), 'loosen'],
    ['an X that moved', chart('NS 1'), chart('NS 2'), 'mixed'],
    ['a footnote', chart('NS 1'), chart('NS 1', 'footnote 3'), 'unknown'],
    ['a move from group B to D:5', groups('B'), groups('D:5'), 'tighten'],
    ['a way into group A:5', groups('B'), groups('A:5', 'B'), 'loosen'],
  ])('tell %s as a changed group', (_, before, after, direction) => {
    expect(diffTexts(part(...before), part(...after))).toMatchObject([{ type: 'country.group_changed', direction }]);
  });

  it('say which marks came and went, and nothing of their order', () => {
    expect(diffTexts(part(...groups('B', 'D:1')), part(...groups('D:1', 'D:5')))).toMatchObject([
      {
        before: { group: 'B, D:1', country: 'NI' },
        after: { group: 'D:1, D:5', marksAdded: ['D:5'], marksRemoved: ['B'] },
      },
    ]);
    expect(diffTexts(part(...groups('B', 'D:1')), part(...groups('D:1', 'B')))).toEqual([]);
  });

  it('tell a country that came into a table or left it', () => {
    expect(told([], groups('D:5'))).toEqual(['country.added · Nicaragua · tighten']);
    expect(told(groups('D:5'), [])).toEqual(['country.removed · Nicaragua · loosen']);
  });
});
