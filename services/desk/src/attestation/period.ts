import { z } from '@hono/zod-openapi';
import { problemOfIssues } from '../problem/field-problems.ts';
import { refuse } from '../problem/problem.ts';

/** [from, to): UTC instants. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const Moment = z.union([z.iso.date(), z.iso.datetime({ offset: true })], {
  error: 'must be a day such as 2026-03-31 or an instant such as 2026-03-31T15:00:00Z',
});

export const PeriodSchema = z.object({
  from: Moment.openapi({ description: 'A day (from its beginning in UTC) or an instant.' }),
  to: Moment.openapi({ description: 'A day (up to its end in UTC) or an instant. Today: up to now.' }),
});

const DAY_MS = 86_400_000;

/**
 * The period that somebody names by days or instants. Nothing can be said of what is to come.
 * @throws RefusedRequestError for one that is not a period or does not lie behind us.
 */
export function periodOf(named: { readonly from?: string; readonly to?: string }, now: Date): Period {
  const parsed = PeriodSchema.safeParse(named);
  if (!parsed.success) return refuse(problemOfIssues(parsed.error, 'period'));
  const { from, to } = parsed.data;
  const today = to === now.toISOString().slice(0, 10);
  const end = today ? now.getTime() : Date.parse(to) + (isDay(to) ? DAY_MS : 0);
  if (end > now.getTime()) return refuseField('to', 'must not lie ahead: nothing is known of what is to come');
  if (Date.parse(from) >= end) return refuseField('from', 'must lie before the end of the period');
  return { from: new Date(from).toISOString(), to: new Date(end).toISOString() };
}

function isDay(moment: string): boolean {
  return moment.length === '2026-03-31'.length;
}

function refuseField(field: string, message: string): never {
  return refuse({
    status: 422,
    code: 'invalid_request',
    title: 'The period is not right',
    detail: `${field}: ${message}`,
    errors: [{ field, message }],
  });
}
