import { describe, expect, it } from 'vitest';
import { type ControlPath, relateControls } from './control-path.ts';
import { eccnPath, eccnsIn } from './eccn-path.ts';
import { jpItemPath } from './jp-item-path.ts';
import { usmlPath } from './usml-path.ts';

function relation(declared: ControlPath | undefined, changed: ControlPath | undefined) {
  if (declared === undefined || changed === undefined) throw new Error('the case names no item');
  return relateControls(declared, changed);
}

describe('relateControls', () => {
  it.each([
    ['3A001.a.1', '3A001.a.1', 'equal'],
    ['3A001.a.1', '3A001', 'below'],
    ['3A*', '3A090.a', 'above'],
    ['3A090.*', '3A090', 'above'],
    ['3A090', '3A090.a', 'above'],
    ['9x515', '9A515.d', 'above'],
    ['0D*', '0D521', 'above'],
    ['3A001.a', '3A001.b', 'same heading'],
    ['3A001', '3A002', undefined],
    ['3A0*', '3A991', undefined],
    ['9x515', '9A610', undefined],
  ])('of ECCN %s to %s is %s', (declared, changed, expected) => {
    expect(relation(eccnPath(declared), eccnPath(changed))).toBe(expected);
  });

  it.each([
    ['XI(a)(3)', 'Category XI(a)(3)(xii)', 'above'],
    ['XI(a)(3)(xii)', 'XI(a)', 'below'],
    ['XI(a)', 'XI(b)', 'same heading'],
    ['XI(a)', 'XII(a)', undefined],
    ['XI*', 'XI(c)', 'above'],
  ])('of USML %s to %s is %s', (declared, changed, expected) => {
    expect(relation(usmlPath(declared), usmlPath(changed))).toBe(expected);
  });

  it.each([
    ['7の項(16)', '7の項(16)', 'equal'],
    ['七の項（十六）', '7の項(16)', 'equal'],
    ['別表第一の七の項', '7の項(10の2)', 'above'],
    ['7-(10-2)', '7の項(10の2)', 'equal'],
    ['7（10の2）', '別表第一の七の項（十の二）', 'equal'],
    ['3の2(2)10', '別表第一の三の二の項（二）１０', 'equal'],
    ['輸出令別表1/7/10の2', '7の項(10の2)', 'equal'],
    ['輸出令別表第一の一六の項', '16の項', 'equal'],
    ['3の2の項(2)10', '3の2の項(2)', 'below'],
    ['7の項(10)', '7の項(10の2)', 'same heading'],
    ['7の項(16)', '8の項', undefined],
    ['別表第二の三', '別表第二の三第二号の二ヘ(55)', 'above'],
    ['別表第二', '別表第二の三第二号', undefined],
  ])('of the Japanese item %s to %s is %s', (declared, changed, expected) => {
    expect(relation(jpItemPath(declared, 'JP_T1'), jpItemPath(changed, 'JP_T1'))).toBe(expected);
  });

  it('does not mix goods of the one order with technology of the other', () => {
    expect(relation(jpItemPath('7の項', 'JP_FX'), jpItemPath('7の項', 'JP_T1'))).toBeUndefined();
  });
});

describe('eccnPath', () => {
  it.each(['EAR99', '', '3A0901', '*', '3A.a', 'A3090', '../etc'])('does not read %j as an ECCN', (text) => {
    expect(eccnPath(text)).toBeUndefined();
  });
});

describe('eccnsIn', () => {
  it('finds each ECCN of a sentence once and no part of a longer word', () => {
    const found = eccnsIn('Adding ECCN 3A090 and 4A090.a; 3A090 again, model X3A0901 and 0D521 No. 1.');
    expect(found.map(({ printed }) => printed)).toEqual(['3A090', '4A090.a', '0D521']);
  });
});
