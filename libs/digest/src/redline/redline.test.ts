import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparableText } from '#domain';
import { fullRedline } from './full-redline.ts';
import { redlineText } from './plain-text.ts';
import { redlineOf } from './redline.ts';
import type { RedlinePart } from './redline-part.ts';

const textOf = (parts: readonly RedlinePart[], ...left: RedlinePart['kind'][]) =>
  parts
    .filter(({ kind }) => !left.includes(kind))
    .map(({ text }) => text)
    .join('');
const words = fc.array(
  fc.constantFrom('all', 'items', 'subject', 'to', 'the', 'EAR', '10', 'percent', ',', '貨物', '技術', '、'),
  {
    maxLength: 60,
  },
);
const texts = fc.oneof(
  words.map((list) => list.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);

describe('fullRedline', () => {
  it.each(['en', 'ja'] as const)(
    'without insertions is the text before, without deletions the text after (%s)',
    (lang) => {
      fc.assert(
        fc.property(texts, texts, (before, after) => {
          const parts = fullRedline(before, after, lang);
          expect(textOf(parts, 'inserted', 'moved_to')).toBe(comparableText(before));
          expect(textOf(parts, 'deleted', 'moved_from')).toBe(comparableText(after));
        }),
      );
    },
  );

  it('shows nothing where only quotes, dashes, width or spaces differ', () => {
    expect(fullRedline('“item”  – 10％', '"item" - 10%', 'en').map(({ kind }) => kind)).toEqual(['same']);
  });

  it('gives up on texts that have nothing to do with each other and shows one replaced by the other', () => {
    const many = (word: string) => Array.from({ length: 4_000 }, (_, at) => `${word}${at}`).join(' ');
    expect(fullRedline(many('a'), many('b'), 'en').map(({ kind }) => kind)).toEqual(['deleted', 'inserted']);
  });
});

describe('redlineOf', () => {
  it('marks a replaced number and keeps its words around it', () => {
    expect(redlineText(redlineOf('equal to 25 percent or more', 'equal to 10 percent or more', 'en'))).toBe(
      'equal to [-25-][+10+] percent or more',
    );
  });

  it('joins neighbouring replacements over a space', () => {
    expect(redlineText(redlineOf('a policy of denial applies', 'a case by case applies', 'en'))).not.toContain('] [-');
  });

  it('cuts Japanese by words', () => {
    expect(redlineText(redlineOf('株式の百分の十以上の取得', '株式の百分の一以上の取得', 'ja'))).toBe(
      '株式の百分の[-十-][+一+]以上の取得',
    );
  });

  it('shows a passage that only moved as moved', () => {
    const parts = redlineOf(
      'First sentence about general matters. Licence required for all destinations. Third one follows here with words.',
      'First sentence about general matters. Third one follows here with words. Licence required for all destinations.',
      'en',
    );
    const kinds = new Set(parts.map(({ kind }) => kind));
    expect(kinds).toContain('moved_from');
    expect(kinds).toContain('moved_to');
    expect(redlineText(parts)).toContain('⇄');
  });

  it('shows at most forty unchanged words between two changes', () => {
    const context = Array.from({ length: 100 }, (_, at) => `w${at}`).join(' ');
    const parts = redlineOf(`old ${context} old`, `new ${context} new`, 'en');
    expect(parts.map(({ kind }) => kind)).toEqual([
      'deleted',
      'inserted',
      'same',
      'elided',
      'same',
      'deleted',
      'inserted',
    ]);
    expect(textOf(parts, 'deleted', 'inserted', 'elided').trim().split(/\s+/)).toHaveLength(40);
  });

  it('keeps the words next to a change when it elides before and after it', () => {
    const context = Array.from({ length: 100 }, (_, at) => `w${at}`).join(' ');
    const parts = redlineOf(`${context} old ${context}`, `${context} new ${context}`, 'en');
    expect(redlineText(parts)).toMatch(/^… w80 .* w99 \[-old-\]\[\+new\+\] w0 .* w19 …$/);
  });

  it('has one elision for equal texts and nothing for empty ones', () => {
    expect(redlineText(redlineOf('same words', 'same words', 'en'))).toBe('…');
    expect(redlineOf('', '', 'en')).toEqual([]);
  });

  it('leaves markup in a publisher text as text', () => {
    expect(redlineText(redlineOf('', '<script>alert(1)</script>', 'en'))).toBe('[+<script>alert(1)</script>+]');
  });
});
