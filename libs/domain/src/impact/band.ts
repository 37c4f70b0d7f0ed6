import { BANDS, type Band } from '../profile.ts';

/** Lowest score of each band. */
export const BAND_FLOOR: Readonly<Record<Band, number>> = { info: 0, low: 20, medium: 40, high: 60, critical: 80 };

/** @returns the band a score of 0 to 100 falls into. */
export function bandOf(score: number): Band {
  return BANDS.findLast((band) => score >= BAND_FLOOR[band]) ?? 'info';
}

/** @returns true when `band` is as urgent as `floor` or more. */
export function isAtLeast(band: Band, floor: Band): boolean {
  return BAND_FLOOR[band] >= BAND_FLOOR[floor];
}
