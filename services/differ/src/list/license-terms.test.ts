import { describe, expect, it } from 'vitest';
import { comparableTerms, requirementDirection } from './license-terms.ts';
import { reviewPolicyDirection, reviewPolicyOf } from './review-policy.ts';

const ALL = 'For all items subject to the EAR. (See § 744.11 of the EAR)';
const CCL = 'For all items on the CCL. (See § 744.11 of the EAR)';

describe('comparableTerms', () => {
  it('is the same for section signs, spaces, case and full stops', () => {
    expect(comparableTerms('For all items subject to the EAR (See §744.11 of the EAR.)')).toBe(comparableTerms(ALL));
  });

  it('differs for another section', () => {
    expect(comparableTerms(ALL.replace('744.11', '744.1'))).not.toBe(comparableTerms(ALL));
    expect(comparableTerms('See § 74.411')).not.toBe(comparableTerms('See § 744.11'));
  });
});

describe('requirementDirection', () => {
  it('knows all items subject to the EAR from items on the CCL', () => {
    expect(requirementDirection(CCL, ALL)).toBe('tighten');
    expect(requirementDirection(ALL, CCL)).toBe('loosen');
  });

  it('does not guess where an exception or another section decides', () => {
    expect(requirementDirection(ALL, `${ALL}, except for EAR99-designated technology`)).toBe('unknown');
    expect(requirementDirection(ALL, ALL.replace('744.11', '744.2'))).toBe('unknown');
  });
});

describe('reviewPolicyOf', () => {
  it.each([
    ['Presumption of denial.', 'presumption_of_denial'],
    ['Policy of Denial', 'policy_of_denial'],
    ['Case-by-case basis', 'case_by_case'],
    ['Case-by-case review for EAR99 items; and presumption of denial for all other items', 'mixed'],
    ['See § 744.2(d) of the EAR', 'see_section'],
    ['', 'other'],
  ])('reads "%s"', (text, kind) => {
    expect(reviewPolicyOf(text)).toBe(kind);
  });

  it('ranks denial above case by case, and neither form of denial above the other', () => {
    expect(reviewPolicyDirection('Presumption of denial', 'Case-by-case review')).toBe('loosen');
    expect(reviewPolicyDirection('Case-by-case review', 'Policy of denial')).toBe('tighten');
    expect(reviewPolicyDirection('Presumption of denial', 'Policy of denial')).toBe('unknown');
    expect(reviewPolicyDirection('Presumption of denial', 'See § 744.2(d)')).toBe('unknown');
  });
});
