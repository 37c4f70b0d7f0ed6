import { describe, expect, it } from 'vitest';
import type { TextReading } from '#domain';
import { guardText } from '../guard-text.ts';
import { controlListXml, countryGroupsXml, PLAIN, readingOf, sectionXml } from './part-xml.fixture.ts';

const GUARD = { minEntries: 5, maxLossShare: 0.2 };
const NAMES =
  `Albania Armenia Austria Bahrain Belarus Belgium Brazil Cambodia Canada Chile China Cuba Denmark Egypt Finland France Germany Greece
  India Iran Iraq Israel Italy Japan`.split(/\s+/);
const groups = (marksOf: (at: number) => readonly string[]) =>
  readingOf(
    '740',
    countryGroupsXml(
      new Map([...NAMES.map((name, at) => [name, marksOf(at)] as const), ['Syria', ['A:1', 'D:1', 'E:1']] as const]),
      PLAIN,
    ),
  );
const verdict = (before: TextReading, after: TextReading) => guardText(before, after, GUARD);

describe('the guard of a CFR part', () => {
  it('holds Country Groups whose column slipped, and lets one country move', () => {
    const whole = groups(() => ['D:1']);
    expect(
      verdict(
        whole,
        groups(() => ['D:5']),
      ),
    ).toMatchObject({ kind: 'implausible', because: expect.stringContaining('marked anew') });
    expect(
      verdict(
        whole,
        groups((at) => (at === 3 ? ['D:5'] : ['D:1'])),
      ),
    ).toEqual({ kind: 'plausible' });
  });

  it('holds a section whose words are left out, and never tells them as removed (T14)', () => {
    const texts = [
      'General.',
      'A license is required for the items of this part.',
      'Review policy.',
      'Contract sanctity.',
      'Exceptions.',
      'Records.',
      'Reports.',
      'Fees.',
    ];
    const whole = readingOf('746', sectionXml('746', '746.8', texts, PLAIN));
    const elided = sectionXml('746', '746.8', texts.slice(0, 7), PLAIN).replace('</DIV8>', '<P>* * * * *</P></DIV8>');
    expect(verdict(whole, readingOf('746', elided))).toMatchObject({
      kind: 'implausible',
      because: expect.stringContaining('* * * * *'),
    });
    const clause = sectionXml('746', '746.8', texts, PLAIN).replace('</DIV8>', '<P>* * * * *</P></DIV8>');
    expect(verdict(readingOf('746', clause), readingOf('746', elided))).toEqual({ kind: 'plausible' });
  });

  it('holds half a list, and lets an item go', () => {
    const items = Array.from(
      { length: 20 },
      (_, at) => `Equipment of the kind numbered ${at}, operating at more than ${at + 3} GHz;`,
    );
    const list = (own: readonly string[]) =>
      readingOf('774', controlListXml({ heading: 'Circuits.', reasons: 'NS', items: own }, PLAIN));
    expect(verdict(list(items), list(items.slice(0, 10)))).toMatchObject({ kind: 'implausible' });
    expect(verdict(list(items), list(items.slice(0, 19)))).toEqual({ kind: 'plausible' });
  });
});
