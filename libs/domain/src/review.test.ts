import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterAct, type ReviewAct, type ReviewEntry, refusalOf, reviewOf, UNREVIEWED } from './review.ts';

const by = (act: ReviewAct, at = '2026-11-24T09:00:00.000Z'): ReviewEntry => ({ ...act, who: 'Aiko Mori', at });

const anyAct: fc.Arbitrary<ReviewAct> = fc.oneof(
  fc.record({ act: fc.constant('assigned' as const), assignee: fc.option(fc.constantFrom('Aiko Mori', 'Jun Sato')) }),
  fc.record({ act: fc.constantFrom('acknowledged' as const, 'reopened' as const) }),
  fc.record({ act: fc.constantFrom('not_relevant' as const, 'commented' as const), text: fc.constant('why') }),
);

describe('a review', () => {
  it('begins open, with nobody', () => {
    expect(reviewOf([])).toEqual({ state: 'open', assignee: null, because: '', comments: 0, last: null });
  });

  it('keeps who has it, why it ended, and how often it was spoken of', () => {
    const acts: ReviewAct[] = [
      { act: 'assigned', assignee: 'Jun Sato' },
      { act: 'commented', text: 'no shipments to this party' },
      { act: 'not_relevant', text: 'not a party of ours' },
    ];
    expect(reviewOf(acts.map((act) => by(act)))).toEqual({
      state: 'not_relevant',
      assignee: 'Jun Sato',
      because: 'not a party of ours',
      comments: 1,
      last: { who: 'Aiko Mori', at: '2026-11-24T09:00:00.000Z' },
    });
  });

  it('can be reopened once it ended, and only then', () => {
    const ended = reviewOf([by({ act: 'acknowledged' })]);
    expect(refusalOf(ended, { act: 'acknowledged' })).toContain('reopen it first');
    expect(refusalOf(ended, { act: 'assigned', assignee: null })).toContain('reopen it first');
    expect(refusalOf(ended, { act: 'reopened' })).toBeUndefined();
    expect(refusalOf(UNREVIEWED, { act: 'reopened' })).toContain('open already');
    expect(reviewOf([by({ act: 'acknowledged' }), by({ act: 'reopened' })]).state).toBe('open');
  });

  it('changes its state with every act that may, and never by a comment or an assignment', () => {
    fc.assert(
      fc.property(fc.array(anyAct, { maxLength: 30 }), (acts) => {
        let review = UNREVIEWED;
        for (const act of acts) {
          if (refusalOf(review, act) !== undefined) continue;
          const next = afterAct(review, act);
          const moves = act.act !== 'commented' && act.act !== 'assigned';
          expect(next.state !== review.state).toBe(moves);
          review = next;
        }
      }),
    );
  });
});
