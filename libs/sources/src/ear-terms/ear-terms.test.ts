import { describe, expect, it } from 'vitest';
import { splitFootnotes } from './footnote-designations.ts';
import { splitCitations } from './register-citations.ts';

describe('splitFootnotes', () => {
  it.each([
    ['For all items subject to the EAR. (See §§ 734.9(g),3 746.8(a)(3), and 744.21(b) of the EAR)', ['3']],
    ['For all items subject to the EAR, see §§ 734.9(e)1 and 744.11 of the EAR2', ['1', '2']],
    ['For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR) 4', ['4']],
    ['For all items subject to the EAR. (See §§ 734.9(e)(2) and 744.11 of the EAR)  4', ['4']],
    ['For all items subject to the EAR (See §§734.9(g)3, 746.8(a)(3), and 744.2l(b) of the EAR)', ['3']],
    ['All items subject to the EAR, except EAR99 items. (See § 744.11 of the EAR)', []],
    ['For all items subject to the EAR (See §§ 734.9(g), 746.8(a)(3) of the EAR)', []],
  ])('reads %s', (text, footnotes) => {
    expect(splitFootnotes(text).footnotes).toEqual(footnotes);
  });

  it('leaves the same text with and without a designation', () => {
    const plain = 'For all items subject to the EAR. (See § 744.11 of the EAR)';
    expect(splitFootnotes(`${plain}4`)).toEqual({ text: plain, footnotes: ['4'] });
    expect(splitFootnotes(plain).text).toBe(plain);
  });
});

describe('splitCitations', () => {
  it('splits a cell where each citation begins, whatever separates them', () => {
    expect(splitCitations('66 FR 24266, 5/14/01.\n75 FR 78883, 12/17/10; 81 FR 64696, 9/20/16.')).toEqual([
      '66 FR 24266, 5/14/01.',
      '75 FR 78883, 12/17/10',
      '81 FR 64696, 9/20/16.',
    ]);
  });

  it('keeps a citation of another form whole and an empty cell empty', () => {
    expect(splitCitations('Vol. 88, No. 151, 08/08/2023')).toEqual(['Vol. 88, No. 151, 08/08/2023']);
    expect(splitCitations(' ')).toEqual([]);
  });
});
