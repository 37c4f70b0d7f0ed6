import { describe, expect, it } from 'vitest';
import type { ListEntry, ListReading } from '#domain';
import { diffLists } from './diff-lists.ts';

/** Section of a CFR title, of which only size and day of receipt are known. */
const section = (number: number, size: number, stamp: string): ListEntry => ({
  kind: 'rule',
  list: 'Title 15 of the CFR',
  name: `§ 744.${number}`,
  identity: `744.${number}`,
  wording: `${size} bytes`,
  stamp,
  aliases: [],
  addresses: [],
  footnotes: [],
  citations: [],
  details: { size: String(size), receivedOn: stamp },
  locator: `title 15, § 744.${number}`,
  quote: `§ 744.${number}`,
});

const EARLIER = '2025-03-31T17:40:14-0400';
const LATER = '2025-04-28T17:30:15-0400';
const reading = (entries: readonly ListEntry[]): ListReading => ({ kind: 'list', entries, sections: [] });
const changes = (before: readonly ListEntry[], after: readonly ListEntry[]) =>
  diffLists(reading(before), reading(after)).map(({ type, subject }) => `${type} ${subject.label}`);
const numbers = Array.from({ length: 40 }, (_, index) => index + 1);
const part = numbers.map((number) => section(number, 8_000, EARLIER));

describe('rules known by their stamp alone', () => {
  it('tells a rule whose size or stamp moved, and no other', () => {
    const resized = part.with(3, section(4, 8_006, LATER));
    expect(changes(part, resized)).toEqual(['rule.text_changed § 744.4']);
    const sameSize = part.with(3, section(4, 8_000, LATER));
    expect(changes(part, sameSize)).toEqual(['rule.text_changed § 744.4']);
    expect(changes(part, part.toReversed())).toEqual([]);
  });

  it('takes many new stamps on unchanged rules for a re-issue, and still tells the rule that changed in it', () => {
    const reissued = numbers.map((number) => section(number, 8_000, LATER));
    expect(changes(part, reissued)).toEqual([]);
    expect(changes(part, reissued.with(0, section(1, 9_000, LATER)))).toEqual(['rule.text_changed § 744.1']);
  });

  it('tells a rule that came and a rule that went', () => {
    expect(changes(part, [...part.slice(1), section(41, 500, LATER)])).toEqual([
      'rule.added § 744.41',
      'rule.removed § 744.1',
    ]);
  });
});
