import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeCursor, encodeCursor } from './cursor.ts';

describe('a cursor', () => {
  it('leads back to its place', () => {
    fc.assert(fc.property(fc.nat({ max: 2 ** 48 }), (position) => decodeCursor(encodeCursor(position)) === position));
  });

  it('is not guessed from other text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const position = decodeCursor(text);
        return position === undefined || decodeCursor(encodeCursor(position)) === position;
      }),
    );
    for (const text of ['', '12', 'c1:12', Buffer.from('c1:-1').toString('base64url'), 'x'.repeat(10_000)]) {
      expect(decodeCursor(text)).toBeUndefined();
    }
  });
});
