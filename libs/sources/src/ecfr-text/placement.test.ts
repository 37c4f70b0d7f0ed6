import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Marker } from './marker.ts';
import { type Path, place, printed } from './placement.ts';

/** Addresses of a sequence of paragraphs; `*1` is a designation in italics. */
function addresses(sequence: string): readonly string[] {
  const markers = sequence
    .split(' ')
    .map((token): Marker => ({ token: token.replace('*', ''), italic: token.startsWith('*') }));
  let path: Path = [];
  return markers.map((marker, at) => {
    path = place(path, marker, markers.slice(at + 1)) ?? path;
    return printed(path);
  });
}

describe('place', () => {
  it.each([
    ['a 1 i ii 2 b', '(a) (a)(1) (a)(1)(i) (a)(1)(ii) (a)(2) (b)'],
    ['g h i j', '(g) (h) (i) (j)'],
    ['h 1 i ii 2', '(h) (h)(1) (h)(1)(i) (h)(1)(ii) (h)(2)'],
    ['h 1 2 i j', '(h) (h)(1) (h)(2) (i) (j)'],
    ['h 1 i', '(h) (h)(1) (i)'],
    ['u v w', '(u) (v) (w)'],
    ['a 1 i ii iii iv v vi', '(a) (a)(1) (a)(1)(i) (a)(1)(ii) (a)(1)(iii) (a)(1)(iv) (a)(1)(v) (a)(1)(vi)'],
    ['a 1 i A B ii', '(a) (a)(1) (a)(1)(i) (a)(1)(i)(A) (a)(1)(i)(B) (a)(1)(ii)'],
    [
      'a 1 i A *1 *i *ii *2 B',
      '(a) (a)(1) (a)(1)(i) (a)(1)(i)(A) (a)(1)(i)(A)(1) (a)(1)(i)(A)(1)(i) (a)(1)(i)(A)(1)(ii) (a)(1)(i)(A)(2) (a)(1)(i)(B)',
    ],
    ['a 1 i A 1 2 B', '(a) (a)(1) (a)(1)(i) (a)(1)(i)(A) (a)(1)(i)(A)(1) (a)(1)(i)(A)(2) (a)(1)(i)(B)'],
    ['x y z aa bb', '(x) (y) (z) (aa) (bb)'],
  ])('reads %s', (sequence, expected) => {
    const all = addresses(startOf(sequence) + sequence);
    expect(all.slice(-sequence.split(' ').length).join(' ')).toBe(expected);
  });

  it('finds every address of a section printed by the rules again', () => {
    const shape = fc.array(fc.array(fc.nat({ max: 4 }), { maxLength: 4 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(shape, (sections) => {
        const expected: string[] = [];
        const tokens: string[] = [];
        for (const [a, numbers] of sections.entries()) {
          const letter = String.fromCharCode(97 + a);
          tokens.push(letter);
          expected.push(`(${letter})`);
          for (const [n, romans] of numbers.entries()) {
            tokens.push(String(n + 1));
            expected.push(`(${letter})(${n + 1})`);
            // A list of one is not printed; by itself `(i)` after `(h)(1)` could be either.
            for (let r = 0; romans > 1 && r < romans; r += 1) {
              const roman = ['i', 'ii', 'iii', 'iv'][r] ?? '';
              tokens.push(roman);
              expected.push(`(${letter})(${n + 1})(${roman})`);
            }
          }
        }
        expect(addresses(tokens.join(' '))).toEqual(expected);
      }),
    );
  });

  it('takes a word in brackets for no designation', () => {
    expect(place([], { token: 'see', italic: false }, [])).toBeUndefined();
    expect(place([], { token: 'MT', italic: false }, [])).toBeUndefined();
  });
});

/** The letters that stand before the first of a sequence, so that it may begin anywhere. */
function startOf(sequence: string): string {
  const first = sequence.charCodeAt(0) - 97;
  return Array.from({ length: first }, (_, at) => `${String.fromCharCode(97 + at)} `).join('');
}
