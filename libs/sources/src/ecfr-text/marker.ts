import { ITALIC_FROM, ITALIC_TO } from './inline-text.ts';

/** A paragraph designation of the CFR: `(a)`, `(iii)`, or `(1)` set in italics. */
export interface Marker {
  readonly token: string;
  readonly italic: boolean;
  /** Last designation of a range such as `(c)-(f) [Reserved]`. */
  readonly through?: string;
}

/** Kinds of numbering, as the levels of a section use them (GPO Style Manual; 1 CFR 21.11). */
export type Numbering = 'a' | '1' | 'i' | 'A' | 'I' | '*1' | '*i';

/** The order in which levels follow each other: (a)(1)(i)(A), then (1) and (i) in italics. */
export const LEVELS: readonly Numbering[] = ['a', '1', 'i', 'A', '*1', '*i'];

const MARKER = new RegExp(
  `^[${ITALIC_FROM}\\s]{0,4}\\([${ITALIC_FROM}]?([a-zA-Z]{1,6}|\\d{1,3})[${ITALIC_TO}]?\\)[${ITALIC_TO}]?`,
);
const THROUGH = /^\s*(?:[-–—]|through|and)\s*\(([a-zA-Z]{1,6}|\d{1,3})\)(?=\s*\[Reserved\])/i;
/**
 * A heading in italics, after which the next level may begin on the same line: `(b) Scope. (1) This part ...`. Foreign words
 * within it are set upright.
 */
const ITALIC_RUN = `${ITALIC_FROM}[^${ITALIC_FROM}${ITALIC_TO}]{1,300}${ITALIC_TO}`;
const RUN_IN_HEADING = new RegExp(
  `^\\s*${ITALIC_RUN}(?:[^${ITALIC_FROM}${ITALIC_TO}(]{0,40}${ITALIC_RUN}){0,5}[\\s.:\u2014\u2013-]{0,4}(?=\\()`,
);
const MOST_MARKERS = 8;

/** What stands at the beginning of a paragraph. */
export interface Marked {
  readonly markers: readonly Marker[];
  /** The rest, italics still marked. `* ` before the designation (significant military equipment) leads it. */
  readonly rest: string;
}

/** Takes the designations off a paragraph: `(a)(1)(i) Text`. The text after a run-in heading is left for another call. */
export function takeMarkers(marked: string): Marked {
  const star = /^\s*\*\s*(?=[(\uE000])/.exec(marked)?.[0] ?? '';
  let rest = marked.slice(star.length);
  const markers: Marker[] = [];
  for (let found = MARKER.exec(rest); found && markers.length < MOST_MARKERS; found = MARKER.exec(rest)) {
    rest = rest.slice(found[0].length);
    const through = THROUGH.exec(rest);
    if (through) rest = rest.slice(through[0].length);
    const italic = found[0].includes(ITALIC_FROM);
    markers.push({ token: found[1] ?? '', italic, ...(through?.[1] && { through: through[1] }) });
    if (!/^[\s\uE000]*\(/.test(rest)) break;
  }
  return { markers, rest: `${star === '' ? '' : '* '}${rest.trim()}` };
}

/** Splits `Heading. (1) Text` after its run-in heading. `undefined` where no designation follows one. */
export function splitAfterHeading(rest: string): { readonly heading: string; readonly after: string } | undefined {
  const found = RUN_IN_HEADING.exec(rest);
  if (!found) return undefined;
  const after = rest.slice(found[0].length);
  return MARKER.test(after) ? { heading: found[0].trim(), after } : undefined;
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

function romanValue(token: string): number | undefined {
  if (!/^(?:x{0,3}|xl|l)(?:ix|iv|v?i{0,3})$/.test(token) || token === '') return undefined;
  let total = 0;
  for (let at = 0; at < token.length; at += 1) {
    const value = ROMAN[token.charAt(at)] ?? 0;
    total += value < (ROMAN[token.charAt(at + 1)] ?? 0) ? -value : value;
  }
  return total;
}

/** (a) is 1, (z) 26, (aa) 27, (bb) 28: letters are doubled, not counted on. */
function letterValue(token: string): number | undefined {
  if (!/^([a-z])\1{0,2}$/.test(token)) return undefined;
  return (token.length - 1) * 26 + token.charCodeAt(0) - 96;
}

/** Every way to read a token: `(i)` is the ninth letter or the first Roman number. */
export function readingsOf({
  token,
  italic,
}: Marker): readonly { readonly numbering: Numbering; readonly value: number }[] {
  if (/^\d+$/.test(token)) {
    const value = Number(token);
    return italic
      ? [
          { numbering: '*1', value },
          { numbering: '1', value },
        ]
      : [
          { numbering: '1', value },
          { numbering: '*1', value },
        ];
  }
  const lower = token.toLowerCase();
  const isUpper = token !== lower;
  if (isUpper && token !== token.toUpperCase()) return [];
  const [letter, roman] = [letterValue(lower), romanValue(lower)];
  const romans: readonly Numbering[] = isUpper ? ['I'] : italic ? ['*i', 'i'] : ['i', '*i'];
  return [
    ...(roman === undefined ? [] : romans.map((numbering) => ({ numbering, value: roman }))),
    ...(letter === undefined ? [] : [{ numbering: isUpper ? ('A' as const) : ('a' as const), value: letter }]),
  ];
}
