import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonBytes, OMISSION, shortened, shortenedText } from './shortened.ts';

const anyText = fc.string({ unit: 'binary', maxLength: 400 });

describe('shortenedText', () => {
  const within = (stringBytes: number) => ({ stringBytes, addressBytes: 600 });

  it('keeps what fits as it is', () => {
    expect(shortenedText('外国ユーザーリスト', within(100))).toBe('外国ユーザーリスト');
  });

  it('marks what it cuts', () => {
    expect(shortenedText('a'.repeat(100), within(20))).toBe(`${'a'.repeat(12)}${OMISSION}`);
  });

  it('counts Japanese by its bytes', () => {
    const cut = shortenedText('輸'.repeat(100), within(60));
    expect(cut.endsWith(OMISSION)).toBe(true);
    expect(jsonBytes(cut)).toBeLessThanOrEqual(60);
    expect(jsonBytes(cut)).toBeGreaterThan(50);
  });

  it('keeps a web address whole, but not one that would fill the message', () => {
    const link = `https://www.meti.go.jp/${'a'.repeat(300)}`;
    expect(shortenedText(link, within(90))).toBe(link);
    expect(shortenedText(`https://example.org/${'a'.repeat(700)}`, within(90))).toContain(OMISSION);
  });

  it('never exceeds the bytes and never breaks a character, whatever the text holds', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 12, max: 200 }), (text, maxBytes) => {
        const cut = shortenedText(text, within(maxBytes));
        expect(cut.isWellFormed()).toBe(true);
        expect(jsonBytes(cut)).toBeLessThanOrEqual(maxBytes);
      }),
    );
  });
});

describe('shortened', () => {
  const allowance = { stringBytes: 20_000, addressBytes: 0, items: 3, keys: 2, depth: 2 };

  it('cuts arrays, objects and depth', () => {
    expect(shortened([1, 2, 3, 4], allowance)).toEqual([1, 2, 3]);
    expect(shortened({ a: 1, b: 2, c: 3 }, allowance)).toEqual({ a: 1, b: 2 });
    expect(shortened({ a: { b: { c: 1 } } }, allowance)).toEqual({ a: { b: '[…]' } });
  });

  it('turns what JSON cannot carry into null', () => {
    expect(shortened([Number.NaN, () => 1, undefined], allowance)).toEqual([null, null, null]);
  });

  it('leaves any JSON alone that the allowance covers', () => {
    const generous = { stringBytes: 100_000, addressBytes: 0, items: 10_000, keys: 10_000, depth: 50 };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(shortened(value, generous)).toEqual(value);
      }),
    );
  });
});
