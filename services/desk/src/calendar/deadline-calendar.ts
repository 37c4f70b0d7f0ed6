import ical, { ICalAlarmType, type ICalCalendar, ICalEventStatus } from 'ical-generator';
import { type DeadlineHistory, deadlineHistories, reminderDays } from '#digest';
import { type Change, digestOf, SHORT_DISCLAIMER } from '#domain';
import { deadlineKindInWords } from '../view/vocabulary.ts';

const DAY_SECONDS = 86_400;
const UID_DIGITS = 40;

export interface CalendarFacts {
  readonly title: string;
  /** What the calendar belongs to: the same date in two calendars is two entries, each with its own history. */
  readonly owner: string;
  readonly publicUrl: string;
  /** In order of detection. */
  readonly changes: readonly Change[];
}

/**
 * The dates that changes set, as an iCalendar (RFC 5545). Legal dates have no hour, so entries are all-day. A date that moves
 * keeps its UID and gets a higher SEQUENCE; one that is called off stays, CANCELLED, so that calendars strike it out.
 */
export function deadlineCalendar({ title, owner, publicUrl, changes }: CalendarFacts): string {
  const calendar = ical({ name: title, prodId: { company: 'Redline', product: 'Redline', language: 'EN' } });
  const types = new Map(changes.map(({ changeId, type }) => [changeId, type]));
  for (const history of deadlineHistories(changes)) {
    const told = history.deadline.changeIds.flatMap((id) => types.get(id) ?? []);
    addEntry(calendar, history, { owner, publicUrl, reminders: reminderDays(history.deadline, told) });
  }
  return calendar.toString();
}

function addEntry(
  calendar: ICalCalendar,
  { deadline, firstOn, movedFrom, cancelled, updatedAt }: DeadlineHistory,
  { owner, publicUrl, reminders }: { owner: string; publicUrl: string; reminders: readonly number[] },
): void {
  const { kind, on, about, thread, timeZone, instrumentId, changeIds } = deadline;
  const summary = `${deadlineKindInWords(deadline)}: ${oneLine(about)}`;
  const url = `${publicUrl}/changes/${encodeURIComponent(changeIds.at(-1) ?? '')}`;
  const moved = movedFrom.map((date) => `Moved from ${date}.`);
  const event = calendar.createEvent({
    id: `${digestOf('deadline', owner, kind, thread, firstOn).slice(0, UID_DIGITS)}@redline`,
    start: on,
    allDay: true,
    summary,
    description: [`${instrumentId}, date in ${timeZone}.`, ...moved, url, SHORT_DISCLAIMER].join('\n'),
    url,
    stamp: new Date(updatedAt),
    lastModified: new Date(updatedAt),
    sequence: movedFrom.length + (cancelled ? 1 : 0),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  if (cancelled) return;
  for (const days of reminders) {
    event.createAlarm({ type: ICalAlarmType.display, triggerBefore: days * DAY_SECONDS, description: summary });
  }
}

function oneLine(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').trim();
}
