import { dayAfter } from '../development/day-window.ts';

/** The day so many business days after another: Saturdays and Sundays do not count; public holidays do, so that a grace is never shorter than said. */
export function businessDaysAfter(day: string, count: number): string {
  let on = day.slice(0, 10);
  for (let left = count; left > 0; ) {
    on = dayAfter(on, 1);
    const weekday = new Date(on).getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return on;
}
