import { describe, expect, it } from 'vitest';
import { limitsOf } from './limit.ts';
import { movedLimits } from './moved-limits.ts';

describe('limitsOf', () => {
  it.each([
    ["A 'total processing performance' of 2400 or more and less than 4800", ['>= 2400 ', '< 4800 ']],
    ['an ambient temperature above 398 K (125 °C)', ['> 398 K', '> 125 °C']],
    ['an ambient temperature below 218 K (-55 °C)', ['< 218 K', '< -55 °C']],
    ['a caliber of .50 inches (12.7 mm) or less', ['<= 0.5 inches', '<= 12.7 mm']],
    ['image resolution less than (better than) 0.3 m (MT)', ['< 0.3 m']],
    ['a total dose of 5 × 10^3 Gy (silicon) or higher', ['>= 5000 Gy']],
    ['above 1.2 GHz but not exceeding 6.8 GHz', ['> 1.2 GHz', '<= 6.8 GHz']],
    ['a serial transceiver data rate of 500 Gb/s or greater', ['>= 500 Gb/s']],
    ['a stack of 12 layers or more', ['>= 12 ']],
    ['Inductance less than 20 nH', ['< 20 nH']],
    ['magnetic fields greater than 2 T', ['> 2 T']],
    ['any source of 37 GBq (1 Ci) or greater', ['>= 37 GBq', '>= 1 Ci']],
    ['a fine of not more than $1,000,000', ['<= 1000000 $']],
    ['a wavelength of 976 nm', ['? 976 nm']],
    ['a uniformity of 99.5% or better', ['? 99.5 %']],
  ])('reads %s', (text, expected) => {
    expect(limitsOf(text).map(({ comparator, value, unit }) => `${comparator ?? '?'} ${value} ${unit}`)).toEqual(
      expected,
    );
  });

  it.each([
    'See § 742.6(a)(6)(iii) of the EAR, ECCN 3A001.a.7 and Note 2 to 3A090.',
    'as of March 9, 2026 (15 CFR 744.11, 91 FR 1684)',
    'according to ISO 230-2:2014 or national equivalents, Supplement No. 1 to part 740',
    'Country Group D:5, NS Column 2, Category 3',
  ])('finds none in %s', (text) => {
    expect(limitsOf(text)).toEqual([]);
  });
});

describe('movedLimits', () => {
  const directions = (text: string, from: string, to: string, ...outer: readonly string[]) =>
    movedLimits(text.replace('#', from), text.replace('#', to), outer)?.map(({ direction }) => direction);

  it.each([
    ['TPP of # or more', '4800', '2400', 'tighten'],
    ['resolution of less than # nm', '45', '32', 'loosen'],
    ['Note: 3A001.b does not control items with a frequency below # GHz.', '5', '6', 'loosen'],
    ['Cameras having a frame rate of # Hz or less are not controlled.', '9', '30', 'loosen'],
    ['Transceivers, except those with a power not exceeding # W', '5', '8', 'loosen'],
    ['Computers, except those below 5 WT, having more than # WT', '10', '12', 'unknown'],
    ['Accuracy of # nm', '5', '3', 'unknown'],
  ])('reads the direction of %s from %s to %s', (text, from, to, direction) => {
    expect(directions(text, from, to)).toEqual([direction]);
  });

  it('reads a relief from the paragraph around, and takes two turns for unclear', () => {
    const relief = '10% De Minimis Rule. The following reexports are not subject to the EAR:';
    expect(directions('Reexports valued at # or less', '25%', '10%', relief)).toEqual(['tighten']);
    expect(directions('Reexports valued at # or less that are not included', '25%', '10%', relief)).toEqual([
      'unknown',
    ]);
  });

  it('compares across units, and takes the same limit in another unit for no move', () => {
    expect(movedLimits('more than 5 GHz', 'more than 900 MHz', [])?.map(({ direction }) => direction)).toEqual([
      'tighten',
    ]);
    expect(movedLimits('less than 300 mm', 'less than 0.3 m', [])).toEqual([]);
    expect(movedLimits('less than 300 mm', 'less than 0.3 kg', [])).toBeUndefined();
  });

  it('claims no number when words changed too', () => {
    expect(movedLimits('more than 5 GHz', 'less than 5 GHz', [])).toBeUndefined();
    expect(movedLimits('more than 5 GHz', 'more than 6 GHz at rest', [])).toBeUndefined();
  });
});
