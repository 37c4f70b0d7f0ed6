import { describe, expect, it } from 'vitest';
import { lawNumberOfId, revisionOf } from './law-revision.ts';

const address = (revision: string) => `https://laws.e-gov.go.jp/api/2/law_file/xml/${revision}`;
const LATER = address('324AC0000000228_20270604_508AC0000000030');

describe('revisionOf', () => {
  it('takes a revision enforced after the day of the capture, in Japan, for pending', () => {
    const revision = address('324CO0000000378_20260214_507CO0000000376');
    expect(revisionOf(revision, {}, { clause: '' }, '2026-02-13T14:59:59Z').status).toBe('pending');
    expect(revisionOf(revision, {}, { clause: '' }, '2026-02-13T15:00:00Z').status).toBe('in_force');
  });

  it('reads from the newest 附則 that the date in the address is only a placeholder', () => {
    const clause = 'この法律は、公布の日から起算して一年を超えない範囲内において政令で定める日から施行する。';
    expect(revisionOf(LATER, {}, { clause }, '2026-06-18T15:00:00Z')).toEqual({
      revisionId: '324AC0000000228_20270604_508AC0000000030',
      amendedBy: '令和8年法律第30号',
      enforcedByLatest: '2027-06-04',
      enforcementClause: clause,
      status: 'pending',
    });
  });

  it('knows the day once an order has named it, by a date before the last day allowed or by a comment that is gone', () => {
    const clause = 'この法律は、公布の日から起算して一年を超えない範囲内において政令で定める日から施行する。';
    const info = {
      law_revision_id: '324AC0000000228_20270401_508AC0000000030',
      current_revision_status: 'UnEnforced',
      amendment_promulgate_date: '2026-06-05',
      amendment_enforcement_date: '2027-04-01',
    };
    const comment = '公布の日から起算して一年を超えない範囲内において政令で定める日';
    for (const known of [info, { ...info, amendment_enforcement_comment: comment }]) {
      expect(revisionOf(LATER, known, { clause }, '2026-12-01T00:00:00Z')).toMatchObject({
        enforcedOn: '2027-04-01',
        dateSetByOrder: clause,
        status: 'pending',
      });
    }
    const last = { ...info, amendment_enforcement_date: '2027-06-04', amendment_enforcement_comment: comment };
    expect(revisionOf(LATER, last, { clause }, '2026-12-01T00:00:00Z')).not.toHaveProperty('enforcedOn');
  });

  it('knows nothing of a revision whose address does not say', () => {
    expect(revisionOf(address('324CO0000000378'), {}, { clause: '' }, '2026-02-13T15:00:00Z')).toEqual({});
  });
});

describe('lawNumberOfId', () => {
  it.each([
    ['507CO0000000376', '令和7年政令第376号'],
    ['431CO0000000011', '平成31年政令第11号'],
    ['324AC0000000228', '昭和24年法律第228号'],
    ['403M50000400049', '平成3年通商産業省令第49号'],
    ['507M60000400072', '令和7年経済産業省令第72号'],
    ['331M50002000003', '331M50002000003'],
    ['000000000000000', undefined],
  ])('prints %s as %s', (id, number) => {
    expect(lawNumberOfId(id)).toBe(number);
  });
});
