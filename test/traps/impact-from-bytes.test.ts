import { describe, expect, it } from 'vitest';
import { assessImpact, type Change, changeFacts, type Profile, prepareProfile } from '#domain';
import { aProfile } from '../../libs/domain/src/impact/example-values.ts';
import { searchPage } from '../../libs/sources/src/federal-register/search-page.fixture.ts';
import { type ClockStrike, clockChange } from '../../services/differ/src/calendar/clock-change.ts';
import { captured, changesBetween } from './captured.ts';

const OWNED = aProfile({
  roles: ['reexporter'],
  counterparties: [{ name: 'Lotus Distribution', aliases: [], ownership: [{ owner: 'Acme Holding', pct: 60 }] }],
});
const CARRIER = aProfile({ roles: ['telecom_operator'], authorisationsInUse: ['US-TGL:HUAWEI-2019'] });

/** The changes that one rule comes to, from the answer of the search. */
async function changesOf(rule: object): Promise<readonly Change[]> {
  const common = { citation: null, effective_on: null, cfr_references: [{ title: 15, part: '744' }] };
  const results = [{ ...searchPage.results[0], ...common, ...rule }];
  return changesBetween(
    undefined,
    await captured('us-federal-register', JSON.stringify({ ...searchPage, count: 1, results })),
  );
}

function judged(change: Change | undefined, profile: Profile, at: string): string {
  if (!change) return 'no such change';
  const outcome = assessImpact(changeFacts(change), prepareProfile(profile), new Date(at));
  return outcome.kind === 'matched' ? `${outcome.impact.score} ${outcome.impact.band}` : outcome.because;
}

const struck = (change: Change | undefined, strike: ClockStrike): Change | undefined =>
  change && clockChange(change, strike);

const SUSPENSION = {
  document_number: '2025-19846',
  title: 'One Year Suspension of Expansion of End-User Controls for Affiliates of Certain Listed Entities',
  action: 'Final rule.',
  abstract:
    'In this final rule, BIS suspends for one year, through November 9, 2026, the interim final rule that applied restrictions to affiliates of listed entities.',
  dates: 'This rule is effective November 10, 2025, through November 9, 2026.',
  publication_date: '2025-11-12',
};
const EXTENSION = {
  document_number: '2019-25189',
  abstract:
    'The U.S. Government has decided to extend through February 16, 2020, the temporary general license to Huawei Technologies Co., Ltd. (Huawei) and one hundred and fourteen of its non-U.S. affiliates.',
  dates: 'This rule is effective November 18, 2019, through February 16, 2020.',
  publication_date: '2019-11-20',
};

describe('the worked examples of the impact model, from the bytes a publisher serves', () => {
  it('W13a: the ownership rule reaches who declared an owner of 60 percent', async () => {
    const [change] = await changesOf({
      document_number: '2025-19001',
      title: 'Expansion of End-User Controls To Cover Affiliates of Certain Listed Entities',
      action: 'Interim final rule; request for comments.',
      abstract:
        'In this interim final rule, BIS amends the EAR: any entity that is at least 50 percent owned by one or more listed entities is automatically subject to Entity List restrictions.',
      dates: 'This rule is effective September 29, 2025. Comments must be received by October 29, 2025.',
      publication_date: '2025-09-30',
    });
    expect(judged(change, OWNED, '2025-09-29T20:00:00Z')).toBe('96 critical');
  });

  it('W13b: so does its suspension, as a relief with an end', async () => {
    const [change] = await changesOf(SUSPENSION);
    expect(change).toMatchObject({ type: 'rule.suspended', dates: { effectiveTo: '2026-11-09' } });
    expect(judged(change, OWNED, '2025-11-10T14:00:00Z')).toBe('62 high');
  });

  it('W13c: and so does the calendar thirty days before the rule returns', async () => {
    const [, scheduled] = await changesOf(SUSPENSION);
    const at = '2026-10-11T14:00:00Z';
    const deadline = { kind: 'reinstatement' as const, thread: 't', lastDay: '2026-11-09' };
    const told = struck(scheduled, { deadline, mark: 30, detectedAt: at });
    expect(told).toMatchObject({ type: 'rule.reinstatement_scheduled', dates: { effectiveFrom: '2026-11-10' } });
    expect(judged(told, OWNED, at)).toBe('81 critical');
  });

  it('W4a, W4b: an extension reaches who uses the license, and so does the calendar seven days before its end', async () => {
    const [change] = await changesOf(EXTENSION);
    expect(judged(change, CARRIER, '2019-11-20T14:00:00Z')).toBe('54 medium');
    const at = '2020-02-09T15:00:00Z';
    const deadline = { kind: 'authorisation' as const, thread: 't', lastDay: '2020-02-16' };
    expect(judged(struck(change, { deadline, mark: 7, detectedAt: at }), CARRIER, at)).toBe('80 critical');
  });
});
