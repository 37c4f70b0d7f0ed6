import { describe, expect, it } from 'vitest';
import { deadlineHistories, deadlinesOfAll } from './deadline-history.ts';
import { exampleChange } from './example-change.ts';

const document = (parts: Parameters<typeof exampleChange>[0]) =>
  exampleChange({ kind: 'document', documentNumber: parts.label ?? '', lineage: { rin: ['0694-AH61'] }, ...parts });
const anprm = document({ type: 'comment.opened', label: '2018-25221', dates: { commentClose: '2018-12-19' } });
const extended = document({
  type: 'comment.extended',
  label: '2018-27148',
  dates: { commentClose: '2019-01-10' },
  after: { oldCommentClose: '2018-12-19' },
  detectedAt: '2018-12-14T13:00:00Z',
});

describe('deadlineHistories', () => {
  it('keeps one obligation through every date it was given', () => {
    const again = document({
      type: 'comment.extended',
      label: '2019-00001',
      dates: { commentClose: '2019-02-10' },
      after: { oldCommentClose: '2019-01-10' },
    });
    const [one, ...rest] = deadlineHistories([anprm, extended, again]);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({
      firstOn: '2018-12-19',
      movedFrom: ['2018-12-19', '2019-01-10'],
      cancelled: false,
      deadline: { on: '2019-02-10', movedFrom: '2019-01-10' },
    });
    expect(one?.deadline.changeIds).toHaveLength(3);
  });

  it('knows a date that was moved before it was told', () => {
    expect(deadlineHistories([extended, anprm])).toMatchObject([
      { firstOn: '2018-12-19', movedFrom: ['2018-12-19'], deadline: { on: '2019-01-10' } },
    ]);
  });

  it('keeps what was withdrawn as called off, and leaves other documents of the rulemaking alone', () => {
    const other = document({ type: 'comment.opened', label: '2020-18910', dates: { commentClose: '2020-10-26' } });
    const withdrawn = document({ type: 'document.withdrawn', label: '2018-25221' });
    const histories = deadlineHistories([anprm, other, withdrawn]);
    expect(histories.map(({ deadline, cancelled }) => [deadline.on, cancelled])).toEqual([
      ['2018-12-19', true],
      ['2020-10-26', false],
    ]);
    expect(deadlinesOfAll([anprm, other, withdrawn]).map(({ on }) => on)).toEqual(['2020-10-26']);
  });

  it('calls an effective date off while the document leaves it open, and takes up the new one', () => {
    const set = document({ type: 'lineage.final', label: '2022-00448', dates: { effectiveFrom: '2022-01-19' } });
    const open = document({ type: 'date.effective_tbd', label: '2022-00449' });
    const anew = document({ type: 'date.effective_set', label: '2022-00450', dates: { effectiveFrom: '2022-03-07' } });
    expect(deadlineHistories([set, open])).toMatchObject([{ cancelled: true, deadline: { on: '2022-01-19' } }]);
    expect(deadlineHistories([set, open, anew])).toMatchObject([
      { cancelled: false, firstOn: '2022-01-19', deadline: { on: '2022-03-07', movedFrom: '2022-01-19' } },
    ]);
  });

  it('keeps dates of different acts and staged dates of one act apart', () => {
    const stages = ['2022-10-07', '2022-10-12', '2022-10-21'].map((effectiveFrom) =>
      document({ type: 'rule.scope_changed', label: '2022-21658', changeId: effectiveFrom, dates: { effectiveFrom } }),
    );
    expect(deadlineHistories(stages)).toHaveLength(3);
    const elsewhere = exampleChange({ label: 'Other', dates: { effectiveFrom: '2022-10-07' } });
    expect(deadlineHistories([...stages, elsewhere])).toHaveLength(4);
  });
});
