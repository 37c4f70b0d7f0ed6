import { describe, expect, it } from 'vitest';
import { type DatesSection, parseDatesSection } from './dates-section.ts';

/** Ways in which agencies draft their DATES sections, with what each fixes. Written for these tests in their forms. */
const FORMS: readonly (readonly [form: string, text: string, fixes: Partial<DatesSection>])[] = [
  [
    'delayed indefinitely, the issue cited with its day',
    'The effective date of the rule published at 86 FR 58205, October 21, 2021, is delayed indefinitely.',
    { effectiveTBD: true },
  ],
  [
    'delayed until further notice',
    'The effective date of the final rule published on October 21, 2021 (86 FR 58205), is delayed until further notice.',
    { effectiveTBD: true },
  ],
  [
    'delayed from a day until a day',
    'Effective January 19, 2017, the effective date of the rule published on December 20, 2016, at 81 FR 92663, is delayed from February 21, 2017, until March 21, 2017.',
    { effectiveFrom: '2017-03-21' },
  ],
  [
    'further delayed',
    'As of March 20, 2017, the effective date of the rule published at 82 FR 1, January 3, 2017, is further delayed to May 22, 2017.',
    { effectiveFrom: '2017-05-22' },
  ],
  [
    'sections with a day of their own',
    'This rule is effective on October 17, 2023, except for the amendments to §§ 734.9 and 742.6, which are effective November 17, 2023.',
    { effectiveFrom: '2023-10-17', perInstruction: [{ instruction: '§§ 734.9 and 742.6', from: '2023-11-17' }] },
  ],
  [
    'with the exception of, which will become',
    'The interim final rule is effective October 23, 2025, with the exception of the amendments to § 740.2, which will become effective on December 1, 2025.',
    { effectiveFrom: '2025-10-23', perInstruction: [{ instruction: '§ 740.2', from: '2025-12-01' }] },
  ],
  [
    'a section of another agency',
    'The regulation is effective April 8, 2025, except 28 CFR 202.1001, which is effective October 6, 2025.',
    { effectiveFrom: '2025-04-08', perInstruction: [{ instruction: '28 CFR 202.1001', from: '2025-10-06' }] },
  ],
  [
    'instructions and a compliance date',
    'This rule is effective January 16, 2025, except for amendatory instructions 3.b and 7, which are effective May 15, 2025. Compliance with the rule is required beginning May 15, 2025.',
    {
      effectiveFrom: '2025-01-16',
      complianceBy: '2025-05-15',
      perInstruction: [{ instruction: '3.b and 7', from: '2025-05-15' }],
    },
  ],
  [
    'several compliance dates: the first binds first',
    'This rule is effective December 16, 2024. Compliance dates: Affected parties must comply with § 170.3 by November 10, 2025, and § 170.4 by November 10, 2026.',
    { effectiveFrom: '2024-12-16', complianceBy: '2025-11-10' },
  ],
  [
    'a compliance date that is moved',
    'The compliance date of February 24, 2021, is extended to August 24, 2021.',
    { complianceBy: '2021-08-24' },
  ],
  [
    'a section in force that is stayed',
    'Effective November 10, 2025, 15 CFR 744.11(a)(1) and (2) are stayed until November 10, 2026.',
    { effectiveFrom: '2025-11-10', effectiveTo: '2026-11-09' },
  ],
  [
    'a period without a comma',
    'This rule is effective November 10, 2025 through November 9, 2026.',
    { effectiveFrom: '2025-11-10', effectiveTo: '2026-11-09' },
  ],
  [
    'an expiry stated apart',
    'This rule is effective June 27, 2024. The expiration date of this rule is December 31, 2026.',
    { effectiveFrom: '2024-06-27', effectiveTo: '2026-12-31' },
  ],
  [
    'an expiry in the same sentence',
    'This rule is effective from June 18, 2020, and expires on December 31, 2020.',
    { effectiveFrom: '2020-06-18', effectiveTo: '2020-12-31' },
  ],
  [
    'a number of days in words',
    'This final rule is effective 60 days after publication in the Federal Register.',
    { effectiveDaysAfterPublication: 60 },
  ],
  [
    'upon publication',
    'Effective upon publication. Comments: July 31, 2024.',
    { effectiveDaysAfterPublication: 0, commentClose: '2024-07-31' },
  ],
  [
    'a direct final rule',
    'This rule is effective August 15, 2017 without further notice, unless the Department receives adverse comment by July 17, 2017. If adverse comment is received, the agency will publish a timely withdrawal.',
    { effectiveFrom: '2017-08-15', commentClose: '2017-07-17' },
  ],
  [
    'comments reopened on a rule whose day of print stands first',
    'The comment period for the proposed rule published March 1, 2024 at 89 FR 15066 is reopened. Comments must be received by April 30, 2024.',
    { commentClose: '2024-04-30' },
  ],
  [
    'a comment due date that is corrected',
    'The interim rule published on July 14, 2020, is effective August 13, 2020. The comment due date is corrected to September 14, 2020.',
    { effectiveFrom: '2020-08-13', commentClose: '2020-09-14' },
  ],
  [
    'comments and replies',
    'Effective date is October 1, 2018. Comments are due November 1, 2018. Reply comments are due December 3, 2018.',
    { effectiveFrom: '2018-10-01', commentClose: '2018-11-01' },
  ],
  [
    'welcome on a continuing basis',
    'This rule is effective July 21, 2009. Although there is no formal comment period, public comments on this rule are welcome on a continuing basis.',
    { effectiveFrom: '2009-07-21' },
  ],
  [
    'an hour before the day',
    'Effective Date: 12:01 a.m., Eastern Standard Time, November 12, 2013.',
    { effectiveFrom: '2013-11-12' },
  ],
  [
    'applicable before it is effective',
    'This correction is effective March 17, 2023, and is applicable beginning February 24, 2023.',
    { effectiveFrom: '2023-03-17', appliesAsOf: '2023-02-24' },
  ],
  [
    'an incorporation by reference of another day',
    'The incorporation by reference of certain publications listed in the rule is approved by the Director as of April 1, 2020. Effective May 1, 2020.',
    { effectiveFrom: '2020-05-01' },
  ],
];

describe('the forms in which agencies draft a DATES section', () => {
  it.each(FORMS)('%s', (_, text, fixes) => {
    expect(parseDatesSection(text)).toEqual({ perInstruction: [], ...fixes });
  });
});
