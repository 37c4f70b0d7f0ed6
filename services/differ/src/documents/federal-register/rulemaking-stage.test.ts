import { describe, expect, it } from 'vitest';
import { aDocument } from '../a-document.fixture.ts';
import { documentText } from './document-text.ts';
import { rulemakingStageOf } from './rulemaking-stage.ts';

const stageOf = (fields: Parameters<typeof aDocument>[0]) => rulemakingStageOf(documentText(aDocument(fields)));

describe('rulemakingStageOf', () => {
  it.each([
    ['Final rule.', 'final'],
    ['Interim final rule with request for comments.', 'interim_final'],
    ['Interim final rule; technical amendment.', 'interim_final'],
    ['Final rule; adoption of interim rule.', 'final'],
    ['Direct final rule.', 'direct_final'],
    ['Advance notice of proposed rulemaking (ANPRM).', 'anprm'],
    ['Proposed rule; request for comments.', 'proposed'],
    ['Notification of inquiry.', undefined],
  ])('reads the ACTION line "%s"', (action, stage) => {
    expect(stageOf({ action })).toBe(stage);
  });

  it.each([
    ['In this rule, BIS proposes to amend the EAR.', 'proposed'],
    ['With this interim final rule (IFR), BIS amends the EAR.', 'interim_final'],
    [
      'BIS is finalizing changes to License Exception ACE in response to comments to an October 21, 2021 interim rule.',
      'final',
    ],
    ['This final rule adopts without change the proposed rule amending the definition.', 'final'],
    ['BIS is publishing this ANPRM to obtain feedback from the public.', 'anprm'],
    [
      'On October 7, 2022, BIS published an interim final rule. This document extends the deadline for comments.',
      undefined,
    ],
  ])('reads the abstract "%s"', (summary, stage) => {
    expect(stageOf({ summary })).toBe(stage);
  });
});
