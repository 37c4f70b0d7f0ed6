import { ANY_TOKEN, type ControlPath } from './control-path.ts';

const HEADING_LENGTH = 5;
const PATTERN = /^([0-9])(?:([A-EYX])([0-9]{0,3}))?((?:\.[A-Z0-9]{1,4}){0,8})(\.?\*)?$/;
const IN_TEXT = /(?<![A-Za-z0-9.])([0-9][A-EY][0-9]{3})((?:\.[a-z0-9]{1,4}){0,8})(?![A-Za-z0-9])/g;
const MAX_CODES = 200;

/**
 * A declared ECCN or pattern: `3A001.a.1`, `3A*`, `3A090.*`, `9x515`, `0D*`. `EAR99` is no ECCN.
 * Source: 15 CFR 738.2(d). @returns `undefined` for any other shape.
 */
export function eccnPath(pattern: string): ControlPath | undefined {
  const printed = pattern.trim();
  const parts = PATTERN.exec(printed.toUpperCase());
  if (parts === null) return undefined;
  const [, category = '', group = '', digits = '', paragraphs = '', star] = parts;
  const heading = [category, ...(group === '' ? [] : [group === 'X' ? ANY_TOKEN : group]), ...digits];
  if (paragraphs !== '' && heading.length < HEADING_LENGTH) return undefined;
  return {
    scheme: 'ECCN',
    tokens: [...heading, ...paragraphs.split('.').filter((token) => token !== '')],
    headingLength: HEADING_LENGTH,
    isWildcard: star !== undefined || heading.length < HEADING_LENGTH,
    printed,
  };
}

/** Every ECCN named in running text, in order, each once. */
export function eccnsIn(text: string): readonly ControlPath[] {
  const codes = new Set<string>();
  for (const found of text.matchAll(IN_TEXT)) {
    codes.add(found[0]);
    if (codes.size >= MAX_CODES) break;
  }
  return [...codes].map(eccnPath).filter((path) => path !== undefined);
}
