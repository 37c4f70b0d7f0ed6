import { describe, expect, it } from 'vitest';
import type { RegulatoryDocument } from '#domain';
import { classifyFederalRegisterDocument } from './classify-document.ts';
import { bis } from './historical-case.fixture.ts';
import { parts } from './real-document.fixture.ts';

type Act = readonly [type: string, facts: object];
type Form = readonly [form: string, document: RegulatoryDocument, ...acts: readonly Act[]];

const of = (
  title: string,
  action: string,
  summary: string,
  datesText: string,
  more: Partial<RegulatoryDocument> = {},
) => bis('2025-00001', title, summary, { action, datesText, publishedOn: '2025-03-03', cfr: parts('15/740'), ...more });

/** Ways in which agencies draft what they do to earlier rules. Written for these tests in their forms. */
const FORMS: readonly Form[] = [
  [
    'a delay',
    of(
      'Information Security Controls: Cybersecurity Items; Delay of Effective Date',
      'Interim final rule; delay of effective date.',
      'On October 21, 2021, BIS published an interim final rule that establishes new controls on cybersecurity items. This rule delays the effective date of that interim final rule by 45 days (March 7, 2022).',
      'The effective date of the interim final rule published at 86 FR 58205, October 21, 2021, is delayed until March 7, 2022.',
    ),
    ['date.effective_changed', { dates: { effectiveFrom: '2022-03-07' }, lineage: { supersedes: ['86 FR 58205'] } }],
  ],
  [
    'a further delay, from a day to a day',
    of(
      'Information Security Controls: Cybersecurity Items; Further Delay of Effective Date',
      'Interim final rule; further delay of effective date.',
      'This rule further delays the effective date of the interim final rule published on October 21, 2021, from March 7, 2022 to May 26, 2022.',
      'The effective date of the interim final rule published at 86 FR 58205, October 21, 2021, delayed at 87 FR 1670, January 12, 2022, is further delayed until May 26, 2022.',
    ),
    [
      'date.effective_changed',
      {
        facts: { oldEffective: '2022-03-07', newEffective: '2022-05-26' },
        lineage: { supersedes: ['86 FR 58205', '87 FR 1670'] },
      },
    ],
  ],
  [
    'an indefinite delay',
    of(
      'Revisions to License Exception APR; Indefinite Delay of Effective Date',
      'Final rule; delay of effective date.',
      'BIS is delaying indefinitely the effective date of the final rule published on May 1, 2024.',
      'As of June 20, 2024, the effective date of the final rule published at 89 FR 35000, May 1, 2024, is delayed indefinitely.',
    ),
    ['date.effective_tbd', { dates: { effectiveTBD: true }, lineage: { supersedes: ['89 FR 35000'] } }],
  ],
  [
    'a postponement by order of a court',
    of(
      'Export Controls on Certain Items; Postponement of Effectiveness Pursuant to Court Order',
      'Final rule; postponement of effectiveness.',
      'Pursuant to an order of the court under 5 U.S.C. 705, BIS postpones the effectiveness of the rule published on January 15, 2025, pending judicial review.',
      'The effectiveness of the rule published at 90 FR 4544, January 15, 2025, is postponed pending judicial review.',
    ),
    ['date.effective_tbd', { dates: { effectiveTBD: true } }],
  ],
  [
    'a delay that is withdrawn: the rule stands, and has a day',
    of(
      'Revisions to License Exception APR; Withdrawal of Delay of Effective Date',
      'Final rule; withdrawal.',
      'BIS withdraws the rule delaying the effective date of the final rule published on May 1, 2024 (89 FR 35000). The final rule takes effect on July 1, 2024.',
      'The rule published June 20, 2024 at 89 FR 52000 is withdrawn as of June 28, 2024.',
    ),
    ['document.withdrawn', { lineage: { supersedes: ['89 FR 52000'] } }],
    ['date.effective_changed', { dates: { effectiveFrom: '2024-07-01' }, direction: 'tighten' }],
  ],
  [
    'a delay that also gives more time to comment',
    of(
      'U.S. Munitions List Targeted Revisions; Delay of Effective Date and Extension of Comment Period',
      'Interim final rule; delay of effective date; extension of comment period.',
      'The Department is delaying the effective date of the interim final rule published on January 17, 2025 until September 15, 2025 and extending the comment period to May 1, 2025.',
      'The effective date of the rule published at 90 FR 5594, January 17, 2025, is delayed until September 15, 2025. The comment period is extended to May 1, 2025.',
      { cfr: parts('22/121') },
    ),
    ['comment.extended', { dates: { commentClose: '2025-05-01' } }],
    ['date.effective_changed', { dates: { effectiveFrom: '2025-09-15' } }],
  ],
  [
    'a stay for a year',
    of(
      'Export Administration Regulations: Stay of Section 744.11(b)',
      'Final rule; stay.',
      'In this rule, BIS stays for one year the requirement that entities owned 50 percent or more by listed entities be treated as listed.',
      'Effective November 10, 2025, 15 CFR 744.11(b) is stayed until November 10, 2026.',
    ),
    ['rule.suspended', { dates: { effectiveFrom: '2025-11-10', effectiveTo: '2026-11-09' } }],
    ['rule.reinstatement_scheduled', { dates: { effectiveFrom: '2026-11-10' } }],
  ],
  [
    'a rule that only prolongs the license that came with it',
    of(
      'Expansion of End-User Controls To Cover Affiliates of Certain Listed Entities; Extension of Temporary General License',
      'Interim final rule.',
      'BIS extends the validity of the Temporary General License until January 28, 2026.',
      'This rule is effective November 28, 2025, through January 28, 2026.',
      { cfr: parts('15/744') },
    ),
    ['lineage.interim_final', {}],
    ['authorisation.extended', { facts: { validTo: '2026-01-28' } }],
  ],
  [
    'a correction of a correction',
    of(
      'Correction to the Correction of Additions and Modifications to the Entity List',
      'Final rule; correcting amendment.',
      'BIS corrects a correcting amendment published on January 6, 2025 (90 FR 600), which contained an incorrect cross-reference.',
      'Effective January 20, 2025.',
    ),
    ['correction.substantive', { lineage: { corrects: ['90 FR 600'] } }],
  ],
  [
    'a correction that dates the rule without a preposition',
    of(
      'Implementation of Additional Export Controls: Corrections and Clarifications',
      'Final rule; correction and clarification.',
      'This rule corrects inadvertent errors and clarifies the interim final rule published October 25, 2023 (88 FR 73458).',
      'This rule is effective April 4, 2024.',
    ),
    ['correction.substantive', { facts: { correctsPublished: '2023-10-25' }, lineage: { corrects: ['88 FR 73458'] } }],
  ],
  [
    'typing errors mended beside additions',
    of(
      'Additions of Entities to the Entity List',
      'Final rule.',
      'In this rule, BIS amends the EAR by adding 10 entities under 12 entries to the Entity List. This rule also modifies one existing entry and corrects typographical errors in two existing entries.',
      'Effective May 1, 2025.',
      { cfr: parts('15/744') },
    ),
    ['document.published', { facts: { entitiesAdded: 10, entriesAdded: 12, entriesRevised: 1 } }],
    ['correction.editorial', { facts: { mendedEntries: 2 }, alerting: false }],
  ],
  [
    'affiliates counted in words',
    of(
      'Addition of Certain Entities to the Entity List',
      'Final rule.',
      'This rule adds forty-six non-U.S. affiliates of Huawei to the Entity List because they pose a significant risk.',
      'Effective August 19, 2019.',
      { cfr: parts('15/744') },
    ),
    ['document.published', { facts: { entitiesAdded: 46 } }],
  ],
];

describe('the forms in which agencies act on earlier rules', () => {
  it.each(FORMS.map(([form, document, ...acts]) => [form, document, acts] as const))('%s', (_, document, acts) => {
    const found = classifyFederalRegisterDocument(document, [], 'US-EAR');
    if (found.kind === 'dismissed') throw new Error(found.because);
    expect([found.main, ...found.further]).toMatchObject(acts.map(([type, more]) => ({ type, ...more })));
  });
});
