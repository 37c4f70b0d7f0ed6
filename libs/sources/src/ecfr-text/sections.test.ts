import { describe, expect, it } from 'vitest';
import { partSource, partXml, printedOf, provisionsOf, sectionXml, tableXml } from './part.fixture.ts';

const PART_734 = partSource(15, '734');
const read = (...blocks: readonly string[]) =>
  provisionsOf(PART_734, partXml('734', sectionXml('734.4', '<I>De minimis</I> U.S. content.', ...blocks)));

describe('a section of the CFR', () => {
  it('is read by paragraph, each under the one it stands in', () => {
    const provisions = read(
      '<P>(a) <I>Items for which there is no</I> de minimis <I>level.</I> (1) There is no <I>de minimis</I> level for computers.</P>',
      '<P>(6)(i) There is no <I>de minimis</I> level for foreign military commodities.</P>',
      '<P>(ii) When destined to a country listed in Country Group D:5.</P>',
      '<P>(iii) Of any origin.</P>',
      '<P>(b) <I>Special requirements.</I></P>',
      '<P>(c) <I>10% De Minimis Rule.</I> Reexports valued at 10% or less of the total value.</P>',
    );
    expect(provisions.map(({ label, parent }) => [label, parent])).toEqual([
      ['§ 734.4', undefined],
      ['§ 734.4(a)', '§ 734.4'],
      ['§ 734.4(a)(1)', '§ 734.4(a)'],
      ['§ 734.4(a)(6)', '§ 734.4(a)'],
      ['§ 734.4(a)(6)(i)', '§ 734.4(a)(6)'],
      ['§ 734.4(a)(6)(ii)', '§ 734.4(a)(6)'],
      ['§ 734.4(a)(6)(iii)', '§ 734.4(a)(6)'],
      ['§ 734.4(b)', '§ 734.4'],
      ['§ 734.4(c)', '§ 734.4'],
    ]);
    expect(provisions.at(-1)).toMatchObject({
      kind: 'rule',
      text: '10% De Minimis Rule. Reexports valued at 10% or less of the total value.',
      locator: '15 CFR 734.4(c)',
      instrumentId: 'US-DEMIN',
    });
    expect(provisions[0]).toMatchObject({ amendedBy: ['61 FR 12746', '89 FR 96801'] });
  });

  it('opens no paragraph at a number within a sentence', () => {
    const labels = read('<P>(a) <I>Scope.</I> You may (1) export and (2) reexport.</P>').map(({ label }) => label);
    expect(labels).toEqual(['§ 734.4', '§ 734.4(a)']);
  });

  it('tells the fifth level from the second by italics', () => {
    const labels = read(
      '<P>(a) A.</P><P>(1) B.</P><P>(i) C.</P><P>(A) D.</P><P>(<I>1</I>) E.</P><P><I>(2)</I> F.</P><P>(2) G.</P>',
    ).map(({ label }) => label);
    expect(labels.slice(-3)).toEqual(['§ 734.4(a)(1)(i)(A)(1)', '§ 734.4(a)(1)(i)(A)(2)', '§ 734.4(a)(2)']);
  });

  it('leaves out what is no rule: sources, editorial and effective-date notes, links to amendments, elisions', () => {
    const provisions = read(
      '<XREF ID="20260701" REFID="12">Link to an amendment published at 91 FR 40281, July 1, 2026.</XREF>',
      '<P>(a) There is no <I>de minimis</I> level.</P>',
      '<P>* * * * *</P>',
      '<P>(b)-(d) [Reserved]</P>',
      '<P>(e) Keep records.</P>',
      '<EDNOTE><HED>Editorial Note:</HED><PSPACE>For citations affecting § 734.4, see the List of CFR Sections Affected.</PSPACE></EDNOTE>',
      '<EFFDNOT><HED>Effective Date Note:</HED><PSPACE>At 90 FR 50857, Nov. 12, 2025, § 734.4(a) was suspended.</PSPACE></EFFDNOT>',
    );
    expect(printedOf(provisions)).toEqual([
      '§ 734.4: ',
      '§ 734.4(a): There is no de minimis level.',
      '§ 734.4(e): Keep records.',
    ]);
    expect(provisions[0]?.effectNote).toContain('was suspended');
  });

  it('keeps a line without designation, a note, a footnote and a table row with the paragraph they stand in', () => {
    const provisions = read(
      '<P>Introduction<SU>1</SU> of 10 cm<sup>3</sup>.</P>',
      '<P>(a) First.</P>',
      '<P>Continued.</P>',
      '<NOTE><HED>Note 2 to paragraph (a):</HED><P>An explanation.</P></NOTE>',
      '<FTNT><P><SU>1</SU> A footnote.</P></FTNT>',
      tableXml(
        ['Country', 'Since'],
        [
          ['Belarus', '2021'],
          ['', ''],
          ['Cuba', ''],
        ],
      ),
      '<P>After the table.</P>',
    );
    expect(printedOf(provisions)).toEqual([
      '§ 734.4: Introduction of 10 cm^3.',
      '§ 734.4(a): First.\nContinued.\nAfter the table.',
      '§ 734.4(a) Note 2: An explanation.',
      '§ 734.4(a) Footnote 1: A footnote.',
      '§ 734.4(a) row Belarus: Belarus | 2021',
      '§ 734.4(a) row Cuba: Cuba | ',
    ]);
    expect(provisions[2]).toMatchObject({ aspect: 'note', parent: '§ 734.4(a)' });
  });

  it('gives every provision a label of its own, whatever is printed twice', () => {
    const labels = read('<P>(a) One.</P><P>(a) Another.</P>').map(({ label }) => label);
    expect(new Set(labels).size).toBe(labels.length);
  });

  it('says nothing of a reserved section, and reads a clause of the FAR without a section sign', () => {
    const clause = `<DIV8 N="52.204-25" TYPE="SECTION"><HEAD>52.204-25 Prohibition on Contracting.</HEAD><P>(a) <I>Definitions.</I> As used in this clause&#x2014;</P><P>(b) <I>Prohibition.</I> (1) Section 889(a)(1)(A).</P></DIV8>`;
    const source = partSource(48, '52', { sections: ['52.204-25', '52.204-26'] });
    const xml = partXml('52', clause, sectionXml('52.204-24', 'Representation.', '<P>(a) Not asked for.</P>'));
    const provisions = provisionsOf(source, xml);
    expect(provisions.map(({ label }) => label)).toEqual([
      '52.204-25',
      '52.204-25(a)',
      '52.204-25(b)',
      '52.204-25(b)(1)',
    ]);
    expect(provisions[0]?.instrumentId).toBe('US-889');
    const reserved = partXml(
      '734',
      sectionXml('734.5', '[Reserved]'),
      sectionXml('734.6', 'Assistance.', '<P>Ask.</P>'),
    );
    expect(printedOf(provisionsOf(PART_734, reserved))).toEqual(['§ 734.6: Ask.']);
  });
});

describe('the U.S. Munitions List', () => {
  const usml = (...blocks: readonly string[]) =>
    provisionsOf(
      partSource(22, '121'),
      partXml('121', sectionXml('121.1', 'The United States Munitions List.', ...blocks)),
    );

  it('is read by category and paragraph, with asterisks and designations kept', () => {
    const provisions = usml(
      '<P>The articles below are defense articles.</P>',
      '<HD1>Category XI&#x2014;Military Electronics</HD1>',
      '<P>(a) Electronic equipment and systems not included in Category XII, as follows:</P>',
      '<P>* (3) Radar systems and equipment, as follows:</P>',
      '<P>(i) Airborne radar;</P>',
      '<P>(ii) Synthetic Aperture Radar incorporating image resolution less than (better than) 0.3 m (MT);</P>',
      '<NOTE><HED>Note 1 to paragraph (a)(3):</HED><P>This paragraph does not control weather radar.</P></NOTE>',
      '<P>(b)-(w) [Reserved]</P>',
      '<HD1>Category XIII&#x2014; Materials and Miscellaneous Articles</HD1>',
      '<P>(a) [Reserved]</P>',
      '<P>*(b) Information security systems.</P>',
    );
    expect(printedOf(provisions.filter(({ kind }) => kind === 'item'))).toEqual([
      'Category XI: ',
      'Category XI(a): Electronic equipment and systems not included in Category XII, as follows:',
      'Category XI(a)(3): * Radar systems and equipment, as follows:',
      'Category XI(a)(3)(i): Airborne radar;',
      'Category XI(a)(3)(ii): Synthetic Aperture Radar incorporating image resolution less than (better than) 0.3 m (MT);',
      'Category XI(a)(3) Note 1: This paragraph does not control weather radar.',
      'Category XIII: ',
      'Category XIII(b): * Information security systems.',
    ]);
    expect(provisions[0]).toMatchObject({ kind: 'rule', label: '§ 121.1', instrumentId: 'US-USML' });
  });
});
