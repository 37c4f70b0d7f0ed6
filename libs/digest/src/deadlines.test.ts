import { describe, expect, it } from 'vitest';
import { deadlinesOfAll } from './deadline-history.ts';
import { deadlinesOf } from './deadlines.ts';
import { exampleChange } from './example-change.ts';

const anprm = exampleChange({
  type: 'comment.opened',
  kind: 'document',
  label: '2018-25221',
  documentNumber: '2018-25221',
  lineage: { rin: ['0694-AH61'] },
  dates: { commentClose: '2018-12-19' },
});
const extension = exampleChange({
  type: 'comment.extended',
  kind: 'document',
  label: '2018-27148',
  documentNumber: '2018-27148',
  lineage: { rin: ['0694-AH61'] },
  dates: { commentClose: '2019-01-10' },
  after: { oldCommentClose: '2018-12-19' },
});

describe('deadlinesOf', () => {
  it('tells every dated obligation in the zone of its authority', () => {
    const change = exampleChange({
      jurisdiction: 'JP',
      dates: {
        effectiveFrom: '2025-10-09',
        complianceBy: '2026-01-01',
        savingsUntil: '2025-11-01',
        effectiveTo: '2026-10-09',
      },
    });
    expect(deadlinesOf(change).map(({ kind, on, timeZone }) => [kind, on, timeZone])).toEqual([
      ['effective', '2025-10-09', 'Asia/Tokyo'],
      ['compliance', '2026-01-01', 'Asia/Tokyo'],
      ['savings', '2025-11-01', 'Asia/Tokyo'],
      ['expiry', '2026-10-09', 'Asia/Tokyo'],
    ]);
  });

  it('takes the end of an authorisation from its facts, with the end it replaced', () => {
    const change = exampleChange({
      type: 'authorisation.extended',
      before: { validTo: '2019-11-18' },
      after: { validTo: '2020-02-16' },
    });
    expect(deadlinesOf(change)).toMatchObject([{ kind: 'expiry', on: '2020-02-16', movedFrom: '2019-11-18' }]);
  });

  it('has none for a withdrawn document and none for what is no date', () => {
    expect(deadlinesOf(exampleChange({ type: 'document.withdrawn', dates: { commentClose: '2026-01-01' } }))).toEqual(
      [],
    );
    expect(deadlinesOf(exampleChange({ dates: { effectiveFrom: 'upon publication' } }))).toEqual([]);
  });
});

describe('deadlinesOfAll', () => {
  it('drops a date that a later document of the same rulemaking moved', () => {
    expect(deadlinesOfAll([anprm, extension]).map(({ on, movedFrom }) => [on, movedFrom])).toEqual([
      ['2019-01-10', '2018-12-19'],
    ]);
  });

  it('tells a date once that two changes of one act carry', () => {
    const proposed = exampleChange({
      ...anprm,
      type: 'lineage.anprm',
      changeId: 'other',
      label: '2018-25221',
      kind: 'document',
    });
    const [only, ...rest] = deadlinesOfAll([anprm, proposed]);
    expect(rest).toEqual([]);
    expect(only?.changeIds).toHaveLength(2);
  });
});
