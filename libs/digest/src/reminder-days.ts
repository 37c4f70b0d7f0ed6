import type { ChangeType } from '#domain';
import type { Deadline } from './deadlines.ts';

const LIST_RULES: ReadonlySet<string> = new Set(['US-EL', 'US-UVL', 'US-MEU', 'US-DPL', 'US-OFAC', 'US-UFLPA']);
const SUSPENSIONS: ReadonlySet<ChangeType> = new Set(['rule.suspended', 'rule.reinstatement_scheduled']);

/**
 * Days before a date on which calendars and digests remind of it, by what the date is and how long people need. Additions to a US list
 * take effect on the day they are published, or before: there is nothing left to remind of.
 */
export function reminderDays(
  { kind, jurisdiction, instrumentId }: Pick<Deadline, 'kind' | 'jurisdiction' | 'instrumentId'>,
  types: readonly ChangeType[],
): readonly number[] {
  switch (kind) {
    case 'comment':
      return jurisdiction === 'JP' ? [14, 7, 2] : [21, 7, 2];
    case 'effective':
      return LIST_RULES.has(instrumentId) ? [] : [30, 14, 7, 1];
    case 'compliance':
      return [90, 60, 30, 7];
    case 'savings':
      return [14, 7, 1];
    case 'expiry':
      if (instrumentId === 'US-0Y521') return [90, 30, 7];
      return types.some((type) => SUSPENSIONS.has(type)) ? [90, 60, 30, 14, 7, 1] : [30, 14, 7, 3, 1, 0];
  }
}
