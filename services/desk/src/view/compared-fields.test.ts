import { describe, expect, it } from 'vitest';
import { foundationalInquiry, hikvision, requirementWidened } from '../../test/example-changes.ts';
import { comparedFields } from './compared-fields.ts';

describe('comparedFields', () => {
  it('sets the same fact of both sides into one row', () => {
    expect(comparedFields(requirementWidened)).toEqual([
      {
        name: 'License requirement',
        before: 'For all items on the CCL (See §744.2(d) of the EAR).',
        after: 'For all items subject to the EAR (See §744.2(d) of the EAR).',
      },
    ]);
  });

  it('leaves the side empty that did not exist', () => {
    const [name, aliases] = comparedFields(hikvision);
    expect(name).toEqual({ name: 'Name', before: undefined, after: 'Hikvision' });
    expect(aliases?.after).toBe('Hangzhou Hikvision Digital Technology Co., Ltd.');
  });

  it('leaves out what did not change', () => {
    const change = {
      ...hikvision,
      before: { country: 'CN', name: 'Hik' },
      after: { country: 'CN', name: 'Hikvision' },
    };
    expect(comparedFields(change).map((field) => field.name)).toEqual(['Name']);
  });

  it('falls back on the quotes where the facts are silent', () => {
    const { after: _after, ...silent } = foundationalInquiry;
    expect(comparedFields(silent)).toEqual([
      { name: 'Text', before: undefined, after: 'Advance notice of proposed rulemaking (ANPRM).' },
    ]);
  });

  it('stays small whatever the publisher printed', () => {
    const deep = { a: { b: { c: { d: { e: 'deep' } } } } };
    const wide = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`field${index}`, 'x'.repeat(100_000)]));
    const fields = comparedFields({ ...hikvision, after: { ...deep, ...wide } });
    expect(fields).toHaveLength(60);
    expect(Math.max(...fields.map((field) => field.after?.length ?? 0))).toBeLessThanOrEqual(20_001);
    expect(fields[0]?.after).not.toContain('deep');
  });
});
