import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactText, comparableText } from './text-normal-form.ts';

describe('comparableText', () => {
  it('sees no difference in quotes, dashes, spaces, widths, soft hyphens and page-break markers', () => {
    expect(comparableText('the “Entity List” – Supp.\u00a0No. 4')).toBe(
      comparableText('the "Entity List" - Supp. No. 4'),
    );
    expect(comparableText('semi\u00ADconductor')).toBe('semiconductor');
    expect(comparableText('license [[Page 460]] requirement')).toBe('license requirement');
    expect(comparableText('（十の二）　ＡＢＣ')).toBe('(十の二) ABC');
  });

  it('keeps what carries meaning: case, numbers, negation', () => {
    expect(comparableText('25 percent')).not.toBe(comparableText('10 percent'));
    expect(comparableText('may')).not.toBe(comparableText('may not'));
  });

  it('is the same done once or twice', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) => comparableText(comparableText(text)) === comparableText(text),
      ),
    );
  });
});

describe('compactText', () => {
  it('ignores every space', () => {
    expect(compactText('Co., Ltd. “A” ')).toBe(compactText('Co.,Ltd."A"'));
  });
});
