import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { controlListXml } from './ccl.fixture.ts';
import { ecfrText } from './family.ts';
import { appendixXml, partSource, partXml, provisionsOf, readXml, sectionXml, tableXml } from './part.fixture.ts';

const PART_744 = partSource(15, '744');
const XML = partXml(
  '744',
  sectionXml('744.23', '&#x201C;Supercomputer&#x201D; end use controls.', '<P>(a) General prohibition.</P>'),
);

describe('a part of the CFR', () => {
  it('is not believed when its layout changed, it is another part, or a page stands in for it', () => {
    const bare =
      '<?xml version="1.0"?><DIV5 N="744" TYPE="PART"><ARTICLE><P>(a) General prohibition.</P></ARTICLE></DIV5>';
    expect(readXml(PART_744, bare)).toMatchObject({ kind: 'structure_changed' });
    expect(readXml(PART_744, XML.replace('N="744"', 'N="745"'))).toMatchObject({ kind: 'structure_changed' });
    expect(readXml(PART_744, '<!doctype html><title>Request Access</title>')).toMatchObject({
      kind: 'structure_changed',
    });
  });

  it('is not believed at any length short of its end', () => {
    const whole = partXml('774', controlListXml());
    const source = partSource(15, '774');
    for (let end = 60; end < whole.length - 10; end += 997) {
      expect(readXml(source, whole.slice(0, end)).kind).not.toBe('read');
    }
  });

  it('reads the same bytes to the same provisions', () => {
    expect(provisionsOf(PART_744, XML)).toEqual(provisionsOf(PART_744, XML));
  });

  it('leaves the rows of party lists to their own reader, and reads the words around them', () => {
    const list = appendixXml(
      'Supplement No. 4 to Part 744',
      'Entity List',
      '<P>This Supplement lists certain entities.</P>',
      tableXml(['Country', 'Entity'], [['CHINA', 'Acme']]),
      '<FTNT><P><SU>4</SU> For this entity, see &#xA7; 734.9(e)(2).</P></FTNT>',
    );
    const license = appendixXml(
      'Supplement No. 7 to Part 744',
      'Temporary General License',
      '<P>(a) Effective May 20, 2019.</P>',
    );
    const provisions = provisionsOf(PART_744, partXml('744', list, license));
    expect(provisions.map(({ label, instrumentId }) => [label, instrumentId])).toEqual([
      ['Supplement No. 4 to Part 744', 'US-EL'],
      ['Supplement No. 4 to Part 744 Footnote 4', 'US-EL'],
      ['Supplement No. 7 to Part 744', 'US-TGL'],
      ['Supplement No. 7 to Part 744(a)', 'US-TGL'],
    ]);
  });

  it('holds hostile text to text', () => {
    const hostile = '<P>(a) <script>alert(1)</script>&lt;script&gt; \uE000(1)\uE001 General.</P>';
    const text = provisionsOf(PART_744, partXml('744', sectionXml('744.1', 'General.', hostile)))[1]?.text;
    expect(text).toBe('<script> (1) General.');
    const bomb =
      '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><DIV5 N="744"><P>&b;</P></DIV5>';
    expect(readXml(PART_744, bomb).kind).not.toBe('read');
  });

  it('answers any bytes with an outcome', () => {
    const piece = fc.constantFrom(
      '<P>',
      '</P>',
      '(a)',
      '(i)',
      '* ',
      'a.1. ',
      '<I>',
      '</I>',
      '<TD/>',
      '<TR>',
      '</TR>',
      'text',
      '&#x2014;',
      '<HD1>',
      '</HD1>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.string(), (pieces, noise) => {
        const outcome = readXml(PART_744, partXml('744', sectionXml('744.1', 'General.', pieces.join(''), noise)));
        return ['read', 'implausible', 'structure_changed'].includes(outcome.kind);
      }),
    );
  });
});

describe('the official page of a subject', () => {
  it.each([
    [15, '734', '§ 734.4(a)(6)', 'https://www.ecfr.gov/current/title-15/section-734.4#p-734.4(a)(6)'],
    [48, '52', '52.204-25(b)(1)', 'https://www.ecfr.gov/current/title-48/section-52.204-25#p-52.204-25(b)(1)'],
    [
      15,
      '774',
      '3A090.a.1',
      'https://www.ecfr.gov/current/title-15/part-774/appendix-Supplement%20No.%201%20to%20Part%20774',
    ],
    [22, '121', 'Category XI(a)(3)', 'https://www.ecfr.gov/current/title-22/section-121.1'],
    [
      15,
      '734',
      'Supplement No. 2 to Part 734(a)',
      'https://www.ecfr.gov/current/title-15/part-734/appendix-Supplement%20No.%202%20to%20Part%20734',
    ],
    [15, '734', 'anything else', 'https://www.ecfr.gov/current/title-15'],
  ])('is found for %i CFR %s %s', (title, part, label, url) => {
    expect(ecfrText.link(partSource(title, part), label)).toBe(url);
  });
});
