import { type Deadline, deadlinesOfAll } from '#digest';
import { newestChangePosition, type Session } from '#store';
import { changesOfAll } from './calendar-changes.ts';

/** The dates that stand, by date. */
export interface StandingDeadlines {
  all(session: Session): Promise<readonly Deadline[]>;
}

/**
 * Dates follow from all changes together, because a later one may move an earlier one. They are worked out once for each
 * newest change: a page must not read the history of years to show the next weeks.
 */
export function createStandingDeadlines(): StandingDeadlines {
  let known: { readonly position: number; readonly deadlines: Promise<readonly Deadline[]> } | undefined;
  return {
    all: async (session) => {
      const position = await newestChangePosition(session);
      if (known?.position !== position) {
        const deadlines = changesOfAll(session).then(deadlinesOfAll);
        known = { position, deadlines };
        deadlines.catch(() => {
          known = undefined;
        });
      }
      return known.deadlines;
    },
  };
}
