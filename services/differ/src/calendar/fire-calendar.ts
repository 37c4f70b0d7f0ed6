import { authorityDay, type Change, daysBetween } from '#domain';
import type { EventLog } from '#log';
import {
  closeDeadlines,
  type Deadline,
  findChange,
  findChangeOrigin,
  listOpenDeadlines,
  noteTold,
  type Session,
  type Store,
  saveChange,
  saveDeadline,
  takeTurnToJoin,
} from '#store';
import { enterDevelopments, touchedBy } from '../development/enter-developments.ts';
import { hasReadSince, readerOf } from '../fingerprint/leave-to-reader.ts';
import { indexChanges } from '../search/index-changes.ts';
import { tellChange } from '../tell-change.ts';
import { clockChange } from './clock-change.ts';
import { ENDED, LONGEST_MARK, markDue } from './day-marks.ts';
import { actsOnEarlier, calendarEntries, type OpenDeadline, threadsOfEarlier } from './deadline-of-change.ts';

/** Further than any mark looks ahead, by the day that the authority's zone may differ. */
const LOOK_AHEAD_DAYS = LONGEST_MARK + 1;
const DAY_MS = 86_400_000;

/** Enters the dates of a change that was just stored, in its transaction. */
export async function enterCalendar(tx: Session, change: Change, now: Date): Promise<void> {
  const entries = calendarEntries(change, now);
  const kinds = new Set(entries.map((entry) => (entry.kind === 'set' ? entry.deadline.kind : entry.of)));
  for (const { thread, kind } of await earlierDeadlines(tx, change)) {
    if (kinds.has(kind) || change.type === 'document.withdrawn') await closeDeadlines(tx, thread, kind);
  }
  for (const entry of entries) {
    if (entry.kind === 'set') await saveDeadline(tx, entry.deadline);
    else await closeDeadlines(tx, entry.thread, entry.of);
  }
}

/** Open deadlines that a document moves or ends though it was printed months after them, under another number. */
async function earlierDeadlines(tx: Session, change: Change): Promise<readonly OpenDeadline['deadline'][]> {
  if (change.detection.path !== 'document' || !actsOnEarlier(change)) return [];
  const open: OpenDeadline[] = [];
  for (const deadline of await listOpenDeadlines(tx, '9999-12-31')) {
    const origin = await findChange(tx, deadline.changeId);
    if (origin) open.push({ deadline, origin: origin.change });
  }
  return threadsOfEarlier(change, open);
}

/**
 * Tells what the calendar has reached by `now`: each mark and each end once, in one transaction with its note, however often
 * and however late it is asked.
 * @returns the changes told
 */
export async function fireCalendar(ports: { store: Store; log: EventLog }, now: Date): Promise<readonly Change[]> {
  const until = new Date(now.getTime() + LOOK_AHEAD_DAYS * DAY_MS).toISOString().slice(0, 10);
  const told: Change[] = [];
  for (const deadline of await listOpenDeadlines(ports.store.session, until)) {
    const daysLeft = daysBetween(authorityDay(now, deadline.jurisdiction), deadline.lastDay);
    const mark = daysLeft === undefined ? undefined : markDue(deadline, daysLeft, deadline.toldMark);
    if (mark === undefined) continue;
    const change = await ports.store.transaction((tx) => strike(tx, ports.log, deadline, mark, now));
    if (change) told.push(change);
  }
  return told;
}

/** A fingerprint whose words have been read since is told by what they say, or nothing of it changed. */
async function isReadSince(tx: Session, origin: Change): Promise<boolean> {
  const reader = readerOf(origin);
  return reader !== undefined && hasReadSince(tx, reader, origin.detectedAt);
}

async function strike(
  tx: Session,
  log: EventLog,
  deadline: Deadline,
  mark: number,
  now: Date,
): Promise<Change | undefined> {
  await takeTurnToJoin(tx);
  await noteTold(tx, deadline.deadlineId, { toldMark: mark, state: mark === ENDED ? 'passed' : 'open' });
  const origin = await findChange(tx, deadline.changeId);
  const readings = await findChangeOrigin(tx, deadline.changeId);
  if (!origin || !readings) return undefined;
  if (await isReadSince(tx, origin.change)) return undefined;
  const change = clockChange(origin.change, { deadline, mark, detectedAt: now.toISOString() });
  if (!(await saveChange(tx, change, readings))) return undefined;
  await indexChanges(tx, [change], touchedBy(await enterDevelopments(tx, [change])));
  await tellChange(tx, log, change, deadline.deadlineId);
  return change;
}
