import { describe, expect, it } from 'vitest';
import { numberAt, textsAt, thresholdOf } from './change-fields.ts';
import { aChange } from './example-values.ts';

describe('textsAt', () => {
  it('reads a string, a list of strings, and words given with their kind', () => {
    const facts = {
      name: 'Acme',
      aliases: ['A', 'B'],
      reviewPolicy: { kind: 'case_by_case', text: 'Case-by-case review' },
    };
    expect(textsAt(facts, 'name', 'aliases', 'reviewPolicy')).toEqual(['Acme', 'A', 'B', 'Case-by-case review']);
  });

  it('takes any other shape as absent', () => {
    expect(
      textsAt(
        { name: 7, aliases: [null, {}], list: { text: 1 }, none: null },
        'name',
        'aliases',
        'list',
        'none',
        'gone',
      ),
    ).toEqual([]);
  });
});

describe('numberAt', () => {
  it('reads digits in a string and nothing that is no number', () => {
    expect(numberAt({ value: '1,000' }, 'value')).toBe(1000);
    expect(numberAt({ value: 'ten', old: Number.NaN, none: '' }, 'value', 'old', 'none')).toBeUndefined();
  });
});

describe('thresholdOf', () => {
  it('finds old and new on their sides, or both on the after side', () => {
    const moved = { from: 10, to: 1 };
    expect(thresholdOf(aChange({ before: { value: 10 }, after: { value: 1 } }))).toEqual(moved);
    expect(thresholdOf(aChange({ after: { oldValue: 10, newValue: 1 } }))).toEqual(moved);
    expect(thresholdOf(aChange({ after: { newValue: 1 } }))).toBeUndefined();
  });
});
