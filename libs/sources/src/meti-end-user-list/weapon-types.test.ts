import { describe, expect, it } from 'vitest';
import { weaponTypes } from './weapon-types.ts';

describe('weaponTypes', () => {
  it.each([
    ['生物、化学、ミサイル、核\nB,C,M,N', 'B,C,M,N'],
    ['生物、化学、ミサイ\nル、核\nB,C,M,N', 'B,C,M,N'],
    ['ミサイル、核\nM、N', 'M,N'],
    ['ミサイルM', 'M'],
    ['核\nＮ', 'N'],
    ['核\nN ', 'N'],
    ['核', 'N'],
    ['C,B', 'B,C'],
    ['', ''],
  ])('reads %j as %s', (cell, letters) => {
    expect(weaponTypes(cell)).toBe(letters);
  });

  it('keeps the words of a type it does not know', () => {
    expect(weaponTypes('放射性物質\nR')).toBe('放射性物質 R');
  });
});
