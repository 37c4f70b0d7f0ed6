import { CronExpressionParser } from 'cron-parser';

/**
 * First instant after `after` at which a five-field cron expression fires on the wall clock of an IANA zone. A local time
 * that daylight saving skips fires at the shifted instant; one that repeats fires once.
 * @throws Error when the expression or the zone is not valid: configuration must be checked at start.
 */
export function nextRunAfter(expression: string, timeZone: string, after: Date): Date {
  return CronExpressionParser.parse(expression, { tz: timeZone, currentDate: after }).next().toDate();
}

/** @returns what is wrong with a schedule, or undefined when it is sound. */
export function scheduleMistake(expression: string, timeZone: string): string | undefined {
  if (expression.trim().split(/\s+/).length !== 5)
    return `"${expression}" must have five fields: minute hour day month weekday`;
  try {
    nextRunAfter(expression, timeZone, new Date(0));
    return undefined;
  } catch (error) {
    return `"${expression}" in zone "${timeZone}" is no schedule: ${error instanceof Error ? error.message : 'not readable'}`;
  }
}
