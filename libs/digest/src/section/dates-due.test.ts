import { describe, expect, it } from 'vitest';
import { exampleChange } from '../example-change.ts';
import { datesDue } from './dates-due.ts';

const rule = exampleChange({
  type: 'lineage.final',
  kind: 'document',
  label: '2020-27698',
  instrumentId: 'US-NISPOM',
  documentNumber: '2020-27698',
  dates: { effectiveFrom: '2021-02-24', complianceBy: '2021-08-24', savingsUntil: '2021-09-30' },
});
const due = (since: string, today: string, earlier = [rule], told: (typeof rule)[] = []) =>
  datesDue(told, earlier, { since, today }).map(({ kind, on, daysLeft }) => `${kind} ${on} in ${daysLeft}`);

describe('datesDue', () => {
  it('reminds of a day of effect, of compliance and of the end of a savings clause, each as long before as people need', () => {
    expect(due('2021-01-24', '2021-01-25')).toEqual(['effective 2021-02-24 in 30']);
    expect(due('2021-05-25', '2021-05-26')).toEqual(['compliance 2021-08-24 in 90']);
    expect(due('2021-09-15', '2021-09-16')).toEqual(['savings 2021-09-30 in 14']);
  });

  it('tells each reminder in one digest, daily or weekly, and the day itself', () => {
    expect(due('2021-01-25', '2021-01-26')).toEqual([]);
    expect(due('2021-01-20', '2021-01-27')).toEqual(['effective 2021-02-24 in 28']);
    expect(due('2021-01-27', '2021-02-03')).toEqual([]);
    expect(due('2021-02-23', '2021-02-24')).toEqual(['effective 2021-02-24 in 0']);
    expect(due('2021-02-24', '2021-02-25')).toEqual([]);
  });

  it('leaves to their own sections what is new or moved in the period', () => {
    expect(due('2021-01-24', '2021-01-25', [], [rule])).toEqual([]);
    const delayed = {
      ...rule,
      changeId: 'delayed',
      type: 'date.effective_changed' as const,
      before: { effectiveFrom: '2021-02-24' },
      dates: { effectiveFrom: '2021-03-26' },
    };
    expect(due('2021-01-24', '2021-01-25', [rule], [delayed])).toEqual([]);
    expect(due('2021-02-23', '2021-02-24', [rule, delayed])).toEqual(['effective 2021-03-26 in 30']);
  });
});
